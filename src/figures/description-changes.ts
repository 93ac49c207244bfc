/** Changes of published files apart from values, in Vietnamese: the entries in `changes` of releases, indicators, sources and numbers to call. */
import { dates, paths, topicNames } from '../i18n/index.ts';
import {
  areaOf,
  topics,
  type DescriptionChange,
  type Hotline,
  type Indicator,
  type Observation,
  type Release,
  type Source,
} from '../schema/index.ts';

/** The part of a figure that its description is read from. */
interface Described {
  indicatorId: string;
  indicator: Pick<Indicator, 'changes'>;
  releaseId: string;
  release: Pick<Release, 'changes' | 'source'>;
  observation: Pick<Observation, 'quote' | 'corroboratedBy' | 'revisions'>;
}

/** A change with the figures it concerns. */
interface DescribedChange<Figure extends Described> {
  /** Unique on the site and on the page of each figure, and stable: `sua-chi-tieu-so-vu-1`. Published entries are never removed. */
  id: string;
  date: string;
  /** The whole change as a sentence, with its reason. */
  text: string;
  /** Empty for a number to call, and for a source that no figure rests on. */
  figures: Figure[];
}

/** A change of a source or of a number to call that concerns no figure. */
interface OtherChange extends DescribedChange<never> {
  /** What was changed, and where it stands. */
  subject: { label: string; path: string };
}

/** Fields by their path in the file or in the observation; the English text of a field goes by its Vietnamese one. */
const fieldNames: Record<string, string> = {
  area: 'nơi',
  'period.start': 'ngày đầu của kỳ',
  'period.end': 'ngày cuối của kỳ',
  'title.vi': 'tên đợt số liệu',
  publishedAt: 'ngày công bố',
  source: 'nguồn',
  'producer.vi': 'cơ quan đếm',
  'producer.en': 'cơ quan đếm bằng tiếng Anh',
  timing: 'cách tính theo kỳ',
  'base.start': 'ngày đầu của kỳ so sánh',
  'base.end': 'ngày cuối của kỳ so sánh',
  status: 'tình trạng',
  note: 'ghi chú',
  corroboratedBy: 'câu trích của nguồn khác',
  quote: 'câu trích',
  'alternativeTo.release': 'đợt số liệu được nêu đầu',
  'alternativeTo.reason.vi': 'lý do nêu số khác đầu',
  'alternativeTo.reason.en': 'lý do nêu số khác đầu, bằng tiếng Anh',
  'label.vi': 'tên chỉ tiêu',
  'definition.vi': 'định nghĩa',
  'unit.vi': 'đơn vị',
  sourceUnits: 'chữ khác của đơn vị',
  sourceTerms: 'chữ phải có quanh con số',
  measure: 'loại con số',
  currency: 'loại tiền',
  'counting.vi': 'cách đếm',
  'caveat.vi': 'lưu ý',
  topic: 'chủ đề',
  title: 'tên tài liệu',
  publisher: 'nơi đăng',
  kind: 'loại',
  documentNumber: 'số hiệu',
  datePublished: 'ngày ban hành',
  url: 'địa chỉ web',
  language: 'ngôn ngữ',
  number: 'số để gọi',
  display: 'số viết cho dễ đọc',
  'name.vi': 'tên đường dây',
  'answers.vi': 'người nghe máy',
  'purpose.vi': 'việc cần gọi',
  'notFor.vi': 'việc số này không giúp',
  'hours.vi': 'giờ nghe máy',
  'cost.vi': 'cước gọi',
  fromAbroad: 'gọi được từ nước ngoài',
  by: 'cách liên lạc',
  sources: 'nguồn',
};

const valueNames: Record<string, Record<string, string>> = {
  status: {
    final: 'đã công bố',
    provisional: 'số tạm tính',
    estimated: 'số ước tính',
    break: 'đã đổi cách đếm',
    missing: 'không có số liệu',
  },
  timing: {
    during: 'số của riêng kỳ',
    'as-of': 'số tính đến một ngày',
    cumulative: 'số lũy kế',
  },
  measure: { count: 'số đếm', share: 'tỷ lệ trong tổng', change: 'thay đổi so với kỳ khác', money: 'số tiền' },
  topic: Object.fromEntries(topics.map((topic) => [topic, topicNames[topic].vi])),
  kind: {
    law: 'luật',
    decree: 'nghị định',
    decision: 'quyết định',
    report: 'báo cáo',
    announcement: 'thông báo',
    press: 'báo chí',
    study: 'nghiên cứu',
    website: 'trang web',
    emergency: 'khẩn cấp',
    trafficking: 'mua bán người',
    consular: 'bảo hộ công dân',
    shelter: 'nơi tạm lánh',
    'scam-report': 'báo lừa đảo',
  },
  language: { vi: 'tiếng Việt', en: 'tiếng Anh' },
  fromAbroad: { true: 'có', false: 'không' },
  by: { call: 'gọi', sms: 'nhắn tin' },
};

/** Name of a field for readers; the path itself if it has none. */
const fieldName = (field: string): string => {
  if (field.startsWith('quotes.')) return 'câu trích';
  const vietnamese = field.endsWith('.en') ? fieldNames[field.replace(/en$/, 'vi')] : undefined;
  return vietnamese === undefined ? (fieldNames[field] ?? field) : `${vietnamese} bằng tiếng Anh`;
};

/** A former or new value as readers know it: passages in their words, sources by their titles, days as they are written. */
const valueName = (field: string, value: string, sourceId: string, sources: ReadonlyMap<string, Source>): string => {
  const passage = (address: string): string => {
    const [id = '', name = ''] = address.split('/');
    return sources.get(id)?.quotes[name] ?? address;
  };
  switch (field) {
    case 'area':
      return areaOf(value)?.vi ?? value;
    case 'source':
    case 'sources':
      return sources.get(value)?.title ?? value;
    case 'quote':
      return value.includes('/') ? passage(value) : (sources.get(sourceId)?.quotes[value] ?? value);
    case 'corroboratedBy':
      return passage(value);
    case 'publishedAt':
    case 'datePublished':
    case 'period.start':
    case 'period.end':
    case 'base.start':
    case 'base.end':
      return /^\d{4}(-\d\d){0,2}$/.test(value) ? dates.day(value) : value;
    default:
      return valueNames[field]?.[value] ?? value;
  }
};

const sentenceOf = (
  { field, from, to, reason }: DescriptionChange,
  sourceId: string,
  sources: ReadonlyMap<string, Source>,
): string => {
  const short = field.replace(/^observations\.[^.]+\./, '');
  const quoted = (value: string): string => `“${valueName(short, value, sourceId, sources)}”`;
  const before = from === '' ? 'trước đây không có' : `trước đây ghi ${quoted(from)}`;
  const after = to === '' ? 'nay đã bỏ' : `nay ghi ${quoted(to)}`;
  return `Sửa phần mô tả: ${fieldName(short)} ${before}, ${after}. Lý do: ${reason}`;
};

/** Each entry with the stable id of its place in its file. */
const numbered = (
  name: string,
  changes: readonly DescriptionChange[] = [],
): { id: string; change: DescriptionChange }[] =>
  changes.map((change, index) => ({ id: `${name}-${index + 1}`, change }));

/** The entries that describe one figure, each with the stable id of its place in its file. */
const entriesOf = (
  figure: Described,
  sources: ReadonlyMap<string, Source>,
): { id: string; change: DescriptionChange }[] => {
  const { indicatorId, indicator, releaseId, release, observation } = figure;
  const passages = [
    `${release.source}/${observation.quote}`,
    ...observation.corroboratedBy,
    ...observation.revisions.flatMap(({ quote }) => quote ?? []),
  ];
  const isOwn = ({ field }: DescriptionChange): boolean =>
    !field.startsWith('observations.') || field.startsWith(`observations.${indicatorId}.`);
  const isUsed = (source: string, { field }: DescriptionChange): boolean =>
    !field.startsWith('quotes.') || passages.includes(`${source}/${field.replace('quotes.', '')}`);
  return [
    ...numbered(`sua-dot-${releaseId}`, release.changes).filter(({ change }) => isOwn(change)),
    ...numbered(`sua-chi-tieu-${indicatorId}`, indicator.changes),
    ...[...new Set(passages.map((passage) => passage.split('/')[0] ?? ''))].flatMap((source) =>
      numbered(`sua-nguon-${source}`, sources.get(source)?.changes).filter(({ change }) => isUsed(source, change)),
    ),
  ];
};

/** The changes of the description of some figures, each once, newest first. `sources` are all sources by id. */
export const descriptionChanges = <Figure extends Described>(
  figures: readonly Figure[],
  sources: ReadonlyMap<string, Source>,
): DescribedChange<Figure>[] => {
  const found = new Map<string, DescribedChange<Figure>>();
  for (const figure of figures) {
    for (const { id, change } of entriesOf(figure, sources)) {
      const known = found.get(id);
      if (known) known.figures.push(figure);
      else
        found.set(id, {
          id,
          date: change.date,
          text: sentenceOf(change, figure.release.source, sources),
          figures: [figure],
        });
    }
  }
  return [...found.values()].sort((a, b) => b.date.localeCompare(a.date));
};

/** The changes of sources and of numbers to call that concern none of the figures, newest first. */
export const otherChanges = (
  figures: readonly Described[],
  sources: ReadonlyMap<string, Source>,
  hotlines: readonly { id: string; data: Pick<Hotline, 'name' | 'changes'> }[],
): OtherChange[] => {
  const told = new Set(figures.flatMap((figure) => entriesOf(figure, sources).map(({ id }) => id)));
  const toChange =
    (subject: OtherChange['subject']) =>
    ({ id, change }: { id: string; change: DescriptionChange }): OtherChange => ({
      id,
      date: change.date,
      text: sentenceOf(change, '', sources),
      figures: [],
      subject,
    });
  return [
    ...[...sources].flatMap(([id, { title, changes }]) =>
      numbered(`sua-nguon-${id}`, changes)
        .filter((entry) => !told.has(entry.id))
        .map(toChange({ label: title, path: `${paths.sources}#${id}` })),
    ),
    ...hotlines.flatMap(({ id, data }) =>
      numbered(`sua-so-${id}`, data.changes).map(toChange({ label: data.name.vi, path: `${paths.hotlines}#so-${id}` })),
    ),
  ].sort((a, b) => b.date.localeCompare(a.date));
};
