/** How a value is printed, compared and drawn: one number, a range, a part of a whole, a multiple, or none. */
import { locales, type Locale } from '../i18n/index.ts';
import type { Amount, Currency, Indicator, Observation, ObservationStatus } from '../schema/index.ts';

/** The parts of a figure that its value is printed from. */
interface Valued {
  indicator: Pick<Indicator, 'measure' | 'unit' | 'currency'>;
  observation: Pick<Observation, 'value' | 'qualifier'>;
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

export const changeWords = { vi: { up: 'tăng', down: 'giảm' }, en: { up: 'up', down: 'down' } } as const;
const missingWords = { vi: 'không có số liệu', en: 'no data' } as const;

/** A number with the separators of the language: `5.100`, `9,25`. */
export const formatNumber = (value: number, locale: Locale = 'vi'): string => {
  const format =
    numberFormats.get(locale) ??
    new Intl.NumberFormat(locales[locale].tag, { maximumFractionDigits: 12, useGrouping: 'always' });
  numberFormats.set(locale, format);
  return format.format(value);
};

/** Creating a formatter takes longer than formatting a hundred numbers. */
const numberFormats = new Map<Locale, Intl.NumberFormat>();

/** The parts of a formatted value: `trên` · `443.000` · `người tham gia`. */
export interface ValueParts {
  /** Words before the number; empty for an exact value. All there is where the value is missing. */
  qualifier: string;
  number: string;
  unit: string;
}

const currencyNames: Record<Currency, Record<Locale, string>> = {
  VND: { vi: 'đồng', en: 'đồng' },
  USD: { vi: 'USD', en: 'USD' },
  CNY: { vi: 'nhân dân tệ', en: 'yuan' },
  EUR: { vi: 'euro', en: 'euros' },
};
const moneyScales = [
  { size: 1e9, word: { vi: 'tỷ', en: 'billion' } },
  { size: 1e6, word: { vi: 'triệu', en: 'million' } },
] as const;
const noScale = { size: 1, word: { vi: '', en: '' } } as const;
/** Money with more decimals than this in billions is written in millions, and then in full: nothing is rounded away. */
const MONEY_DECIMALS = 3;

/** The scale in which all of some amounts of money have a whole part and few decimals. */
const moneyScale = (values: readonly number[]) =>
  moneyScales.find(({ size }) =>
    values.every((value) => {
      const scaled = value / size;
      return value === 0 || (scaled >= 1 && Number(scaled.toFixed(MONEY_DECIMALS)) * size === value);
    }),
  ) ?? noScale;

/**
 * Formats a value in parts. Money is in billions or millions of its currency where that takes few decimals, else in full;
 * percentages have their sign with the number.
 */
export const valueParts = ({ indicator, observation }: Valued, locale: Locale = 'vi'): ValueParts => {
  const { value } = observation;
  if (value === null) return { qualifier: missingWords[locale], number: '', unit: '' };
  const vi = locale === 'vi';
  const qualified = qualifierWords[locale][observation.qualifier];
  const words = (...parts: string[]): string => parts.filter(Boolean).join(' ');
  if (typeof value === 'object' && 'multiple' in value) {
    if (value.multiple < 1) return { qualifier: qualified, number: vi ? 'giảm một nửa' : 'halved', unit: '' };
    const times = formatNumber(value.multiple, locale);
    return vi
      ? { qualifier: words('gấp', qualified), number: times, unit: 'lần' }
      : { qualifier: qualified, number: times, unit: 'times as many' };
  }
  const numbers = numbersOf(value);
  const direction = changeWords[locale][numbers.some((number) => number < 0) ? 'down' : 'up'];
  const qualifier = words(indicator.measure === 'change' ? direction : '', qualified);
  const sizes = numbers.map(Math.abs);
  const { size, word } = indicator.measure === 'money' ? moneyScale(sizes) : noScale;
  // A fall of 8 to 10% is kept as -10 to -8.
  const written = (typeof value === 'object' && 'range' in value ? sizes.sort((a, b) => a - b) : sizes).map((each) =>
    formatNumber(each / size, locale),
  );
  const percent = isPercent(indicator) ? '%' : '';
  const joint = typeof value === 'object' && 'of' in value ? '/' : '–';
  const unit =
    indicator.measure === 'money' ? currencyNames[indicator.currency ?? 'VND'][locale] : indicator.unit[locale];
  return { qualifier, number: written.join(joint) + percent, unit: percent ? '' : words(word[locale], unit) };
};

/** Whether an indicator is stated in per cent: a share, or a change. */
export const isPercent = ({ measure }: Pick<Indicator, 'measure'>): boolean =>
  measure === 'share' || measure === 'change';

const statusWords: Record<ObservationStatus, Record<Locale, string>> = {
  final: { vi: '', en: '' },
  provisional: { vi: 'tạm tính', en: 'provisional' },
  estimated: { vi: 'ước tính', en: 'estimate' },
  break: { vi: 'đã đổi cách đếm', en: 'break in series' },
  missing: { vi: '', en: '' },
};

/** What stands beside a value that cannot be relied on as others can: `tạm tính`, `ước tính`; empty for any other. */
export const statusText = (
  { observation }: { observation: Pick<Observation, 'status'> },
  locale: Locale = 'vi',
): string => statusWords[observation.status][locale];

/** The value in words, without its status: `trên 443.000 người tham gia`, `giảm 9,25%`. */
export const plainValueText = (figure: Valued, locale: Locale = 'vi'): string => {
  const { qualifier, number, unit } = valueParts(figure, locale);
  return [qualifier, number, unit].filter(Boolean).join(' ');
};

/** The value in words with its status: `trên 6.000 tỷ đồng (ước tính)`. */
export const valueText = (
  figure: Valued & { observation: Pick<Observation, 'status'> },
  locale: Locale = 'vi',
): string => {
  const status = statusText(figure, locale);
  return plainValueText(figure, locale) + (status && ` (${status})`);
};

/** The numbers that a value is made of, as they are written in content; none where it is missing. */
export const numbersOf = (value: Amount): number[] => {
  if (value === null) return [];
  if (typeof value === 'number') return [value];
  if ('range' in value) return [...value.range];
  return 'of' in value ? [...value.of] : [value.multiple];
};

/** Whether two values are of one form and of the same numbers. */
export const sameAmount = (a: Amount, b: Amount): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A value as it is written in content, for messages. */
export const writtenAmount = (value: Amount): string | number =>
  typeof value === 'number' ? value : JSON.stringify(value);

/** What an axis or an order goes by: a number, the part of a whole, the ends of a range. Null where there is no level to draw. */
export const levelOf = ({ value }: Pick<Observation, 'value'>): readonly [low: number, high: number] | null => {
  if (value === null) return null;
  if (typeof value === 'number') return [value, value];
  if ('range' in value) return value.range;
  return 'of' in value ? [value.of[0], value.of[0]] : null;
};
