/** Changes of what describes figures, in Vietnamese: the entries in `changes` of their releases, indicators and sources. */
import { dates } from '../i18n/index.ts';
import {
  areaOf,
  type DescriptionChange,
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
  release: Pick<Release, 'changes'>;
  observation: Pick<Observation, 'quote' | 'corroboratedBy'>;
  sourceId: string;
}

/** A change with the figures it concerns. */
interface DescribedChange<Figure extends Described> {
  /** Unique on the site and on the page of each figure, and stable: `sua-chi-tieu-so-vu-1`. Published entries are never removed. */
  id: string;
  date: string;
  /** The whole change as a sentence, with its reason. */
  text: string;
  /** At least one. */
  figures: Figure[];
}

/** Fields by the end of their path; in `quotes` the rest is the name of a passage. */
const fieldNames: Record<string, string> = {
  area: 'nơi',
  'period.start': 'ngày đầu của kỳ',
  'period.end': 'ngày cuối của kỳ',
  'title.vi': 'tên đợt số liệu',
  'title.en': 'tên đợt số liệu bằng tiếng Anh',
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
  'label.en': 'tên chỉ tiêu bằng tiếng Anh',
  'definition.vi': 'định nghĩa',
  'definition.en': 'định nghĩa bằng tiếng Anh',
  'unit.vi': 'đơn vị',
  'unit.en': 'đơn vị bằng tiếng Anh',
  measure: 'loại con số',
  currency: 'loại tiền',
  'counting.vi': 'cách đếm',
  'counting.en': 'cách đếm bằng tiếng Anh',
  'caveat.vi': 'lưu ý',
  'caveat.en': 'lưu ý bằng tiếng Anh',
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
};

/** Name of a field for readers; the path itself if it has none. */
const fieldName = (field: string): string => (field.startsWith('quotes.') ? 'câu trích' : (fieldNames[field] ?? field));

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
      return sources.get(value)?.title ?? value;
    case 'quote':
      return sources.get(sourceId)?.quotes[value] ?? value;
    case 'corroboratedBy':
      return passage(value);
    case 'publishedAt':
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

/** The entries that describe one figure, each with the stable id of its place in its file. */
const entriesOf = (
  figure: Described,
  sources: ReadonlyMap<string, Source>,
): { id: string; change: DescriptionChange }[] => {
  const { indicatorId, indicator, releaseId, release, observation, sourceId } = figure;
  const passages = [`${sourceId}/${observation.quote}`, ...observation.corroboratedBy];
  const isOwn = ({ field }: DescriptionChange): boolean =>
    !field.startsWith('observations.') || field.startsWith(`observations.${indicatorId}.`);
  const isUsed = (source: string, { field }: DescriptionChange): boolean =>
    passages.some((passage) => `${source}/${field.replace(/^quotes\./, '')}` === passage);
  const numbered = (name: string, changes: readonly DescriptionChange[] = []) =>
    changes.map((change, index) => ({ id: `${name}-${index + 1}`, change }));
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
          text: sentenceOf(change, figure.sourceId, sources),
          figures: [figure],
        });
    }
  }
  return [...found.values()].sort((a, b) => b.date.localeCompare(a.date));
};
