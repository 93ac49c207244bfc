import type { Entry } from '../../../src/schema/index.ts';
import { longTitle, type Example } from './content.ts';
import type ConferenceCard from '../../../src/components/ConferenceCard/ConferenceCard.astro';

const conference: Entry<'conferences'> = {
  kind: 'conferences',
  id: 'hoi-nghi-2023-07-21',
  data: {
    title: 'Hội nghị sơ kết phòng, chống tội phạm 6 tháng đầu năm 2023 và phát động cao điểm chống mua bán người',
    summary:
      'Chiều 21/7/2023, tỉnh Cao Bằng nhìn lại nửa năm phòng, chống tội phạm và phát động đợt cao điểm ba tháng.',
    english: {
      title: 'Mid-year crime prevention conference, 21 July 2023',
      summary: 'Cao Bằng province reviewed crime prevention in the first half of 2023.',
    },
    date: '2023-07-21',
    place: 'Điểm cầu tỉnh Cao Bằng, nối trực tuyến với các điểm cầu trong toàn tỉnh',
    organiser: 'Ủy ban nhân dân tỉnh Cao Bằng',
    participants: ['Các thành viên Ban Chỉ đạo 138 tỉnh'],
    keyPoints: [
      'Đợt cao điểm chống mua bán người diễn ra từ ngày 1/7 đến ngày 30/9/2023.',
      'Chống mua bán người phải đi cùng chống xuất nhập cảnh trái phép.',
    ],
    discussions: ['Tội phạm xâm hại trẻ em và trẻ em vi phạm pháp luật trong tỉnh.'],
    decisions: ['Phát động đợt cao điểm tuyên truyền, tấn công, trấn áp tội phạm mua bán người.'],
    campaigns: [],
    releases: ['cao-bang-6-thang-dau-nam-2023'],
    publishedAt: '2026-11-23',
    verifiedAt: '2026-03',
    keywords: [],
    sources: ['bao-cao-hoi-nghi-2023-07-21'],
    hotlines: [],
  },
};

export const examples: Example<typeof ConferenceCard>[] = [
  { name: 'on the home page', props: { conference } },
  { name: 'in the list of conferences', props: { conference, heading: 'h2' } },
  {
    name: 'long title in capitals',
    props: { conference: { ...conference, data: { ...conference.data, title: longTitle } } },
  },
];
