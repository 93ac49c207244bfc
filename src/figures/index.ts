/** Pure functions on a figure: how it is written, in which words, with which name of its period and area. */
import { dates, locales, type Locale } from '../i18n/index.ts';
import type { Indicator, Observation, Release, Source } from '../schema/index.ts';

export { countsIn, findMismatch, matches, type Mismatch, type Passage } from './proof.ts';
export { readQuantities, type Quantity } from './quantities.ts';
export { revisionErrors, changesOf, atVersion, versionsOf } from './revisions.ts';

/** One observation with all it needs to be read: what is counted, when, where, by whom. */
export interface Figure {
  indicatorId: string;
  indicator: Indicator;
  releaseId: string;
  release: Release;
  observation: Observation;
  sourceId: string;
  source: Source;
  /** The verbatim passage that states the value. */
  quote: string;
}

const qualifierWords = {
  vi: {
    exact: '',
    about: 'khoảng',
    nearly: 'gần',
    over: 'trên',
    'at-least': 'ít nhất',
    under: 'dưới',
    'at-most': 'nhiều nhất',
  },
  en: {
    exact: '',
    about: 'about',
    nearly: 'nearly',
    over: 'over',
    'at-least': 'at least',
    under: 'under',
    'at-most': 'at most',
  },
} as const;

const changeWords = { vi: { up: 'tăng', down: 'giảm' }, en: { up: 'up', down: 'down' } } as const;

/** A number with the separators of the language: `5.100`, `9,25`. */
export const formatNumber = (value: number, locale: Locale = 'vi'): string => {
  const format =
    numberFormats.get(locale) ??
    new Intl.NumberFormat(locales[locale].tag, { maximumFractionDigits: 6, useGrouping: 'always' });
  numberFormats.set(locale, format);
  return format.format(value);
};

/** Making one takes longer than writing a hundred numbers. */
const numberFormats = new Map<Locale, Intl.NumberFormat>();

/** The parts of a value as they are set on a page: `trên` · `443.000` · `người tham gia`. */
export interface ValueParts {
  /** Words before the number; empty for an exact one. */
  qualifier: string;
  number: string;
  unit: string;
}

/** Đồng below a million are written in full: `850.000 đồng`. */
const smallestMoneyUnit = { size: 1, unit: { vi: 'đồng', en: 'đồng' } } as const;
const moneyUnits = [
  { size: 1e9, unit: { vi: 'tỷ đồng', en: 'billion đồng' } },
  { size: 1e6, unit: { vi: 'triệu đồng', en: 'million đồng' } },
] as const;

export const valueParts = (
  { indicator, observation }: Pick<Figure, 'indicator' | 'observation'>,
  locale: Locale = 'vi',
): ValueParts => {
  const { value } = observation;
  const words: string[] = [];
  if (indicator.measure === 'change') words.push(changeWords[locale][value < 0 ? 'down' : 'up']);
  words.push(qualifierWords[locale][observation.qualifier]);
  const qualifier = words.filter(Boolean).join(' ');
  if (indicator.measure === 'money') {
    const { size, unit } = moneyUnits.find(({ size }) => value >= size) ?? smallestMoneyUnit;
    return { qualifier, number: formatNumber(value / size, locale), unit: unit[locale] };
  }
  const percent = indicator.measure !== 'count';
  return {
    qualifier,
    number: formatNumber(Math.abs(value), locale) + (percent ? '%' : ''),
    unit: percent ? '' : indicator.unit[locale],
  };
};

/** The value in words: `trên 443.000 người tham gia`, `giảm 9,25%`. */
export const valueText = (figure: Pick<Figure, 'indicator' | 'observation'>, locale: Locale = 'vi'): string => {
  const { qualifier, number, unit } = valueParts(figure, locale);
  return [qualifier, number, unit].filter(Boolean).join(' ');
};

const areaNames: Record<string, Record<Locale, string>> = {
  VN: { vi: 'Cả nước', en: 'Viet Nam' },
  'VN-04': { vi: 'Tỉnh Cao Bằng', en: 'Cao Bằng province' },
};

/** Name of an ISO 3166 area; the code itself where the site has no name for it. */
export const areaName = (code: string, locale: Locale = 'vi'): string => areaNames[code]?.[locale] ?? code;

/** The figure as one sentence that can be quoted as it stands. */
export const sentence = (figure: Figure, locale: Locale = 'vi'): string => {
  const { indicator, observation, release, source } = figure;
  const when = dates.period(release.period, locale);
  const against = observation.base ? dates.period(observation.base, locale) : '';
  const base = against && (locale === 'vi' ? ` so với ${against}` : ` against ${against}`);
  const area = areaName(release.area, locale);
  // Words such as “Tỉnh” open a line in tables; inside a sentence they are small.
  const where = locale === 'vi' ? lowerFirst(area) : area;
  return `${indicator.label[locale]}, ${where}, ${when}: ${valueText(figure, locale)}${base} (${source.publisher}).`;
};

/** A label inside a sentence: a first word that is no abbreviation begins small. */
export const lowerFirst = (value: string): string =>
  /^\p{Lu}\p{Ll}/u.test(value) ? value[0]!.toLowerCase() + value.slice(1) : value;

const sameWords = { vi: 'không đổi', en: 'unchanged' } as const;
const pointWords = { vi: 'điểm phần trăm', en: 'percentage points' } as const;
/** A change between two values of which one is not exact is itself not exact. */
const roughWords = { vi: 'khoảng ', en: 'about ' } as const;

/** How a later value of a series stands to an earlier one: in per cent, or in percentage points where the values are per cent. */
export const changeText = (earlier: Figure, later: Figure, locale: Locale = 'vi'): string => {
  const [from, to] = [earlier.observation.value, later.observation.value];
  if (from === to) return sameWords[locale];
  const direction = changeWords[locale][to < from ? 'down' : 'up'];
  const share = earlier.indicator.measure === 'share';
  // Nothing is a percentage of zero.
  if (from === 0 && !share) return direction;
  const amount = share ? Math.abs(to - from) : (Math.abs(to - from) / Math.abs(from)) * 100;
  const rough =
    earlier.observation.qualifier === 'exact' && later.observation.qualifier === 'exact' ? '' : roughWords[locale];
  const number = formatNumber(Number(amount.toFixed(share ? 2 : 1)), locale);
  return `${direction} ${rough}${number}${share ? ` ${pointWords[locale]}` : '%'}`;
};

/** Day of the last entry in a value's history, or null. */
export const lastChange = ({ observation }: Figure): string | null =>
  observation.revisions
    .map(({ date }) => date)
    .sort()
    .at(-1) ?? null;

/** When any of the figures was last changed or published, as closely as is known; undefined where there are none. */
export const lastFigureChange = (figures: readonly Figure[]): string | undefined =>
  figures
    .map((figure) => lastChange(figure) ?? figure.release.publishedAt)
    .sort()
    .at(-1);

/** Newest period first; of one period the one published last. */
export const byPeriod = (a: Figure, b: Figure): number =>
  b.release.period.end.localeCompare(a.release.period.end) ||
  b.release.publishedAt.localeCompare(a.release.publishedAt);

/** Whole months from the first to the last day of a period, or 0 where it does not run from month to month. */
const months = ({ start, end }: Release['period']): number => {
  const next = new Date(`${end}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  if (!start.endsWith('-01') || next.getUTCDate() !== 1) return 0;
  return (next.getUTCFullYear() - Number(start.slice(0, 4))) * 12 + next.getUTCMonth() + 1 - Number(start.slice(5, 7));
};

const days = ({ start, end }: Release['period']): number => (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;

/** Observations that may stand in one chart: same indicator, area and length of period. Oldest first. */
export interface Series {
  area: string;
  /** Length of each period; 0 where it is not counted in whole months. */
  months: number;
  figures: Figure[];
}

/** Groups the figures of one indicator into the series that may be compared; longest series first. */
export const seriesOf = (figures: readonly Figure[]): Series[] => {
  const groups = new Map<string, Series>();
  for (const figure of [...figures].sort(byPeriod).reverse()) {
    const length = months(figure.release.period);
    const key = `${figure.release.area} ${length > 0 ? `${length} months` : `${days(figure.release.period)} days`}`;
    const series = groups.get(key) ?? { area: figure.release.area, months: length, figures: [] };
    groups.set(key, series);
    series.figures.push(figure);
  }
  return [...groups.values()].sort((a, b) => b.figures.length - a.figures.length);
};

/** The series that a chart may show: whole months, two values or more, and no rates of change, whose bases differ. */
export const chartableSeries = (figures: readonly Figure[]): Series[] =>
  figures[0]?.indicator.measure === 'change'
    ? []
    : seriesOf(figures).filter((series) => series.months > 0 && series.figures.length > 1);

/** Why some values of an indicator stand in no chart together, in words; empty where all are comparable or there is one only. */
export const incomparabilityReason = (figures: readonly Figure[]): string => {
  const series = seriesOf(figures);
  if (figures.length < 2 || series.length === 1) return '';
  const reasons = [
    new Set(figures.map(({ release }) => release.area)).size > 1 ? 'đếm ở nơi khác nhau' : '',
    new Set(series.map(({ months }) => months)).size > 1 ? 'có độ dài kỳ khác nhau' : '',
  ].filter(Boolean);
  return reasons.join(' và ');
};
