/** HTML that the service worker adds to a page or answers with: the stale banner, the end of a truncated page, the emergency page. */
import type { Locale } from '../i18n/index.ts';

const words: Record<Locale, { stale: (day: string, ago: string) => string; old: string; reload: string }> = {
  vi: {
    stale: (day, ago) => `Mạng chậm hoặc không có. Đây là bản lưu trên máy, lấy ngày ${day} (${ago}).`,
    old: 'Bản này đã cũ: cảnh báo có thể đã thay đổi.',
    reload: 'Thử tải bản mới',
  },
  en: {
    stale: (day, ago) =>
      `The network is slow or absent. This is a copy kept on the device, fetched on ${day} (${ago}).`,
    old: 'This copy is old: warnings may have changed.',
    reload: 'Try for a new one',
  },
};

const DAY = 24 * 3600 * 1000;
const OLD_AFTER_DAYS = 14;
const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** Class of both banners. Copies on devices carry the styles for this name, so it stays as it was when they were stored. */
const BANNER_CLASS = 'held-notice';

/** `cachedAt` is in milliseconds. */
const staleBanner = (locale: Locale, cachedAt: number): string => {
  const { stale, old, reload } = words[locale];
  const days = Math.max(0, Math.round((midnight(Date.now()) - midnight(cachedAt)) / DAY));
  const language = locale === 'vi' ? 'vi-VN' : 'en-GB';
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day').toLowerCase();
  const sentence = stale(new Date(cachedAt).toLocaleDateString(language), ago);
  return `<p class="${BANNER_CLASS}" role="note">${sentence} ${days > OLD_AFTER_DAYS ? `<strong>${old}</strong> ` : ''}<a href="">${reload}</a></p>`;
};

/** A copy of a page whose body begins with the day when it was stored, in the language of the page. `cachedAt` is in milliseconds. */
export const withStaleBanner = (html: string, cachedAt: number): string =>
  html.replace(/<body[^>]*>/, (body) => body + staleBanner(html.includes('<html lang="en"') ? 'en' : 'vi', cachedAt));

/** Ends a page that was truncated anywhere: first it closes what would show the numbers as text, hide them or swallow a tap. */
export const truncatedPageTail = `</title></style></script></noscript></a></svg></select></button></details></form></main></header></nav><p class="${BANNER_CLASS}" role="alert">Mạng dừng giữa chừng. Cần gấp thì gọi <a href="tel:113">113</a> hoặc <a href="tel:111">111</a>. <a href="">Tải lại trang</a></p></body></html>`;

/** For a device from which even the precached fallback page is gone. */
export const emergencyPage = `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Không có mạng</title><h1>Không có mạng</h1><p>Gọi điện không cần mạng internet.<p><a href="tel:113">113 – Công an</a><p><a href="tel:111">111 – Chống mua bán người, bảo vệ trẻ em</a><p><a href="">Thử lại</a></html>`;
