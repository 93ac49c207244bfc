/** Checks figures: each follows from the quote of its source, none is published twice, and no text states another number. */
import { dates } from '../i18n/index.ts';
import {
  countsIn,
  findMismatch,
  isPercent,
  levelOf,
  matches,
  proofsOf,
  readQuantities,
  revisionErrors,
  sameAmount,
  writtenAmount,
  type Mismatch,
  type Passage,
  type Quantity,
} from '../figures/index.ts';
import type { Problem, ProblemCode } from '../problems/index.ts';
import { areaOf, type Amount, type Indicator, type Observation, type Period, type Release } from '../schema/index.ts';
import type { ParseCache } from './parse-cache.ts';
import { lineAt, runsOf, stringsOf } from './texts.ts';
import { isOfKind, passagesOf, type ContentEntry } from './validate.ts';

type ReleaseEntry = ContentEntry<'statistics'> & ContentEntry;

/** A published value with the address that a `<Figure>` tag takes: `release/indicator`. */
interface PublishedValue {
  address: string;
  observation: Observation;
  indicator: Indicator;
}

/** All published values and the units they are counted in. */
interface Statistics {
  values: readonly PublishedValue[];
  /** Units of counted indicators. */
  units: readonly string[];
  /** Whether any value is a percentage. */
  percent: boolean;
}

/** Units of everyday sentences: a number with one of these is checked only if it is larger than `EVERYDAY_MAX`. */
const everydayUnits = new Set([
  'người',
  'trường hợp',
  'lần',
  'ngày',
  'tổ chức',
  'đối tượng',
  'mô hình',
  'địa bàn',
  'công dân',
]);
const EVERYDAY_MAX = 99;

/**
 * Checks every release, and every number in prose that has the unit of an indicator.
 * `complete`: whether all releases and indicators are among the entries; prose is checked only then.
 */
export const checkFigures = (entries: readonly ContentEntry[], complete: boolean, cache: ParseCache): Problem[] => {
  const releases = entries.filter((entry) => isOfKind(entry, 'statistics'));
  const indicators = new Map(
    entries.flatMap((entry) => (isOfKind(entry, 'indicators') ? [[entry.id, entry.data] as const] : [])),
  );
  const quotes = passagesOf(entries);
  const problems = [
    ...releases.flatMap((release) => checkRelease(release, indicators, quotes)),
    ...checkOverlaps(releases),
  ];
  if (!complete) return problems;
  const statistics = statisticsOf(releases, indicators);
  const deps = JSON.stringify(statistics.values);
  return [
    ...problems,
    ...entries.flatMap((entry) => cache.memo('prose', entry, deps, () => checkProse(entry, statistics))),
  ];
};

const statisticsOf = (releases: readonly ReleaseEntry[], indicators: ReadonlyMap<string, Indicator>): Statistics => {
  const values = releases.flatMap((release) =>
    release.data.observations.flatMap((observation): PublishedValue[] => {
      const indicator = indicators.get(observation.indicator);
      return indicator ? [{ address: `${release.id}/${observation.indicator}`, observation, indicator }] : [];
    }),
  );
  const counted = values.filter(({ indicator }) => indicator.measure === 'count');
  return {
    values,
    units: [...new Set(counted.map(({ indicator }) => indicator.unit.vi))],
    percent: values.some(({ indicator }) => isPercent(indicator)),
  };
};

const report = (entry: ContentEntry, field: PropertyKey[], code: ProblemCode, detail: Problem['detail']): Problem => ({
  file: entry.file,
  ...entry.locate(field),
  code,
  detail,
});

const checkRelease = (
  entry: ReleaseEntry,
  indicators: ReadonlyMap<string, Indicator>,
  quotes: ReadonlyMap<string, Passage>,
): Problem[] => {
  const { data } = entry;
  const found: Problem[] = [];
  // A date of reduced precision may be its last day: `2025` may be 31 December 2025.
  if (data.publishedAt < data.period.end.slice(0, data.publishedAt.length)) {
    found.push(
      report(entry, ['publishedAt'], 'observation-future', {
        published: dates.day(data.publishedAt),
        end: dates.day(data.period.end),
      }),
    );
  }
  const until = areaOf(data.area)?.until;
  if (until !== undefined && data.period.end > until) {
    found.push(
      report(entry, ['area'], 'area-ended', { area: areaOf(data.area)?.vi ?? data.area, until: dates.day(until) }),
    );
  }
  const seen = new Set<string>();
  // One number of a quote proves one figure: 8 typed for 38 is not proven by another 8 in the same quote.
  const usedIndexes = new Map<string, Set<number>>();
  data.observations.forEach((observation, index) => {
    const at = (field: string[]) => (code: ProblemCode, detail: Problem['detail']) =>
      found.push(report(entry, ['observations', index, ...field], code, detail));
    if (seen.has(observation.indicator)) {
      at(['indicator'])('observation-duplicate', { id: observation.indicator });
      return;
    }
    seen.add(observation.indicator);
    for (const { index: revisionIndex, ...error } of revisionErrors(observation, data)) {
      const formatted = Object.entries(error).map(
        ([key, value]) =>
          [key, ['date', 'earlier', 'published'].includes(key) ? dates.day(String(value)) : value] as const,
      );
      found.push(
        report(entry, ['observations', index, 'revisions', revisionIndex], 'revision-chain', {
          id: observation.indicator,
          ...Object.fromEntries(formatted),
        }),
      );
    }
    if (observation.base && observation.base.end >= data.period.start) {
      at(['base', 'end'])('observation-base-order', {
        id: observation.indicator,
        end: dates.day(observation.base.end),
        start: dates.day(data.period.start),
      });
    }
    const indicator = indicators.get(observation.indicator);
    if (!indicator) return;
    const wanted = measureFor(observation.value);
    if (wanted !== null && indicator.measure !== wanted)
      at(['value'])('observation-form', { id: observation.indicator, measure: indicator.measure, wanted });
    if (indicator.measure === 'change' && !observation.base)
      at(['value'])('observation-base', { id: observation.indicator });
    const { passage: current, former } = proofsOf(observation, data);
    const stated = [
      ...former.map(({ version, passage }) => ({ passage, stated: { ...observation, ...version } })),
      ...[current, ...observation.corroboratedBy].map((passage) => ({ passage, stated: observation })),
    ];
    for (const { passage, stated: version } of stated) {
      const quote = quotes.get(passage);
      const used = usedIndexes.get(passage) ?? new Set();
      usedIndexes.set(passage, used);
      const mismatch = quote ? findMismatch(version, indicator, quote, used) : null;
      if (mismatch)
        at([mismatch.kind === 'qualifier' ? 'qualifier' : 'value'])(
          ...proofProblem(mismatch, passage, version, indicator),
        );
    }
  });
  return [...found, ...swappable(entry, indicators, quotes)];
};

/**
 * Pairs of figures whose values and quotes could be swapped without any check noticing: the quotes prove the numbers, but not
 * what each of them counts.
 */
const swappable = (
  entry: ReleaseEntry,
  indicators: ReadonlyMap<string, Indicator>,
  quotes: ReadonlyMap<string, Passage>,
): Problem[] => {
  const { observations } = entry.data;
  const proves = (from: Observation, to: Observation): boolean => {
    const indicator = indicators.get(to.indicator);
    const quote = quotes.get(proofsOf(from, entry.data).passage);
    return Boolean(indicator && quote && findMismatch(from, indicator, quote) === null);
  };
  const isSame = (a: Observation, b: Observation): boolean =>
    sameAmount(a.value, b.value) && a.qualifier === b.qualifier && a.quote === b.quote;
  // A figure that its own quote does not prove has a problem of its own.
  const proven = observations.filter((observation) => proves(observation, observation));
  return proven.flatMap((observation, position) =>
    proven
      .slice(0, position)
      .filter(
        (other) =>
          other.indicator !== observation.indicator &&
          !isSame(other, observation) &&
          proves(observation, other) &&
          proves(other, observation),
      )
      .map((other) =>
        report(entry, ['observations', observations.indexOf(observation), 'indicator'], 'proof-ambiguous', {
          id: observation.indicator,
          other: other.indicator,
        }),
      ),
  );
};

const proofProblem = (
  mismatch: Mismatch,
  quote: string,
  observation: Observation,
  indicator: Indicator,
): [ProblemCode, Problem['detail']] => [
  `proof-${mismatch.kind}`,
  {
    quote,
    field: observation.indicator,
    value: writtenAmount(observation.value),
    qualifier: observation.qualifier,
    unit: indicator.unit.vi,
    stated: mismatch.stated,
  },
];

/** The only measure that a value of a form can have; null for a form of any measure. */
const measureFor = (value: Amount): Indicator['measure'] | null => {
  if (value === null || typeof value === 'number' || 'range' in value) return null;
  return 'of' in value ? 'count' : 'change';
};

/** One observation of a release, with its place there. */
interface Placed {
  release: ReleaseEntry;
  index: number;
  observation: Observation;
}

/**
 * Two values of one indicator and area whose days overlap. Of the same days there may be several where their documents disagree and
 * one is named as the one to lead with. Otherwise one period lies within the other (a half year within its year), one is longer
 * than a year, or they are running totals or stocks of different days.
 */
const checkOverlaps = (releases: readonly ReleaseEntry[]): Problem[] => {
  const byIndicator = new Map<string, Placed[]>();
  const found: Problem[] = [];
  for (const release of releases) {
    release.data.observations.forEach((observation, index) => {
      const placed = { release, index, observation };
      const others = (byIndicator.get(observation.indicator) ?? []).filter((other) => other.release !== release);
      const overlapping = others.find((other) => isRefusedBeside(placed, other));
      if (overlapping)
        found.push(
          report(release, ['observations', index, 'indicator'], 'observation-overlap', {
            id: observation.indicator,
            other: overlapping.release.id,
          }),
        );
      byIndicator.set(observation.indicator, [...(byIndicator.get(observation.indicator) ?? []), placed]);
    });
  }
  for (const placed of [...byIndicator.values()].flat()) {
    const rule = alternativeError(placed, byIndicator.get(placed.observation.indicator) ?? []);
    if (rule)
      found.push(
        report(placed.release, ['observations', placed.index, 'alternativeTo'], 'alternative-target', {
          id: placed.observation.indicator,
          other: placed.observation.alternativeTo?.release ?? '',
          rule,
        }),
      );
  }
  return found;
};

const isRefusedBeside = (a: Placed, b: Placed): boolean => {
  const [one, other] = [a.release.data, b.release.data];
  if (one.area !== other.area) return false;
  if (isSameDays(one, other)) {
    const [leadOfA, leadOfB] = [a, b].map(
      ({ release, observation }) => observation.alternativeTo?.release ?? release.id,
    );
    return leadOfA !== leadOfB;
  }
  const isFlow = [one, other].every(({ timing }) => timing === undefined || timing === 'during');
  return isFlow && [one, other].every(({ period }) => !isOverAYear(period)) && isPartOverlap(one.period, other.period);
};

/** A stock of a day and what happened on that day are different things. */
const isSameDays = (a: Release, b: Release): boolean =>
  a.period.start === b.period.start &&
  a.period.end === b.period.end &&
  (a.timing === 'as-of') === (b.timing === 'as-of');

const isOverAYear = ({ start, end }: Period): boolean => end >= `${Number(start.slice(0, 4)) + 1}${start.slice(4)}`;

const isPartOverlap = (a: Period, b: Period): boolean => {
  const within = (inner: Period, outer: Period): boolean => outer.start <= inner.start && inner.end <= outer.end;
  return a.start <= b.end && b.start <= a.end && !within(a, b) && !within(b, a);
};

/** Why a value cannot stand beside the one that it names as leading; empty where it can, and where it names none. */
const alternativeError = (
  { release, observation }: Placed,
  ofIndicator: readonly Placed[],
): 'absent' | 'days' | 'source' | 'chain' | 'same' | '' => {
  if (!observation.alternativeTo) return '';
  const lead = ofIndicator.find((other) => other.release.id === observation.alternativeTo?.release);
  if (!lead) return 'absent';
  if (lead.observation.alternativeTo) return 'chain';
  if (lead.release.data.area !== release.data.area || !isSameDays(lead.release.data, release.data)) return 'days';
  if (lead.release.data.source === release.data.source) return 'source';
  const isSame =
    sameAmount(lead.observation.value, observation.value) && lead.observation.qualifier === observation.qualifier;
  return isSame ? 'same' : '';
};

/** Numbers in Vietnamese prose that no release holds, or that should be a `<Figure>` tag. */
const checkProse = (entry: ContentEntry, statistics: Statistics): Problem[] => {
  if (!['articles', 'alerts', 'conferences'].includes(entry.kind)) return [];
  const found: Problem[] = [];
  for (const { path, text } of stringsOf(entry.data, [])) {
    if (path[0] === 'english') continue;
    for (const quantity of readQuantities(text)) {
      const claim = claimOf(quantity, statistics);
      if (claim?.stated.length === 0)
        found.push(
          report(entry, path, 'prose-figure', {
            stated: quantity.text,
            unit: claim.unit,
            correct: closestFigureTag(quantity, claim.sameUnit),
          }),
        );
    }
  }
  for (const run of runsOf(entry.parsed?.nodes ?? [])) {
    for (const quantity of readQuantities(run.map(({ value }) => value).join(''))) {
      const claim = claimOf(quantity, statistics);
      if (!claim) continue;
      const match = claim.stated[0] ?? claim.equal[0];
      const [code, correct]: [ProblemCode, string] = match
        ? ['prose-figure-typed', figureTag(match)]
        : ['prose-figure', closestFigureTag(quantity, claim.sameUnit)];
      found.push({
        file: entry.file,
        line: entry.bodyLine + lineAt(run, quantity.index) - 1,
        column: 1,
        code,
        detail: { stated: quantity.text, unit: claim.unit, correct },
      });
    }
  }
  return found;
};

/** What a number in a text claims. */
interface Claim {
  /** Empty for a percentage. */
  unit: string;
  /** Published values of the same unit. */
  sameUnit: PublishedValue[];
  /** Of these, the ones with the same value. */
  equal: PublishedValue[];
  /** Of these, the ones with the same qualifier and direction too. */
  stated: PublishedValue[];
}

/** The claim of a number that has the unit of an indicator; null for any other number. */
const claimOf = (quantity: Quantity, { values, units, percent }: Statistics): Claim | null => {
  let unit = quantity.percent && percent ? '%' : '';
  for (const candidate of units) {
    // The longest unit that fits is the one meant: `người tham gia` rather than `người`.
    if (candidate.length > unit.length && countsIn(quantity, candidate)) unit = candidate;
  }
  const stated = quantity.value === null ? [...(quantity.range ?? []), ...(quantity.of ?? [])] : [quantity.value];
  // `một vụ` and `không có nạn nhân` are everyday words, and an order of magnitude is no figure.
  const isWord = quantity.spelled && (quantity.value ?? 0) < 2;
  if (!unit || isWord || stated.length === 0) return null;
  if (everydayUnits.has(unit) && stated.every((number) => number <= EVERYDAY_MAX)) return null;
  const sameUnit = values.filter(({ indicator }) => (unit === '%' ? isPercent(indicator) : indicator.unit.vi === unit));
  return {
    unit: unit === '%' ? '' : unit,
    sameUnit,
    equal: sameUnit.filter(
      ({ observation: { value } }) => typeof value === 'number' && Math.abs(value) === quantity.value,
    ),
    stated: sameUnit.filter(({ observation, indicator }) => matches(quantity, observation, indicator)),
  };
};

const figureTag = ({ address }: PublishedValue): string => `<Figure of="${address}" />`;

/** The tag of the published value closest to a number, or an empty string if none is close. */
const closestFigureTag = ({ value }: Quantity, candidates: readonly PublishedValue[]): string => {
  if (value === null) return '';
  const distance = ({ observation }: PublishedValue) =>
    Math.abs(Math.log((Math.abs(levelOf(observation)?.[0] ?? Infinity) + 1) / (value + 1)));
  const [best] = candidates.filter((candidate) => distance(candidate) < 0.5).sort((a, b) => distance(a) - distance(b));
  return best ? figureTag(best) : '';
};
