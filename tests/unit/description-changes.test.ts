/** What readers are told of changes that left the number as it was. */
import { describe, expect, test } from 'vitest';
import { correctionEntries } from '../../src/feeds/index.ts';
import { descriptionChanges, type Figure } from '../../src/figures/index.ts';
import type { DescriptionChange, Indicator, Observation, Release, Source } from '../../src/schema/index.ts';

const change = (field: string, from: string, to: string, date = '2026-09-01'): DescriptionChange => ({
  date,
  field,
  from,
  to,
  reason: 'Ghi nhầm.',
});

const observation = (indicator: string, corroboratedBy: string[] = []): Observation => ({
  indicator,
  value: 5,
  qualifier: 'exact',
  quote: 'so-vu',
  corroboratedBy,
  status: 'final',
  revisions: [],
});

const source = (changes?: DescriptionChange[]): Source => ({
  title: 'Báo cáo',
  publisher: 'Ủy ban nhân dân tỉnh',
  kind: 'report',
  dateAccessed: '2026-03',
  language: 'vi',
  quotes: { 'so-vu': 'có 05 vụ', khac: 'có năm vụ' },
  ...(changes && { changes }),
});

const indicator = (changes?: DescriptionChange[]): Indicator => ({
  label: { vi: 'Số vụ', en: 'Cases' },
  unit: { vi: 'vụ', en: 'cases' },
  sourceUnits: [],
  sourceTerms: [],
  keywords: [],
  measure: 'count',
  definition: { vi: 'Số vụ trong kỳ.', en: 'Cases in the period.' },
  caveat: { vi: 'Có vụ không ai báo.', en: 'Some are never reported.' },
  topic: 'mua-ban-nguoi',
  ...(changes && { changes }),
});

/** Two figures of one release, the second corroborated by another source, and all sources. */
const content = (changes: {
  release?: DescriptionChange[];
  indicator?: DescriptionChange[];
  other?: DescriptionChange[];
}) => {
  const observations = [observation('so-vu'), observation('so-nguoi', ['bao/so-vu'])];
  const release: Release = {
    title: { vi: 'Nửa đầu 2023', en: 'First half of 2023' },
    area: 'VN-04',
    period: { start: '2023-01-01', end: '2023-06-30' },
    publishedAt: '2023-07-21',
    source: 'bao-cao',
    producer: { vi: 'Ủy ban nhân dân tỉnh', en: 'Provincial People’s Committee' },
    observations,
    ...(changes.release && { changes: changes.release }),
  };
  const figures = observations.map((each): Figure => ({
    indicatorId: each.indicator,
    indicator: indicator(each.indicator === 'so-vu' ? changes.indicator : undefined),
    releaseId: 'nua-dau',
    release,
    observation: each,
    sourceId: 'bao-cao',
    source: source(),
    quote: 'có 05 vụ',
  }));
  return {
    figures,
    sources: new Map([
      ['bao-cao', source()],
      ['bao', source(changes.other)],
    ]),
  };
};

const told = ({ figures, sources }: ReturnType<typeof content>) =>
  descriptionChanges(figures, sources).map(({ text }) => text);

describe('a change of the description', () => {
  test.each([
    [
      'caveat.vi',
      'Số đầy đủ.',
      'Có vụ không ai báo.',
      'lưu ý trước đây ghi “Số đầy đủ.”, nay ghi “Có vụ không ai báo.”',
    ],
    ['area', 'VN', 'VN-04', 'nơi trước đây ghi “Cả nước”, nay ghi “Tỉnh Cao Bằng”'],
    ['period.start', '2023-02-01', '2023-01-01', 'ngày đầu của kỳ trước đây ghi “1/2/2023”, nay ghi “1/1/2023”'],
    ['publishedAt', '2023', '2023-07-21', 'ngày công bố trước đây ghi “năm 2023”, nay ghi “21/7/2023”'],
    ['source', 'cu', 'bao-cao', 'nguồn trước đây ghi “cu”, nay ghi “Báo cáo”'],
    [
      'observations.so-vu.status',
      'provisional',
      'final',
      'tình trạng trước đây ghi “số tạm tính”, nay ghi “đã công bố”',
    ],
    ['producer.vi', 'Bộ Công an', 'Công an tỉnh', 'cơ quan đếm trước đây ghi “Bộ Công an”, nay ghi “Công an tỉnh”'],
    ['timing', '', 'as-of', 'cách tính theo kỳ trước đây không có, nay ghi “số tính đến một ngày”'],
    ['currency', 'USD', '', 'loại tiền trước đây ghi “USD”, nay đã bỏ'],
    ['observations.so-vu.status', 'final', 'estimated', 'tình trạng trước đây ghi “đã công bố”, nay ghi “số ước tính”'],
    [
      'observations.so-vu.alternativeTo.release',
      '',
      'dot-khac',
      'đợt số liệu được nêu đầu trước đây không có, nay ghi “dot-khac”',
    ],
    ['observations.so-vu.note', 'Số tạm.', '', 'ghi chú trước đây ghi “Số tạm.”, nay đã bỏ'],
    ['observations.so-vu.quote', 'khac', 'so-vu', 'câu trích trước đây ghi “có năm vụ”, nay ghi “có 05 vụ”'],
    [
      'observations.so-vu.corroboratedBy',
      'bao/khac',
      '',
      'câu trích của nguồn khác trước đây ghi “có năm vụ”, nay đã bỏ',
    ],
    ['counting.vi', '', 'Theo vụ.', 'cách đếm trước đây không có, nay ghi “Theo vụ.”'],
  ])('names %s in plain Vietnamese', (field, from, to, text) => {
    expect(told(content({ release: [change(field, from, to)] }))).toEqual([
      `Sửa phần mô tả: ${text}. Lý do: Ghi nhầm.`,
    ]);
  });

  test('is told once, with every figure that it concerns, newest first', () => {
    const { figures, sources } = content({
      release: [change('title.vi', 'a', 'b'), change('observations.so-nguoi.note', 'a', '', '2026-09-04')],
      indicator: [change('label.vi', 'a', 'b', '2026-09-02')],
      other: [change('quotes.khac', 'a', 'b'), change('quotes.so-vu', 'a', 'b', '2026-09-03')],
    });
    expect(
      descriptionChanges(figures, sources).map(({ id, figures: concerned }) => [
        id,
        concerned.map(({ indicatorId }) => indicatorId),
      ]),
    ).toEqual([
      ['sua-dot-nua-dau-2', ['so-nguoi']],
      ['sua-nguon-bao-2', ['so-nguoi']],
      ['sua-chi-tieu-so-vu-1', ['so-vu']],
      ['sua-dot-nua-dau-1', ['so-vu', 'so-nguoi']],
    ]);
  });

  test('stands in the feed of corrections, at its place on the page of the figure', () => {
    const { figures, sources } = content({ indicator: [change('caveat.vi', 'Số đầy đủ.', 'Có vụ không ai báo.')] });
    expect(correctionEntries(figures, sources, [])).toMatchObject([
      {
        path: '/so-lieu/so-vu/nua-dau/#sua-chi-tieu-so-vu-1',
        title: 'Sửa mô tả: Số vụ, 6 tháng đầu năm 2023',
        summary: 'Sửa phần mô tả: lưu ý trước đây ghi “Số đầy đủ.”, nay ghi “Có vụ không ai báo.”. Lý do: Ghi nhầm.',
        published: '2026-09-01',
        updated: '2026-09-01',
      },
    ]);
    expect(correctionEntries(content({}).figures, sources, [])).toEqual([]);
  });
});
