/**
 * What the tests render. `examples.ts` beside a component lists the states it can be in; the entries here are what several of them share.
 * Words, numbers and days are those of content/, as they once stood there: an edit of content changes no test.
 * Where a state needs a value that content does not have, the name of the example says so.
 */
import type { Figure } from '../../../src/figures/index.ts';
import type { Data, Entry } from '../../../src/schema/index.ts';

/** One state of a component. */
export interface Example<Component extends (props: never) => unknown> {
  /** What is special about it; unique for its component. */
  name: string;
  props: Parameters<Component>[0];
  /** HTML that stands inside the component. */
  slot?: string;
}

/** As long as a title may be, in capitals and with marks above marks: Ể, Ỗ, Ữ, Ặ. */
export const longTitle =
  'TUYỂN CỘNG TÁC VIÊN Ở CHỖ KHÔNG RÕ: TRẢ HOA HỒNG NHỎ, GIỮ GIẤY TỜ, LẤY MẤT TIỀN LỚN RỒI CẮT LIÊN LẠC, CHẶN SỐ';

/** Text that would break out of HTML, were it printed as it stands. */
export const hostile = '<img src=x onerror="alert(1)"> “&lt;” \'"><script>alert(2)</script>';

const line111: Data<'hotlines'> = {
  quote: 'tong-dai/so-may',
  number: '111',
  display: '111',
  name: { vi: 'Tổng đài quốc gia về phòng, chống mua bán người', en: 'National anti-trafficking hotline' },
  answers: { vi: 'Chống mua bán người', en: 'Anti-trafficking' },
  purpose: {
    vi: 'Gọi khi bạn hoặc người khác có thể bị mua bán, bị giữ, bị ép làm việc, hoặc khi trẻ em bị xâm hại.',
    en: 'Call if you or someone else may have been trafficked, is held or forced to work, or if a child is being harmed.',
  },
  notFor: {
    vi: 'Không phải đội cứu nạn. Đang nguy hiểm ngay lúc này thì gọi 113 trước.',
    en: 'It is not a rescue team. If the danger is right now, call 113 first.',
  },
  keywords: [],
  hours: { vi: 'Ngày đêm, mọi ngày', en: 'Day and night, every day' },
  cost: { vi: 'Miễn phí', en: 'Free' },
  fromAbroad: false,
  by: ['call'],
  kind: 'trafficking',
  order: 10,
  verifiedAt: '2026-03',
  verifiedBy: 'documents',
  sources: ['tien-phong-tong-dai-111-2025'],
};

/** Numbers to call. No other number may stand in an example. */
export const hotlines = {
  '111': { kind: 'hotlines', id: '111', data: line111 },
  '113': {
    kind: 'hotlines',
    id: '113',
    data: {
      ...line111,
      number: '113',
      display: '113',
      name: { vi: 'Công an – cảnh sát phản ứng nhanh', en: 'Police emergency number' },
      answers: { vi: 'Công an', en: 'Police' },
      keywords: [],
      hours: { vi: 'Gọi bất cứ lúc nào', en: 'Any time' },
      kind: 'emergency',
      order: 20,
    },
  },
  peaceHouse: {
    kind: 'hotlines',
    id: 'ngoi-nha-binh-yen',
    data: {
      ...line111,
      number: '1900969680',
      display: '1900 96 96 80',
      name: { vi: 'Ngôi nhà Bình yên', en: 'Peace House' },
      answers: { vi: 'Ngôi nhà Bình yên', en: 'Peace House' },
      cost: {
        vi: 'Số 1900 thường mất tiền; hãy hỏi nhà mạng trước',
        en: '1900 numbers are usually charged; ask your operator first',
      },
      kind: 'shelter',
      order: 70,
    },
  },
  abroad: {
    kind: 'hotlines',
    id: 'bao-ho-cong-dan',
    data: {
      ...line111,
      number: '+84981848484',
      display: '+84 981 84 84 84',
      name: {
        vi: 'Tổng đài bảo hộ công dân, Bộ Ngoại giao',
        en: 'Consular protection line, Ministry of Foreign Affairs',
      },
      answers: { vi: 'Giúp người Việt ở nước ngoài', en: 'Vietnamese citizens abroad' },
      keywords: [],
      hours: { vi: 'Ngày đêm, theo thông báo năm 2015', en: 'Day and night, as announced in 2015' },
      cost: {
        vi: 'Cước gọi quốc tế nếu ở nước ngoài; chưa kiểm chứng',
        en: 'International rates if abroad; not verified',
      },
      fromAbroad: true,
      kind: 'consular',
      order: 60,
    },
  },
} as const satisfies Record<string, Entry<'hotlines'>>;

export const sources = {
  law: {
    kind: 'sources',
    id: 'luat-53-2024',
    data: {
      title: 'Luật Phòng, chống mua bán người',
      publisher: 'Quốc hội',
      kind: 'law',
      documentNumber: '53/2024/QH15',
      datePublished: '2024-11-28',
      dateAccessed: '2026-03',
      language: 'vi',
      url: 'http://hethongphapluat.com/luat-phong-chong-mua-ban-nguoi-2024/dieu-2',
      quotes: { 'dieu-2-thu-doan': 'bằng cách dùng vũ lực, đe dọa dùng vũ lực, lừa gạt hoặc thủ đoạn khác' },
    },
  },
  report: {
    kind: 'sources',
    id: 'bao-cao-hoi-nghi-2023-07-21',
    data: {
      title: 'Bài tường thuật hội nghị sơ kết công tác phòng, chống tội phạm 6 tháng đầu năm 2023 của tỉnh Cao Bằng',
      publisher: 'Vietnam.vn, bản đăng lại',
      kind: 'press',
      datePublished: '2023-07-21',
      dateAccessed: '2026-03',
      language: 'vi',
      url: 'https://vietnam.vn/?p=324582',
      quotes: {
        'tuyen-truyen':
          'tổ chức trên 5.100 buổi tuyên truyền, phổ biến, giáo dục pháp luật với trên 443.000 người tham gia',
        'mua-ban-nguoi': 'Phát hiện, điều tra 3 vụ/6 bị can về hành vi mua bán người',
        'pham-phap-hinh-su': 'Tình hình phạm pháp hình sự được kiềm chế, giảm 9,25% so với cùng kỳ năm 2022',
      },
    },
  },
  undated: {
    kind: 'sources',
    id: 'sggp-khao-sat-lua-dao-2025',
    data: {
      title: 'Năm 2025, thiệt hại do lừa đảo trực tuyến ở Việt Nam ước tính trên 6.000 tỷ đồng',
      publisher: 'Báo Sài Gòn Giải Phóng',
      kind: 'press',
      dateAccessed: '2026-03',
      language: 'vi',
      quotes: {
        'thiet-hai-11-thang':
          'trong 11 tháng của năm 2025, thiệt hại do tội phạm lừa đảo trực tuyến vẫn ở mức rất lớn, ước tính trên 6.000 tỷ đồng',
      },
    },
  },
  survey: {
    kind: 'sources',
    id: 'vneconomy-mao-danh-cong-an-2025',
    data: {
      title: 'Mạo danh công an là hình thức lừa đảo phổ biến nhất năm 2025',
      publisher: 'VnEconomy',
      kind: 'press',
      datePublished: '2026-01-07',
      dateAccessed: '2026-03',
      language: 'vi',
      url: 'https://vneconomy.vn/mao-danh-cong-an-la-hinh-thuc-lua-dao-pho-bien-nhat-nam-2025.htm',
      quotes: {
        'nam-2024': 'năm 2024, con số này là khoảng 220 người thì có 1 người bị lừa đảo, tỷ lệ 0,45%',
        'nam-2025':
          'khoảng 555 người dùng tham gia khảo sát thì có 1 người cho biết mình là nạn nhân của lừa đảo, tương đương tỷ lệ 0,18%',
      },
    },
  },
} as const satisfies Record<string, Entry<'sources'>>;

export const term: Entry<'glossary'> = {
  kind: 'glossary',
  id: 'bcd-138',
  data: {
    term: 'Ban Chỉ đạo 138',
    abbreviation: 'BCĐ 138',
    keywords: [],
    english: 'Steering Committee 138 (crime prevention and control)',
    definition: {
      vi: 'Ban gồm đại diện nhiều ngành, chỉ đạo chung việc phòng, chống tội phạm.',
      en: 'A body of several agencies that directs crime prevention.',
    },
    sources: [],
  },
};

export const alert: Entry<'alerts'> = {
  kind: 'alerts',
  id: 'bat-coc-online',
  data: {
    title: '“Bắt cóc online”: dọa học sinh, sinh viên rồi đòi tiền chuộc',
    summary: 'Kẻ gian giả danh công an gọi dọa học sinh, sinh viên. Hãy tắt máy, gọi cho bố mẹ, gọi 113.',
    english: {
      title: '“Online kidnapping”: frightening students into hiding, then demanding ransom',
      summary: 'Callers posing as police frighten pupils and students. Hang up, call your parents, call 113.',
    },
    method: 'bat-coc-online',
    channels: ['cuoc-goi', 'goi-video', 'tin-nhan'],
    audience: ['hoc-sinh-sinh-vien', 'phu-huynh'],
    severity: 'extreme',
    urgency: 'immediate',
    certainty: 'observed',
    redFlags: [
      'Xưng là công an, viện kiểm sát, tòa án và bắt bạn giữ bí mật với bố mẹ.',
      'Nói bạn dính vào ma túy, rửa tiền hoặc đã có lệnh bắt.',
      'Bảo bạn rời nhà, ra nhà nghỉ, khách sạn ở một mình.',
    ],
    doNow: {
      stop: 'Tắt máy ngay. Nếu đang ở nhà nghỉ, hãy ra quầy lễ tân hoặc chỗ đông người.',
      check: 'Học sinh gọi cho bố mẹ, thầy cô. Bố mẹ gọi cho con, cho thầy cô, bạn cùng lớp.',
      report: 'Gọi 113 hoặc đến công an gần nhất, không chờ đến hôm sau.',
    },
    dont: ['Đừng ở một mình theo lời người gọi.', 'Đừng chuyển tiền chuộc khi chưa báo công an.'],
    ifVictim: ['Gia đình báo công an ngay.', 'Giữ nguyên điện thoại, tin nhắn, lịch sử cuộc gọi. Đừng xóa.'],
    loudspeaker: 'Kính thưa bà con, kính thưa các bậc cha mẹ và các cháu học sinh, sinh viên.',
    keywords: [],
    publishedAt: '2026-11-23',
    verifiedAt: '2026-03',
    expiresAt: '2027-06-30',
    sources: ['dan-tri-bat-coc-online-2025'],
    hotlines: ['113', '111'],
    related: [],
  },
};

const release: Data<'statistics'> = {
  title: {
    vi: 'Phòng, chống tội phạm ở Cao Bằng, 6 tháng đầu năm 2023',
    en: 'Crime prevention and control in Cao Bằng, first half of 2023',
  },
  area: 'VN-04',
  period: { start: '2023-01-01', end: '2023-06-30' },
  publishedAt: '2023-07-21',
  source: sources.report.id,
  producer: { vi: 'Ban Chỉ đạo 138 tỉnh Cao Bằng', en: 'Cao Bằng Provincial Steering Committee 138' },
  observations: [
    {
      indicator: 'so-vu-mua-ban-nguoi',
      value: 3,
      qualifier: 'exact',
      quote: 'mua-ban-nguoi',
      corroboratedBy: [],
      status: 'final',
      revisions: [],
    },
  ],
};

const count: Figure = {
  indicatorId: 'so-vu-mua-ban-nguoi',
  indicator: {
    label: {
      vi: 'Số vụ mua bán người được phát hiện, điều tra',
      en: 'Human trafficking cases detected and investigated',
    },
    unit: { vi: 'vụ', en: 'cases' },
    sourceUnits: [],
    sourceTerms: [],
    keywords: [],
    measure: 'count',
    definition: {
      vi: 'Số vụ có hành vi mua bán người được phát hiện, điều tra trong tỉnh, theo báo cáo của kỳ.',
      en: 'Cases of human trafficking detected and investigated in the province, as reported for the period.',
    },
    caveat: {
      vi: 'Số vụ được phát hiện, không phải quy mô thật của tội phạm. Có vụ không ai báo.',
      en: 'Cases that were found, not the true scale of the crime. Some cases are never reported.',
    },
    topic: 'mua-ban-nguoi',
  },
  releaseId: 'cao-bang-6-thang-dau-nam-2023',
  release,
  observation: release.observations[0]!,
  sourceId: sources.report.id,
  source: sources.report.data,
  quote: sources.report.data.quotes['mua-ban-nguoi'],
};

const over: Figure = {
  ...count,
  indicatorId: 'so-nguoi-tham-gia-tuyen-truyen',
  indicator: {
    ...count.indicator,
    label: { vi: 'Số người tham gia các buổi tuyên truyền', en: 'Participants in awareness sessions' },
    unit: { vi: 'người tham gia', en: 'participants' },
    caveat: {
      vi: 'Nhiều khả năng là số lượt dự: một người dự nhiều buổi có thể được đếm nhiều lần. Không đọc là chừng ấy người khác nhau.',
      en: 'Most likely attendances: a person at several sessions may be counted each time. Not to be read as that many different people.',
    },
    topic: 'tuyen-truyen',
  },
  observation: {
    ...count.observation,
    indicator: 'so-nguoi-tham-gia-tuyen-truyen',
    value: 443_000,
    qualifier: 'over',
    quote: 'tuyen-truyen',
  },
  quote: sources.report.data.quotes['tuyen-truyen'],
};

const fall: Figure = {
  ...count,
  indicatorId: 'thay-doi-pham-phap-hinh-su',
  indicator: {
    ...count.indicator,
    label: { vi: 'Phạm pháp hình sự', en: 'Criminal offences' },
    unit: { vi: '%', en: '%' },
    measure: 'change',
    caveat: {
      vi: 'Chỉ là mức thay đổi, nguồn không nêu số vụ. Không cho biết những việc không được trình báo.',
      en: 'A change only; the source gives no number of offences. Says nothing of offences that went unreported.',
    },
    topic: 'an-ninh-trat-tu',
  },
  observation: {
    ...count.observation,
    indicator: 'thay-doi-pham-phap-hinh-su',
    value: -9.25,
    quote: 'pham-phap-hinh-su',
    base: { start: '2022-01-01', end: '2022-06-30' },
  },
  quote: sources.report.data.quotes['pham-phap-hinh-su'],
};

const money: Figure = {
  ...count,
  indicatorId: 'thiet-hai-lua-dao-truc-tuyen',
  indicator: {
    ...count.indicator,
    label: { vi: 'Thiệt hại do lừa đảo trực tuyến', en: 'Losses to online scams' },
    unit: { vi: 'đồng', en: 'đồng' },
    measure: 'money',
    caveat: {
      vi: 'Số ước tính. Nhiều người bị lừa không trình báo. Không so với số của tổ chức khác, vì cách tính khác nhau.',
      en: 'An estimate. Many who are cheated do not report it. Not comparable with other bodies’ figures, which are worked out differently.',
    },
    topic: 'lua-dao',
  },
  releaseId: 'viet-nam-lua-dao-truc-tuyen-11-thang-nam-2025',
  release: {
    ...release,
    title: {
      vi: 'Thiệt hại do lừa đảo trực tuyến, cả nước, 11 tháng năm 2025',
      en: 'Losses to online scams, Viet Nam, first eleven months of 2025',
    },
    area: 'VN',
    period: { start: '2025-01-01', end: '2025-11-30' },
    publishedAt: '2026-01-07',
    source: sources.undated.id,
    producer: { vi: 'Bộ Công an', en: 'Ministry of Public Security' },
  },
  observation: {
    ...count.observation,
    indicator: 'thiet-hai-lua-dao-truc-tuyen',
    value: 6e12,
    qualifier: 'over',
    quote: 'thiet-hai-11-thang',
    status: 'estimated',
  },
  sourceId: sources.undated.id,
  source: sources.undated.data,
  quote: sources.undated.data.quotes['thiet-hai-11-thang'],
};

const share2024: Figure = {
  ...count,
  indicatorId: 'ty-le-nguoi-dung-bi-lua-dao-truc-tuyen',
  indicator: {
    ...count.indicator,
    label: {
      vi: 'Tỷ lệ người trả lời khảo sát cho biết bị lừa đảo trực tuyến',
      en: 'Share of survey respondents who said they fell victim to an online scam',
    },
    unit: { vi: '%', en: '%' },
    measure: 'share',
    caveat: {
      vi: 'Khảo sát trên mạng của một hiệp hội, không phải thống kê tội phạm. Không nhân với dân số để ra số nạn nhân.',
      en: 'An association’s online survey, not crime statistics. Not to be multiplied by the population to get a number of victims.',
    },
    topic: 'lua-dao',
  },
  releaseId: 'viet-nam-lua-dao-truc-tuyen-2024',
  release: {
    ...release,
    title: { vi: 'Khảo sát lừa đảo trực tuyến, cả nước, năm 2024', en: 'Online scam survey, Viet Nam, 2024' },
    area: 'VN',
    period: { start: '2024-01-01', end: '2024-12-31' },
    publishedAt: '2026-01-07',
    source: sources.survey.id,
    producer: { vi: 'Hiệp hội An ninh mạng quốc gia', en: 'National Cybersecurity Association' },
  },
  observation: {
    ...count.observation,
    indicator: 'ty-le-nguoi-dung-bi-lua-dao-truc-tuyen',
    value: 0.45,
    quote: 'nam-2024',
  },
  sourceId: sources.survey.id,
  source: sources.survey.data,
  quote: sources.survey.data.quotes['nam-2024'],
};

const share2025: Figure = {
  ...share2024,
  releaseId: 'viet-nam-lua-dao-truc-tuyen-2025',
  release: {
    ...share2024.release,
    title: { vi: 'Khảo sát lừa đảo trực tuyến, cả nước, năm 2025', en: 'Online scam survey, Viet Nam, 2025' },
    period: { start: '2025-01-01', end: '2025-12-31' },
  },
  observation: { ...share2024.observation, value: 0.18, quote: 'nam-2025' },
  quote: sources.survey.data.quotes['nam-2025'],
};

/** A figure with another value or exactness than content gives it. */
const changed = (figure: Figure, observation: Partial<Figure['observation']>): Figure => ({
  ...figure,
  observation: { ...figure.observation, ...observation },
});

export const figures = {
  count,
  over,
  fall,
  money,
  share2024,
  share2025,
  /** Made up: content has no value that is about, none under a billion đồng and no rise. */
  about: changed(count, { value: 8500, qualifier: 'about' }),
  millions: changed(money, { value: 763e6, qualifier: 'exact' }),
  roughRise: changed(fall, { value: 12.5, qualifier: 'over' }),
  /** Made up: forms and statuses that content does not have. */
  range: changed(money, { value: { range: [8e12, 1e13] }, qualifier: 'exact' }),
  part: changed(count, { value: { of: [341, 360] } }),
  multiple: changed(fall, { value: { multiple: 1.5 } }),
  missing: changed(share2024, { value: null, status: 'missing' }),
  recounted: changed(share2025, { status: 'break' }),
  beside: changed(count, {
    value: 4,
    status: 'provisional',
    alternativeTo: {
      release: 'cao-bang-6-thang-dau-nam-2023',
      reason: { vi: 'Số kia là số báo cáo tại hội nghị.', en: 'The other was reported at the conference.' },
    },
  }),
  runningTotal: {
    ...count,
    release: { ...release, timing: 'cumulative', period: { start: '2020-02-01', end: '2021-01-13' } },
  } satisfies Figure,
};

/** Every kind of value once. */
export const allFigures: readonly { name: string; figure: Figure }[] = [
  { name: 'exact count', figure: count },
  { name: 'over', figure: over },
  { name: 'about (made up)', figure: figures.about },
  { name: 'fall against another period', figure: fall },
  { name: 'rise that is not exact (made up)', figure: figures.roughRise },
  { name: 'billions of đồng', figure: money },
  { name: 'millions of đồng (made up)', figure: figures.millions },
  { name: 'share in per cent', figure: share2025 },
  { name: 'range (made up)', figure: figures.range },
  { name: 'part of a whole (made up)', figure: figures.part },
  { name: 'multiple (made up)', figure: figures.multiple },
  { name: 'missing (made up)', figure: figures.missing },
  { name: 'break in series (made up)', figure: figures.recounted },
  { name: 'provisional, beside another (made up)', figure: figures.beside },
  { name: 'running total (made up)', figure: figures.runningTotal },
];
