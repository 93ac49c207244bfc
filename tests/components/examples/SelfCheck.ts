import type { Entry } from '../../../src/schema/index.ts';
import { hostile, hotlines, type Example } from './content.ts';
import type SelfCheck from '../../../src/components/SelfCheck/SelfCheck.astro';

const check: Entry<'self-checks'> = {
  kind: 'self-checks',
  id: 'viec-lam',
  data: {
    title: 'Việc này có phải bẫy không?',
    summary: 'Năm câu hỏi trước khi nhận lời một việc làm.',
    keywords: [],
    order: 10,
    questions: [
      {
        text: 'Việc nhẹ mà lương rất cao, không cần bằng cấp, không có hợp đồng?',
        why: 'Bộ Ngoại giao đã cảnh báo đúng những dấu hiệu này.',
      },
      {
        text: 'Họ giục đi ngay, dặn đi một mình hoặc dặn giấu gia đình?',
        why: 'Giục và dặn giấu là để không ai kịp hỏi lại giúp bạn.',
      },
      { text: 'Họ cho ứng tiền, trả tiền xe hoặc trả nợ thay bạn?', why: 'Khoản đó có thể bị dùng để bắt bạn trả nợ.' },
      { text: 'Họ đòi giữ điện thoại, căn cước hoặc hộ chiếu của bạn?', why: 'Mất giấy tờ, bạn khó đi đâu.' },
      { text: 'Họ nói không cần hộ chiếu, sẽ có người dẫn qua biên giới?', why: 'Đi như vậy là vượt biên trái phép.' },
    ],
    advice: {
      stop: 'Chưa nhận lời, chưa đi.',
      check: 'Kể cho một người bạn tin.',
      report: 'Nghi mua bán người thì gọi 111.',
    },
    noSign: 'Không thấy dấu hiệu không có nghĩa là việc an toàn.',
    publishedAt: '2026-11-23',
    verifiedAt: '2026-03',
    sources: ['vietnamnet-bo-ngoai-giao-canh-bao-2025'],
    hotlines: ['111', '113'],
    alerts: [],
    articles: [],
  },
};
const numbers = [hotlines['111'], hotlines['113']];
const seven = {
  ...check,
  data: { ...check.data, questions: [...check.data.questions, ...check.data.questions.slice(0, 2)] },
};

export const examples: Example<typeof SelfCheck>[] = [
  { name: 'five questions, two numbers', props: { check, hotlines: numbers } },
  { name: 'seven questions, one long number', props: { check: seven, hotlines: [hotlines.abroad] } },
  {
    name: 'hostile text',
    props: {
      check: {
        ...check,
        data: {
          ...check.data,
          questions: check.data.questions.map((question) => ({ ...question, text: `${hostile}?` })),
          noSign: hostile,
        },
      },
      hotlines: numbers,
    },
  },
  { name: 'English interface', props: { check, hotlines: numbers, locale: 'en' } },
];
