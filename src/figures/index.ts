/** Pure functions on figures: formatting, sentences, comparison and order. */
import { dates, type Locale } from '../i18n/index.ts';
import { areaOf, type Indicator, type Observation, type Release, type Source } from '../schema/index.ts';
import { changeWords, formatNumber, levelOf, plainValueText } from './values.ts';

export { countsIn, findMismatch, matches, type Mismatch, type Passage } from './proof.ts';
export { readQuantities, type Quantity } from './quantities.ts';
export { descriptionChanges, otherChanges } from './description-changes.ts';
export {
  formatNumber,
  isPercent,
  levelOf,
  plainValueText,
  sameAmount,
  statusText,
  valueParts,
  valueText,
  writtenAmount,
} from './values.ts';
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

/** Name of an ISO 3166 area; the code itself if it is none that the site knows. */
export const areaName = (code: string, locale: Locale = 'vi'): string => areaOf(code)?.[locale] ?? code;

/** A count since the first day of a month is one since that month. */
const sinceOf = ({ start }: Release['period']): string => start.replace(/-01$/, '');

/** The days of a release in words: a period, the day of a stock, or what a running total covers. */
export const periodText = ({ period, timing }: Pick<Release, 'period' | 'timing'>, locale: Locale = 'vi'): string => {
  const vi = locale === 'vi';
  const end = dates.day(period.end, locale);
  if (timing === 'as-of') return vi ? `tính đến ngày ${end}` : `as of ${end}`;
  if (timing !== 'cumulative') return dates.period(period, locale);
  const start = dates.day(sinceOf(period), locale);
  return vi ? `lũy kế từ ${start} đến ngày ${end}` : `running total from ${start} to ${end}`;
};

/** What the periods of a series have in common, in Vietnamese: `6 tháng mỗi kỳ`, `lũy kế từ tháng 2/2020`. */
export const seriesText = ({ figures: [first], months: length }: Series): string => {
  if (first?.release.timing === 'as-of') return 'số tính đến một ngày';
  if (first?.release.timing === 'cumulative') return `lũy kế từ ${dates.day(sinceOf(first.release.period))}`;
  return `${length} tháng mỗi kỳ`;
};

/** Who counted, and through whom it is known. */
export interface Attribution {
  producer: string;
  /** The paper or site that published it, where that is not the producer; else empty. */
  via: string;
}

/** The producer of a figure and the publisher of its source. */
export const attribution = (
  { release, source }: { release: Pick<Release, 'producer'>; source: Pick<Source, 'publisher' | 'english'> },
  locale: Locale = 'vi',
): Attribution => ({
  producer: release.producer[locale],
  via:
    source.publisher === release.producer.vi
      ? ''
      : locale === 'en'
        ? (source.english?.publisher ?? source.publisher)
        : source.publisher,
});

const viaWords = { vi: 'dẫn qua', en: 'via' } as const;

/** The producer in words, with the way it is known by: `Bộ Công an, dẫn qua Báo Tiền Phong`. */
export const attributionText = (figure: Parameters<typeof attribution>[0], locale: Locale = 'vi'): string => {
  const { producer, via } = attribution(figure, locale);
  return via === '' ? producer : `${producer}, ${viaWords[locale]} ${via}`;
};

/** The producer in a sentence, after the status: `số ước tính của Bộ Công an, dẫn qua …`. */
const signature = (figure: Figure, locale: Locale): string => {
  const by = attributionText(figure, locale);
  switch (figure.observation.status) {
    case 'final':
    case 'missing':
      return by;
    case 'break':
      return locale === 'vi' ? `đã đổi cách đếm, không so với số trước; ${by}` : `break in series; ${by}`;
    case 'provisional':
      return locale === 'vi' ? `số tạm tính của ${by}` : `provisional; ${by}`;
    case 'estimated':
      return locale === 'vi' ? `số ước tính của ${by}` : `estimate; ${by}`;
  }
};

/** The figure as one sentence that can be quoted without context. */
export const sentence = (figure: Figure, locale: Locale = 'vi'): string => {
  const { indicator, observation, release } = figure;
  const when = periodText(release, locale);
  const against = observation.base ? dates.period(observation.base, locale) : '';
  const base = against && (locale === 'vi' ? ` so với ${against}` : ` against ${against}`);
  const area = areaName(release.area, locale);
  // Words such as “Tỉnh” are capitalised in tables and not inside a sentence.
  const where = locale === 'vi' ? lowerFirst(area) : area;
  return `${indicator.label[locale]}, ${where}, ${when}: ${plainValueText(figure, locale)}${base} (${signature(figure, locale)}).`;
};

/** A label for use inside a sentence: its first letter in lower case, unless the first word is an abbreviation. */
export const lowerFirst = (value: string): string =>
  /^\p{Lu}\p{Ll}/u.test(value) ? value.charAt(0).toLowerCase() + value.slice(1) : value;

const sameWords = { vi: 'không đổi', en: 'unchanged' } as const;
const pointWords = { vi: 'điểm phần trăm', en: 'percentage points' } as const;
/** For a change between two values of which one is not exact. */
const roughWords = { vi: 'khoảng ', en: 'about ' } as const;

/** The change between two values of a series: in per cent, or in percentage points if the values are percentages; empty where they have none. */
export const changeText = (earlier: Figure, later: Figure, locale: Locale = 'vi'): string => {
  const [from, to] = [earlier.observation.value, later.observation.value];
  // Only two single numbers have a difference.
  if (typeof from !== 'number' || typeof to !== 'number') return '';
  if (from === to) return sameWords[locale];
  const direction = changeWords[locale][to < from ? 'down' : 'up'];
  const share = earlier.indicator.measure === 'share';
  // A change from zero has no percentage.
  if (from === 0 && !share) return direction;
  const amount = share ? Math.abs(to - from) : (Math.abs(to - from) / Math.abs(from)) * 100;
  const rough = [earlier, later].every(({ observation }) => observation.qualifier === 'exact')
    ? ''
    : roughWords[locale];
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

/** SDMX code list CL_FREQ by the length of a period: year, half-year, quarter, month, week, day; `_O` another, `_Z` none. */
export type Frequency = 'A' | 'S' | 'Q' | 'M' | 'W' | 'D' | '_O' | '_Z';

const monthFrequencies: Readonly<Record<number, Frequency>> = { 12: 'A', 6: 'S', 3: 'Q', 1: 'M' };
const dayFrequencies: Readonly<Record<number, Frequency>> = { 7: 'W', 1: 'D' };

/** The frequency of a release; stocks and running totals have none. */
export const frequencyOf = ({ period, timing }: Pick<Release, 'period' | 'timing'>): Frequency =>
  timing !== undefined && timing !== 'during'
    ? '_Z'
    : (monthFrequencies[months(period)] ?? dayFrequencies[days(period)] ?? '_O');

const days = ({ start, end }: Release['period']): number => (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;

/**
 * Figures that can be compared: same indicator, area, timing and length of period. Oldest first. Of documents that disagree,
 * only the one that the page leads with.
 */
export interface Series {
  area: string;
  /** Length of each period in whole months; 0 if it is none, and for stocks and running totals. */
  months: number;
  figures: Figure[];
}

/** The document that a page leads with gives this value; false for one that is shown beside it. */
export const isLeading = ({ observation }: { observation: Pick<Observation, 'alternativeTo'> }): boolean =>
  observation.alternativeTo === undefined;

/** What else was published of the same indicator, area and days by other documents; the one that leads first. */
export const disagreeing = (figure: Figure, ofIndicator: readonly Figure[]): Figure[] => {
  const lead = figure.observation.alternativeTo?.release ?? figure.releaseId;
  return ofIndicator
    .filter(
      (other) =>
        other.releaseId !== figure.releaseId &&
        (other.releaseId === lead || other.observation.alternativeTo?.release === lead),
    )
    .sort((a, b) => Number(isLeading(b)) - Number(isLeading(a)));
};

const seriesKey = ({ release: { period, timing } }: Figure): { key: string; months: number } => {
  if (timing === 'as-of') return { key: 'as of a day', months: 0 };
  if (timing === 'cumulative') return { key: `since ${period.start}`, months: 0 };
  const length = months(period);
  return { key: length > 0 ? `${length} months` : `${days(period)} days`, months: length };
};

/** Groups the figures of one indicator into comparable series; longest series first. */
export const seriesOf = (figures: readonly Figure[]): Series[] => {
  const groups = new Map<string, Series>();
  for (const figure of figures.filter(isLeading).sort(byPeriod).reverse()) {
    const { area } = figure.release;
    const { key, months: length } = seriesKey(figure);
    const series = groups.get(`${area} ${key}`) ?? { area, months: length, figures: [] };
    groups.set(`${area} ${key}`, series);
    series.figures.push(figure);
  }
  return [...groups.values()].sort((a, b) => b.figures.length - a.figures.length);
};

const isDated = ({ figures }: Series): boolean =>
  figures.every(({ release }) => release.timing !== undefined && release.timing !== 'during');

/** Series for charts: whole months, stocks or running totals, at least two levels, and no rates of change, whose bases differ. */
export const chartableSeries = (figures: readonly Figure[]): Series[] =>
  figures[0]?.indicator.measure === 'change'
    ? []
    : seriesOf(figures).filter(
        (series) =>
          (series.months > 0 || isDated(series)) &&
          series.figures.filter(({ observation }) => levelOf(observation) !== null).length > 1,
      );

/** The reason, in Vietnamese, why the figures of an indicator are not one series; empty if they are, or for a single figure. */
export const incomparabilityReason = (figures: readonly Figure[]): string => {
  const series = seriesOf(figures);
  if (figures.length < 2 || series.length === 1) return '';
  const reasons = [
    new Set(figures.map(({ release }) => release.area)).size > 1 ? 'đếm ở nơi khác nhau' : '',
    new Set(series.map(({ figures: [first] }) => first?.release.timing ?? 'during')).size > 1
      ? 'có số của kỳ, số tính đến một ngày hoặc số lũy kế'
      : new Set(series.map(({ months }) => months)).size > 1
        ? 'có độ dài kỳ khác nhau'
        : '',
  ].filter(Boolean);
  return reasons.join(' và ');
};
