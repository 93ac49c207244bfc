/** The loudspeaker text as plain text (UTF-8 without BOM), for text-to-speech programs and for sharing as a file. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { siteContent } from '../../../site-content.ts';
import { absoluteUrl, alertPath, dates } from '../../../i18n/index.ts';
import { readingSeconds, syllables } from '../../../schema/index.ts';
import { site } from '../../../site.ts';

export const getStaticPaths = async () =>
  (await siteContent()).alerts.map((alert) => ({ params: { slug: alert.id }, props: { alert } }));

export const GET: APIRoute = async ({ props }) => {
  const { alert } = props as InferGetStaticPropsType<typeof getStaticPaths>;
  const { data } = alert;
  const { today } = await siteContent();
  const { fast, slow } = readingSeconds(syllables(data.loudspeaker));
  const state = data.withdrawn
    ? `ĐÃ RÚT ngày ${dates.day(data.withdrawn.date)}, không đọc nữa.`
    : data.expiresAt < today
      ? `ĐÃ HẾT HẠN ngày ${dates.day(data.expiresAt)}, không đọc nữa.`
      : `Còn dùng đến ${dates.day(data.expiresAt)}, sau ngày này không đọc nữa.`;
  const lines = [
    data.title,
    `${state} Đã kiểm tra: ${dates.day(data.verifiedAt)}.`,
    ...(site.official ? [] : ['Bản thử nghiệm, chưa phải kênh chính thức.']),
    `Đọc chậm, hai lần liền; mỗi lần ${fast} đến ${slow} giây.`,
    '',
    data.loudspeaker,
    '',
    absoluteUrl(alertPath(alert.id)),
    '',
  ];
  return new Response(lines.join('\n'));
};
