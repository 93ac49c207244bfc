/** What the worker says on a page: that it is a copy, and how old; and the last words when nothing else is left. */
import type { Locale } from '../i18n/index.ts';

const words: Record<Locale, { held: (day: string, ago: string) => string; old: string; again: string }> = {
  vi: {
    held: (day, ago) => `Mạng chậm hoặc không có. Đây là bản lưu trên máy, lấy ngày ${day} (${ago}).`,
    old: 'Bản này đã cũ: cảnh báo có thể đã thay đổi.',
    again: 'Thử tải bản mới',
  },
  en: {
    held: (day, ago) => `The network is slow or absent. This is a copy kept on the device, fetched on ${day} (${ago}).`,
    old: 'This copy is old: warnings may have changed.',
    again: 'Try for a new one',
  },
};

const DAY = 24 * 3600 * 1000;
const OLD_AFTER_DAYS = 14;
const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** HTML that stands first on a page that came from the device. `at` and `now` are moments in milliseconds. */
const heldNotice = (locale: Locale, at: number, now = Date.now()): string => {
  const { held, old, again } = words[locale];
  const days = Math.max(0, Math.round((midnight(now) - midnight(at)) / DAY));
  const language = locale === 'vi' ? 'vi-VN' : 'en-GB';
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day').toLowerCase();
  const sentence = held(new Date(at).toLocaleDateString(language), ago);
  return `<p class="held-notice" role="note">${sentence} ${days > OLD_AFTER_DAYS ? `<strong>${old}</strong> ` : ''}<a href="">${again}</a></p>`;
};

/** A copy with its notice as the first thing of the body. */
export const withNotice = (html: string, at: number): string =>
  html.replace(/<body[^>]*>/, (body) => body + heldNotice(html.includes('<html lang="en"') ? 'en' : 'vi', at));

/** Ends a page that broke off anywhere, be it among its styles. */
export const brokenOff = `</style></script></a></svg></details></form></main></header></nav><p class="held-notice" role="alert">Mạng dừng giữa chừng. Cần gấp thì gọi <a href="tel:113">113</a> hoặc <a href="tel:111">111</a>. <a href="">Tải lại trang</a></p></body></html>`;

/** A page with nothing but the numbers, for a device from which even the page without a network is gone. */
export const lastResort = `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Không có mạng</title><h1>Không có mạng</h1><p>Gọi điện không cần mạng internet.<p><a href="tel:113">113 – Công an</a><p><a href="tel:111">111 – Chống mua bán người, bảo vệ trẻ em</a><p><a href="">Thử lại</a></html>`;
