/** A bar chart of one series as SVG, made by the build: for readers without scripts, for print, feeds and downloads. */
import { dates, type Locale } from '../i18n/index.ts';
import { formatNumber, levelOf, periodText, plainValueText, statusText, type Figure, type Series } from './index.ts';

/** Colours of a chart: design tokens on a page, fixed values in a file. */
export interface Palette {
  ink: string;
  line: string;
  bar: string;
  /** Fill of a bar whose value is not exact. */
  open: string;
  ground: string;
}

export const pagePalette: Palette = {
  ink: 'var(--ink)',
  line: 'var(--line)',
  bar: 'var(--indigo)',
  open: 'var(--indigo-soft)',
  ground: 'none',
};
export const filePalette: Palette = {
  ink: '#171a26',
  line: '#d9d5c7',
  bar: '#25316e',
  open: '#e8eaf4',
  ground: '#ffffff',
};

const WIDTH = 640;
const HEIGHT = 320;
const MARGIN = { top: 34, right: 12, bottom: 44, left: 76 };
const MAX_SLOTS = 24;

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Slots on the horizontal axis: one per period from first to last, also for periods without a value. */
const slots = ({ figures, months }: Series) => {
  const starts = figures.map((figure) => monthOf(figure.release.period.start));
  // Days of stocks and running totals are no regular steps.
  const indexes = starts.map((start, index) =>
    months > 0 ? Math.round((start - Math.min(...starts)) / months) : index,
  );
  const last = Math.max(...indexes);
  // If the periods do not fit, the bars are drawn side by side, in order.
  return {
    count: Math.max(Math.min(last + 1, MAX_SLOTS), figures.length),
    indexOf: (bar: number): number => (last < MAX_SLOTS ? (indexes[bar] ?? bar) : bar),
  };
};

/** Top of the vertical axis: a round number at or above the largest value, in steps of 1, 2 or 5 times a power of ten. */
const scaleTop = (most: number): { top: number; step: number } => {
  const rough = most / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  return { top: Math.ceil(most / step) * step, step };
};

/** Whether a value is one exact, final number: only such a bar is filled. */
export const isExact = ({ observation }: Figure): boolean =>
  observation.qualifier === 'exact' &&
  typeof observation.value !== 'object' &&
  !['provisional', 'estimated'].includes(observation.status);

/** What stands below a bar: its period, or its day where all bars are as of a day or since the same one. */
const tickText = ({ release }: Figure, locale: Locale): string =>
  release.timing === undefined || release.timing === 'during'
    ? periodText(release, locale)
    : dates.day(release.period.end, locale);

/** What stands below the bars of an interactive chart: a second line where a value is missing or has a status. */
export const ticksOf = (figures: readonly Figure[], locale: Locale): (string | string[])[] =>
  figures.map((figure) => {
    const tick = tickText(figure, locale);
    const note = figure.observation.value === null ? plainValueText(figure, locale) : statusText(figure, locale);
    return note === '' ? tick : [tick, note];
  });

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const at = (value: number): string => String(Math.round(value * 10) / 10);

/**
 * The chart as SVG. The vertical axis starts at zero; bars of values that are not exact are dashed, a range is a bar between its
 * ends, a missing value has its words and no bar, and a dotted line stands before a value that is counted otherwise than earlier ones.
 */
export const barChartSvg = (series: Series, title: string, palette: Palette, locale: Locale = 'vi'): string => {
  const { figures } = series;
  const { count, indexOf } = slots(series);
  const levels = figures.map(({ observation }) => levelOf(observation));
  const { top, step } = scaleTop(Math.max(...levels.map((level) => level?.[1] ?? 0)));
  const [plotWidth, plotHeight] = [WIDTH - MARGIN.left - MARGIN.right, HEIGHT - MARGIN.top - MARGIN.bottom];
  const slot = plotWidth / count;
  const bar = Math.min(slot * 0.6, 96);
  const y = (value: number): number => MARGIN.top + plotHeight * (1 - value / top);
  const percent = figures[0]?.indicator.measure === 'share' ? '%' : '';
  const text = (x: number, height: number, words: string, anchor: string, weight = '400'): string =>
    `<text x="${at(x)}" y="${at(height)}" text-anchor="${anchor}" font-weight="${weight}" fill="${palette.ink}">${escape(words)}</text>`;

  const grid = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step).map(
    (value) =>
      `<path d="M${MARGIN.left} ${at(y(value))}H${WIDTH - MARGIN.right}" stroke="${value === 0 ? palette.ink : palette.line}"/>` +
      text(MARGIN.left - 8, y(value) + 5, formatNumber(Number(value.toPrecision(12)), locale) + percent, 'end'),
  );
  const bars = figures.map((figure, index) => {
    const centre = MARGIN.left + slot * (indexOf(index) + 0.5);
    const [low, high] = levels[index] ?? [0, 0];
    const isRange = low !== high;
    const foot = isRange ? y(low) : MARGIN.top + plotHeight;
    const height = y(high);
    const exact = isExact(figure);
    const status = statusText(figure, locale);
    const left = centre - slot / 2;
    return (
      (figure.observation.status === 'break'
        ? `<path d="M${at(left)} ${MARGIN.top - 18}V${MARGIN.top + plotHeight}" stroke="${palette.ink}" stroke-width="2" stroke-dasharray="2 5"/>`
        : '') +
      (levels[index]
        ? `<rect x="${at(centre - bar / 2)}" y="${at(height)}" width="${at(bar)}" height="${at(foot - height)}" fill="${exact ? palette.bar : palette.open}" stroke="${palette.bar}" stroke-width="3"${exact ? '' : ' stroke-dasharray="6 4"'}/>`
        : '') +
      text(centre, height - 8, plainValueText(figure, locale), 'middle', '700') +
      text(centre, HEIGHT - MARGIN.bottom + 20, tickText(figure, locale), 'middle') +
      // Below the period, where it has the width of the slot.
      (status && text(centre, HEIGHT - 6, status, 'middle'))
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escape(title)}" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif" font-size="16">` +
    (palette.ground === 'none' ? '' : `<rect width="${WIDTH}" height="${HEIGHT}" fill="${palette.ground}"/>`) +
    `${grid.join('')}${bars.join('')}</svg>`
  );
};
