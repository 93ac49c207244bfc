import type { Entry } from '../../../src/schema/index.ts';
import { longTitle, type Example } from './content.ts';
import type ArticleCard from '../../../src/components/ArticleCard/ArticleCard.astro';

const article: Entry<'articles'> = {
  kind: 'articles',
  id: 'viec-nhe-luong-cao',
  data: {
    title: '“Việc nhẹ, lương cao” và các khu lừa đảo',
    summary:
      'Vì sao lời mời việc nhẹ, lương cao có thể dẫn vào khu lừa đảo, cách kiểm tra trước khi đi và việc cần làm nếu bạn hoặc người nhà đã ở bên đó.',
    english: {
      title: '“Easy work, high pay” and the scam compounds',
      summary: 'How job offers lead people into scam compounds.',
    },
    topic: 'mua-ban-nguoi',
    audience: ['nguoi-tim-viec', 'moi-nguoi'],
    keyPoints: [
      'Nạn nhân có cả nữ và nam, có cả người có học.',
      'Đã ở bên đó, hãy gọi đường dây bảo hộ công dân; người nhà báo công an.',
    ],
    publishedAt: '2026-11-23',
    verifiedAt: '2026-03',
    keywords: [],
    sources: ['luat-53-2024'],
    hotlines: ['113', '111'],
    related: [],
  },
};

export const examples: Example<typeof ArticleCard>[] = [
  { name: 'on the home page', props: { article } },
  { name: 'in the list of articles', props: { article, heading: 'h2' } },
  {
    name: 'long title in capitals',
    props: { article: { ...article, data: { ...article.data, title: longTitle, topic: 'bien-gioi' } } },
  },
  { name: 'English interface', props: { article, locale: 'en' } },
];
