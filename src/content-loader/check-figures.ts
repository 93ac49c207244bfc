import { dates } from '../i18n/index.ts';
import { chainFlaws, disprove, isFollowedBy, readNumerals, states, type Flaw, type Numeral } from '../figures/index.ts';
import type { Problem, ProblemCode } from '../problems/index.ts';
import type { Indicator, Observation, Period } from '../schema/index.ts';
import type { Memory } from './memory.ts';
import type { ParsedEntry } from './resolve.ts';
import { lineAt, runsOf, stringsOf } from './texts.ts';

/** A published value with the address that prints it. */
interface Known {
  address: string;
  observation: Observation;
  indicator: Indicator;
}

/** All that a release states, and in which units. */
interface Statistics {
  known: readonly Known[];
  /** Units that something is counted in. */
  counted: readonly string[];
  /** Whether anything is stated in percent. */
  percent: boolean;
}

const isPercent = ({ measure }: Indicator): boolean => measure === 'share' || measure === 'change';

/** Units that everyday sentences count too; only large numbers of them are taken for statistics. */
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
const EVERYDAY_MOST = 99;

/**
 * Checks figures: every value follows from its quote, no value stands twice, and no text states a number
 * of something the site counts that no release holds. `complete`: whether every release and indicator is among the entries;
 * else nobody knows what the others hold.
 */
export const checkFigures = (entries: readonly ParsedEntry[], complete: boolean, memory?: Memory): Problem[] => {
  const releases = entries.filter(
    (entry): entry is ParsedEntry<'statistics'> & ParsedEntry => entry.kind === 'statistics',
  );
  const indicators = new Map(
    entries.flatMap((entry) => (entry.kind === 'indicators' ? [[entry.id, entry.data as Indicator]] : [])),
  );
  const quotes = new Map(
    entries.flatMap((entry) =>
      entry.kind === 'sources'
        ? Object.entries((entry as ParsedEntry<'sources'>).data.quotes).map(([name, words]): [string, string] => [
            `${entry.id}/${name}`,
            words,
          ])
        : [],
    ),
  );
  const known = releases.flatMap((release) =>
    release.data.observations.flatMap((observation): Known[] => {
      const indicator = indicators.get(observation.indicator);
      return indicator ? [{ address: `${release.id}/${observation.indicator}`, observation, indicator }] : [];
    }),
  );
  const counted = [
    ...new Set(
      known.filter(({ indicator }) => indicator.measure === 'count').map(({ indicator }) => indicator.unit.vi),
    ),
  ];
  const percent = known.some(({ indicator }) => isPercent(indicator));
  const others = JSON.stringify(known);
  const prose = (entry: ParsedEntry): Problem[] => {
    const find = () => checkProse(entry, { known, counted, percent });
    return memory ? memory.find('prose', entry, others, find) : find();
  };
  return [
    ...releases.flatMap((release) => checkRelease(release, indicators, quotes)),
    ...checkOverlaps(releases),
    ...(complete ? entries.flatMap((entry) => prose(entry)) : []),
  ];
};

const report = (entry: ParsedEntry, field: PropertyKey[], code: ProblemCode, detail: Problem['detail']): Problem => ({
  file: entry.file,
  ...entry.locate(field),
  code,
  detail,
});

const checkRelease = (
  entry: ParsedEntry<'statistics'> & ParsedEntry,
  indicators: Map<string, Indicator>,
  quotes: Map<string, string>,
): Problem[] => {
  const { data } = entry;
  const found: Problem[] = [];
  // A release of reduced precision counts from its last possible day: `2025` may be its 31 December.
  if (data.publishedAt < data.period.end.slice(0, data.publishedAt.length)) {
    found.push(
      report(entry, ['publishedAt'], 'observation-future', {
        published: dates.day(data.publishedAt),
        end: dates.day(data.period.end),
      }),
    );
  }
  const seen = new Set<string>();
  // One number of a passage proves one figure: 38 that lost its 3 does not pass for the 8 beside it.
  const taken = new Map<string, Set<number>>();
  data.observations.forEach((observation, index) => {
    const at = (field: string[]) => (code: ProblemCode, detail: Problem['detail']) =>
      found.push(report(entry, ['observations', index, ...field], code, detail));
    if (seen.has(observation.indicator)) {
      at(['indicator'])('observation-duplicate', { id: observation.indicator });
      return;
    }
    seen.add(observation.indicator);
    for (const { index: entryIndex, ...flaw } of chainFlaws(observation, data)) {
      const written = Object.entries(flaw).map(
        ([key, value]) =>
          [key, ['date', 'earlier', 'published'].includes(key) ? dates.day(String(value)) : value] as const,
      );
      found.push(
        report(entry, ['observations', index, 'revisions', entryIndex], 'revision-chain', {
          id: observation.indicator,
          ...Object.fromEntries(written),
        }),
      );
    }
    const indicator = indicators.get(observation.indicator);
    if (!indicator) return;
    if (indicator.measure === 'change' && !observation.base)
      at(['value'])('observation-base', { id: observation.indicator });
    for (const passage of [`${data.source}/${observation.quote}`, ...observation.corroboratedBy]) {
      const words = quotes.get(passage);
      const numbers = taken.get(passage) ?? new Set();
      taken.set(passage, numbers);
      const flaw = words === undefined ? null : disprove(observation, indicator, words, numbers);
      if (flaw)
        at([flaw.kind === 'qualifier' ? 'qualifier' : 'value'])(...proofProblem(flaw, passage, observation, indicator));
    }
  });
  return found;
};

const proofProblem = (
  flaw: Flaw,
  quote: string,
  observation: Observation,
  indicator: Indicator,
): [ProblemCode, Problem['detail']] => [
  `proof-${flaw.kind}`,
  {
    quote,
    field: observation.indicator,
    value: observation.value,
    qualifier: observation.qualifier,
    unit: indicator.unit.vi,
    stated: flaw.stated,
  },
];

/** One indicator of one area may not have two values for the same days, but for periods of other length (a half year within its year). */
const checkOverlaps = (releases: readonly (ParsedEntry<'statistics'> & ParsedEntry)[]): Problem[] => {
  const found: Problem[] = [];
  const byIndicator = new Map<string, (ParsedEntry<'statistics'> & ParsedEntry)[]>();
  for (const release of releases) {
    release.data.observations.forEach(({ indicator }, index) => {
      const others = byIndicator.get(indicator) ?? [];
      const other = others.find(
        (earlier) =>
          earlier !== release &&
          earlier.data.area === release.data.area &&
          samePeriod(earlier.data.period, release.data.period),
      );
      if (other)
        found.push(
          report(release, ['observations', index, 'indicator'], 'observation-overlap', {
            id: indicator,
            other: other.id,
          }),
        );
      byIndicator.set(indicator, [...others, release]);
    });
  }
  return found;
};

const samePeriod = (a: Period, b: Period): boolean => {
  const overlap = a.start <= b.end && b.start <= a.end;
  const within = (inner: Period, outer: Period) =>
    outer.start <= inner.start && inner.end <= outer.end && (outer.start !== inner.start || outer.end !== inner.end);
  return overlap && !within(a, b) && !within(b, a);
};

const checkProse = (entry: ParsedEntry, statistics: Statistics): Problem[] => {
  if (!['articles', 'alerts', 'conferences'].includes(entry.kind)) return [];
  const found: Problem[] = [];
  for (const { path, text } of stringsOf(entry.data, [])) {
    if (path[0] === 'english') continue;
    for (const numeral of readNumerals(text)) {
      const claim = claimOf(numeral, statistics);
      if (claim?.stated.length === 0)
        found.push(
          report(entry, path, 'prose-figure', {
            stated: numeral.text,
            unit: claim.unit,
            correct: nearestOf(numeral, claim.sameUnit),
          }),
        );
    }
  }
  for (const run of runsOf(entry.parsed?.nodes ?? [])) {
    for (const numeral of readNumerals(run.map(({ value }) => value).join(''))) {
      const claim = claimOf(numeral, statistics);
      if (!claim) continue;
      const match = claim.stated[0] ?? claim.equal[0];
      const [code, correct]: [ProblemCode, string] = match
        ? ['prose-figure-typed', figureTag(match)]
        : ['prose-figure', nearestOf(numeral, claim.sameUnit)];
      found.push({
        file: entry.file,
        line: entry.bodyLine + lineAt(run, numeral.index) - 1,
        column: 1,
        code,
        detail: { stated: numeral.text, unit: claim.unit, correct },
      });
    }
  }
  return found;
};

/** What a number in a text claims, if it counts something that a release counts too: figures it `stated` as they are, or `equal` in value alone. */
const claimOf = (
  numeral: Numeral,
  { known, counted, percent }: Statistics,
): { unit: string; sameUnit: Known[]; equal: Known[]; stated: Known[] } | null => {
  let unit = numeral.percent && percent ? '%' : '';
  for (const candidate of counted) {
    // The longest unit that fits is the one meant: `người tham gia` rather than `người`.
    if (candidate.length > unit.length && isFollowedBy(numeral, candidate)) unit = candidate;
  }
  if (!unit || (everydayUnits.has(unit) && numeral.value <= EVERYDAY_MOST)) return null;
  const sameUnit = known.filter(({ indicator }) => (unit === '%' ? isPercent(indicator) : indicator.unit.vi === unit));
  return {
    unit: unit === '%' ? '' : unit,
    sameUnit,
    equal: sameUnit.filter(({ observation }) => Math.abs(observation.value) === numeral.value),
    stated: sameUnit.filter(({ observation, indicator }) => states(numeral, observation, indicator)),
  };
};

const figureTag = ({ address }: Known): string => `<Figure of="${address}" />`;

/** The tag of the figure that was perhaps meant, or an empty string. */
const nearestOf = (numeral: Numeral, candidates: readonly Known[]): string => {
  const distance = ({ observation }: Known) =>
    Math.abs(Math.log((Math.abs(observation.value) + 1) / (numeral.value + 1)));
  const [best] = candidates.filter((candidate) => distance(candidate) < 0.5).sort((a, b) => distance(a) - distance(b));
  return best ? figureTag(best) : '';
};
