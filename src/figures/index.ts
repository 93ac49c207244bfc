/** Pure functions on figures: formatting, sentences, comparison and order. */
import { dates, locales, type Locale } from '../i18n/index.ts';
import { areaOf, type Indicator, type Observation, type Release, type Source } from '../schema/index.ts';

export { countsIn, findMismatch, isPercent, matches, type Mismatch, type Passage } from './proof.ts';
export { readQuantities, type Quantity } from './quantities.ts';
export { descriptionChanges, otherChanges } from './description-changes.ts';
export { revisionErrors, changesOf, atVersion, proofsOf, versionsOf } from './revisions.ts';

/** One observation with its indicator, release and source. */
export interface Figure {
  indicatorId: string;
  indicator: Indicator;
  releaseId: string;
  release: Release;
  observation: Observation;
  /** The document that states the value: that of the release, or the last one that corrected it. */
  sourceId: string;
  source: Source;
  /** The verbatim passage that states the value. */
  quote: string;
  /** The document that stated the value before another one corrected it; absent where none did. */
  former?: { quote: string; source: Source };
  /** Day of the last change of what describes the figure; absent where there was none. */
  describedAt?: string;
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

/** Creating a formatter takes longer than formatting a hundred numbers. */
const numberFormats = new Map<Locale, Intl.NumberFormat>();

/** The parts of a formatted value: `trên` · `443.000` · `người tham gia`. */
export interface ValueParts {
  /** Words before the number; empty for an exact value. */
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

/** Formats a value in parts. Money is in billions or millions of đồng, below a million in full; percentages have their sign with the number. */
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

/** Name of an ISO 3166 area; the code itself if it is none that the site knows. */
export const areaName = (code: string, locale: Locale = 'vi'): string => areaOf(code)?.[locale] ?? code;

/** The figure as one sentence that can be quoted without context. */
export const sentence = (figure: Figure, locale: Locale = 'vi'): string => {
  const { indicator, observation, release, source } = figure;
  const when = dates.period(release.period, locale);
  const against = observation.base ? dates.period(observation.base, locale) : '';
  const base = against && (locale === 'vi' ? ` so với ${against}` : ` against ${against}`);
  const area = areaName(release.area, locale);
  // Words such as “Tỉnh” are capitalised in tables and not inside a sentence.
  const where = locale === 'vi' ? lowerFirst(area) : area;
  return `${indicator.label[locale]}, ${where}, ${when}: ${valueText(figure, locale)}${base} (${source.publisher}).`;
};

/** A label for use inside a sentence: its first letter in lower case, unless the first word is an abbreviation. */
export const lowerFirst = (value: string): string =>
  /^\p{Lu}\p{Ll}/u.test(value) ? value.charAt(0).toLowerCase() + value.slice(1) : value;

const sameWords = { vi: 'không đổi', en: 'unchanged' } as const;
const pointWords = { vi: 'điểm phần trăm', en: 'percentage points' } as const;
/** For a change between two values of which one is not exact. */
const roughWords = { vi: 'khoảng ', en: 'about ' } as const;

/** The change between two values of a series: in per cent, or in percentage points if the values are percentages. */
export const changeText = (earlier: Figure, later: Figure, locale: Locale = 'vi'): string => {
  const [from, to] = [earlier.observation.value, later.observation.value];
  if (from === to) return sameWords[locale];
  const direction = changeWords[locale][to < from ? 'down' : 'up'];
  const share = earlier.indicator.measure === 'share';
  // A change from zero has no percentage.
  if (from === 0 && !share) return direction;
  const amount = share ? Math.abs(to - from) : (Math.abs(to - from) / Math.abs(from)) * 100;
  const rough =
    earlier.observation.qualifier === 'exact' && later.observation.qualifier === 'exact' ? '' : roughWords[locale];
  const number = formatNumber(Number(amount.toFixed(share ? 2 : 1)), locale);
  return `${direction} ${rough}${number}${share ? ` ${pointWords[locale]}` : '%'}`;
};

/** Day of the last change of the value or of what describes it, or null. */
export const lastChange = ({ observation, describedAt }: Figure): string | null =>
  [...observation.revisions.map(({ date }) => date), ...(describedAt ? [describedAt] : [])].sort().at(-1) ?? null;

/** Latest change or publication of any of the figures, as precisely as known; undefined for an empty list. */
export const lastFigureChange = (figures: readonly Figure[]): string | undefined =>
  figures
    .map((figure) => lastChange(figure) ?? figure.release.publishedAt)
    .sort()
    .at(-1);

/** Sort order: newest period first; within a period, last published first. */
export const byPeriod = (a: Figure, b: Figure): number =>
  b.release.period.end.localeCompare(a.release.period.end) ||
  b.release.publishedAt.localeCompare(a.release.publishedAt);

/** Length of a period in whole months; 0 if it does not start and end with a month. */
const months = ({ start, end }: Release['period']): number => {
  const next = new Date(`${end}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  if (!start.endsWith('-01') || next.getUTCDate() !== 1) return 0;
  return (next.getUTCFullYear() - Number(start.slice(0, 4))) * 12 + next.getUTCMonth() + 1 - Number(start.slice(5, 7));
};

const days = ({ start, end }: Release['period']): number => (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;

/** Figures that can be compared: same indicator, area and length of period. Oldest first. */
export interface Series {
  area: string;
  /** Length of each period in whole months; 0 if it is none. */
  months: number;
  figures: Figure[];
}

/** Groups the figures of one indicator into comparable series; longest series first. */
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

/** Series for charts: whole months, at least two values, and no rates of change, whose bases differ. */
export const chartableSeries = (figures: readonly Figure[]): Series[] =>
  figures[0]?.indicator.measure === 'change'
    ? []
    : seriesOf(figures).filter((series) => series.months > 0 && series.figures.length > 1);

/** The reason, in Vietnamese, why the figures of an indicator are not one series; empty if they are, or for a single figure. */
export const incomparabilityReason = (figures: readonly Figure[]): string => {
  const series = seriesOf(figures);
  if (figures.length < 2 || series.length === 1) return '';
  const reasons = [
    new Set(figures.map(({ release }) => release.area)).size > 1 ? 'đếm ở nơi khác nhau' : '',
    new Set(series.map(({ months }) => months)).size > 1 ? 'có độ dài kỳ khác nhau' : '',
  ].filter(Boolean);
  return reasons.join(' và ');
};
