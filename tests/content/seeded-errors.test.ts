/**
 * Errors seeded into the site's own content, one kind at a time: each is found, with its code, file and line.
 * They are derived from the content as it is, so that an edit of the content breaks no test.
 * Tests that try every value of every release call the checks on parsed entries; all others go through files.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFigures } from '../../src/content-loader/check-figures.ts';
import { loadContent, ParseCache, type ContentEntry } from '../../src/content-loader/index.ts';
import { isOfKind } from '../../src/content-loader/validate.ts';
import { formatNumber, countsIn, readQuantities } from '../../src/figures/index.ts';
import type { ProblemCode } from '../../src/problems/index.ts';
import { qualifiers, type Indicator, type Observation, type Period } from '../../src/schema/index.ts';
import { root } from '../support/run.ts';

const content = path.join(root, 'content');

/** What an editor writes: fields with a default may be absent. */
type Written<T, Optional extends keyof T> = Omit<T, Optional> & Partial<Pick<T, Optional>>;
type WrittenObservation = Written<Observation, 'corroboratedBy' | 'status' | 'revisions'>;
interface WrittenRelease {
  area: string;
  period: Period;
  publishedAt: string;
  source: string;
  observations: WrittenObservation[];
}
interface WrittenSource {
  quotes: Record<string, string>;
}

const ids = (kind: string): string[] =>
  readdirSync(path.join(content, kind)).map((name) => name.replace(/\.[a-z]+$/, ''));
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(content, file), 'utf8'));
const releases = ids('statistics').map((id) => ({
  id,
  file: `statistics/${id}.json`,
  data: readJson(`statistics/${id}.json`) as WrittenRelease,
}));
const indicators = new Map(
  ids('indicators').map((id) => [id, readJson(`indicators/${id}.json`) as Written<Indicator, 'sourceUnits'>]),
);
const sources = new Map(
  ids('sources').map((id) => [id, readJson(`sources/${id}.json`) as Written<WrittenSource, 'quotes'>]),
);
const quoteOf = (address: string): string => {
  const [id = '', name = ''] = address.split('/');
  return sources.get(id)!.quotes![name]!;
};

/** One copy of the content for all tests. With the cache, a test reads only the files that it changed. */
const folder = mkdtempSync(path.join(tmpdir(), 'content-'));
cpSync(content, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));
const cache = new ParseCache();
const changed = new Set<string>();

/** The copy of the content, without the changes of earlier tests. */
class Copy {
  constructor() {
    for (const file of changed) {
      const original = path.join(content, file);
      if (existsSync(original)) cpSync(original, path.join(folder, file));
      else rmSync(path.join(folder, file));
    }
    changed.clear();
  }

  /** Writes a release with its data changed; without a change, in the layout that `at` reads. */
  release(file: string, change: (data: WrittenRelease) => void = () => undefined): void {
    const data = JSON.parse(this.text(file)) as WrittenRelease;
    change(data);
    this.write(file, `${JSON.stringify(data, null, 2)}\n`);
  }

  /** Writes a source with one of its quotes changed. */
  quote(address: string, change: (words: string) => string): void {
    const [id = '', name = ''] = address.split('/');
    const file = `sources/${id}.json`;
    const data = JSON.parse(this.text(file)) as WrittenSource;
    data.quotes[name] = change(data.quotes[name]!);
    this.write(file, `${JSON.stringify(data, null, 2)}\n`);
  }

  text(file: string): string {
    return readFileSync(path.join(folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    changed.add(file);
    writeFileSync(path.join(folder, file), text);
  }

  /** `file:line` of a field of a release: of one of its observations, or of the release itself. */
  at(file: string, field: string, observation?: number): string {
    let index = -1;
    const line = this.text(file)
      .split('\n')
      .findIndex((text) => {
        if (text === '    {') index++;
        return observation === undefined
          ? text.startsWith(`  "${field}":`)
          : index === observation && text.startsWith(`      "${field}":`);
      });
    expect(line, `${field} of ${file}`).toBeGreaterThanOrEqual(0);
    return `${file}:${line + 1}`;
  }

  /** Problems as `code file:line`, in order, each once: a figure may be compared with several passages. */
  found(): string[] {
    const problems = loadContent(folder, undefined, cache).problems.map(
      ({ code, file, line }) => `${code} ${file}:${line}`,
    );
    // A release that a test adds has unlisted addresses.
    return [...new Set(problems)].filter((problem) => !problem.startsWith('address-unlisted '));
  }
}

const conference = releases.find(({ id }) => id === 'cao-bang-6-thang-dau-nam-2023')!;
const indexOf = (indicator: string): number =>
  conference.data.observations.findIndex((observation) => observation.indicator === indicator);
const participants = indexOf('so-nguoi-tham-gia-tuyen-truyen');

/** Expects exactly one problem after a change of one observation of the conference. */
const expectProblem = (
  indicator: string,
  change: (observation: WrittenObservation) => void,
  code: ProblemCode,
  field: string,
): void => {
  const copy = new Copy();
  const index = indexOf(indicator);
  copy.release(conference.file, ({ observations }) => change(observations[index]!));
  expect(copy.found()).toEqual([`${code} ${copy.at(conference.file, field, index)}`]);
};

/** Every number that differs from `value` in one of its digits, zeros at its end but the first left alone. */
const misread = (value: Observation['value']): number[] => {
  if (typeof value !== 'number') return [];
  const digits = String(value);
  const last = digits.replace(/0+$/, '').length;
  return Array.from(digits).flatMap((digit, position) =>
    /\d/.test(digit) && position <= last
      ? Array.from({ length: 9 }, (_, step) =>
          Number(digits.slice(0, position) + String((Number(digit) + step + 1) % 10) + digits.slice(position + 1)),
        )
      : [],
  );
};

/** The published entries, parsed once. */
const published = loadContent(content).entries;

/** Where the value of an observation stands: `file:line:column`. */
const valueLocation = (entry: ContentEntry, observation: number): string => {
  const { line, column } = entry.locate(['observations', observation, 'value']);
  return `${entry.file}:${line}:${column}`;
};

/** Locations of values that do not follow from their quotes. */
const unprovenValues = (entries: readonly ContentEntry[]): Set<string> =>
  new Set(
    checkFigures(entries, false, new ParseCache())
      .filter(({ code }) => code.startsWith('proof-'))
      .map(({ file, line, column }) => `${file}:${line}:${column}`),
  );

test('parsed entries without a seeded error have no unproven value', () => {
  expect(unprovenValues(published)).toEqual(new Set());
});

test('without a seeded error nothing is found', () => {
  expect(new Copy().found()).toEqual([]);
});

describe('a wrong digit in a value', () => {
  test('443.000 turned into 434.000', () =>
    expectProblem(
      'so-nguoi-tham-gia-tuyen-truyen',
      (observation) => (observation.value = 434_000),
      'proof-value',
      'value',
    ));
  test('6 accused made 3, which is the number of cases', () =>
    expectProblem('so-bi-can-mua-ban-nguoi', (observation) => (observation.value = 3), 'proof-unit', 'value'));
  test('38 schemes made 8, which is the number of new ones', () => {
    const copy = new Copy();
    const index = indexOf('so-mo-hinh-antt-duy-tri-nhan-rong');
    copy.release(conference.file, ({ observations }) => (observations[index]!.value = 8));
    expect(copy.found()).toEqual([`proof-subject ${copy.at(conference.file, 'value', index)}`]);
  });

  test('any digit of any value in any release', () => {
    const rounds = Math.max(
      ...releases.flatMap(({ data }) => data.observations.map(({ value }) => misread(value).length)),
    );
    expect(rounds).toBeGreaterThan(9);
    let total = 0;
    for (let round = 0; round < rounds; round++) {
      // One observation of a quote at a time: two wrong ones could be taken for each other.
      for (const part of [0, 1, 2]) {
        const seeded: string[] = [];
        const entries = published.map((entry): ContentEntry => {
          if (!isOfKind(entry, 'statistics')) return entry;
          const perQuote = new Map<string, number>();
          const observations = entry.data.observations.map((observation, index) => {
            const place = perQuote.get(observation.quote) ?? 0;
            perQuote.set(observation.quote, place + 1);
            const wrong = misread(observation.value)[round];
            if (place !== part || wrong === undefined) return observation;
            seeded.push(valueLocation(entry, index));
            return { ...observation, value: wrong };
          });
          return { ...entry, data: { ...entry.data, observations } };
        });
        const found = unprovenValues(entries);
        total += seeded.length;
        expect(
          seeded.filter((location) => !found.has(location)),
          `round ${round}, part ${part}`,
        ).toEqual([]);
      }
    }
    expect(total).toBeGreaterThan(100);
  });
});

describe('a wrong digit in a quote', () => {
  test('443.000 turned into 434.000', () => {
    const copy = new Copy();
    const { quote } = conference.data.observations[participants]!;
    copy.quote(`${conference.data.source}/${quote}`, (words) => words.replace('443.000', '434.000'));
    copy.release(conference.file);
    expect(copy.found()).toEqual([`proof-value ${copy.at(conference.file, 'value', participants)}`]);
  });

  test('the first digit of any number that any figure rests on, in its own source or one that corroborates it', () => {
    const claims = published.flatMap((entry) =>
      isOfKind(entry, 'statistics')
        ? entry.data.observations.flatMap((observation, index) =>
            [`${entry.data.source}/${observation.quote}`, ...observation.corroboratedBy].flatMap((passage) => {
              const { value } = observation;
              if (typeof value !== 'number') return [];
              const { unit, sourceUnits = [] } = indicators.get(observation.indicator)!;
              const numeral = readQuantities(quoteOf(passage)).find(
                (each) =>
                  each.value === Math.abs(value) &&
                  (each.percent || [unit.vi, ...sourceUnits].some((word) => countsIn(each, word))),
              )!;
              return [{ location: valueLocation(entry, index), passage, at: numeral.index }];
            }),
          )
        : [],
    );
    expect(claims.length).toBeGreaterThan(10);
    for (let step = 1; step <= 9; step++) {
      let left = claims;
      while (left.length > 0) {
        // One number of a passage at a time.
        const now = left.filter(({ passage }, place) => left.findIndex((other) => other.passage === passage) === place);
        left = left.filter((claim) => !now.includes(claim));
        const digitOf = new Map(now.map(({ passage, at }) => [passage, at]));
        const entries = published.map((entry): ContentEntry => {
          if (!isOfKind(entry, 'sources')) return entry;
          const quotes = Object.entries(entry.data.quotes).map(([name, words]) => {
            const at = digitOf.get(`${entry.id}/${name}`);
            const wrong = at === undefined ? '' : String((Number(words[at]) + step) % 10);
            return [name, at === undefined ? words : words.slice(0, at) + wrong + words.slice(at + 1)] as const;
          });
          return { ...entry, data: { ...entry.data, quotes: Object.fromEntries(quotes) } };
        });
        const found = unprovenValues(entries);
        expect(
          now.filter(({ location }) => !found.has(location)),
          `${step} more`,
        ).toEqual([]);
      }
    }
  });
});

describe('a figure that does not follow from its quote', () => {
  test('a lost “trên”', () =>
    expectProblem(
      'so-nguoi-tham-gia-tuyen-truyen',
      (observation) => (observation.qualifier = 'exact'),
      'proof-qualifier',
      'qualifier',
    ));
  test('a fall made a rise', () =>
    expectProblem(
      'thay-doi-pham-phap-hinh-su',
      (observation) => (observation.value = -Number(observation.value)),
      'proof-direction',
      'value',
    ));
  test('a count made negative', () =>
    expectProblem('so-tin-bai-phong-su', (observation) => (observation.value = -Number(observation.value)), 'proof-value', 'value'));
  test('a change that names no period it is measured against', () =>
    expectProblem('thay-doi-pham-phap-hinh-su', (observation) => delete observation.base, 'observation-base', 'value'));

  test('cases and accused swapped', () => {
    const copy = new Copy();
    const [cases, accused] = [indexOf('so-vu-mua-ban-nguoi'), indexOf('so-bi-can-mua-ban-nguoi')];
    copy.release(conference.file, ({ observations }) => {
      observations[cases]!.indicator = 'so-bi-can-mua-ban-nguoi';
      observations[accused]!.indicator = 'so-vu-mua-ban-nguoi';
    });
    expect(copy.found()).toEqual(
      [cases, accused].map((index) => `proof-unit ${copy.at(conference.file, 'value', index)}`),
    );
  });

  test.each([1, 2, 3])('any qualifier of any value, put %i on', (step) => {
    const copy = new Copy();
    const seeded = releases.flatMap(({ file, data }) => {
      copy.release(file, ({ observations }) => {
        for (const observation of observations)
          observation.qualifier = qualifiers[(qualifiers.indexOf(observation.qualifier) + step) % qualifiers.length]!;
      });
      return data.observations.map((_, index) => `proof-qualifier ${copy.at(file, 'qualifier', index)}`);
    });
    const found = new Set(copy.found());
    expect(seeded.filter((problem) => !found.has(problem))).toEqual([]);
  });

  test('the sign of any value', () => {
    const copy = new Copy();
    const seeded = releases.flatMap(({ file, data }) => {
      copy.release(file, ({ observations }) => {
        for (const observation of observations)
          if (typeof observation.value === 'number') observation.value *= -1;
      });
      return data.observations.flatMap(({ indicator, value }, index) =>
        typeof value === 'number'
          ? `proof-${indicators.get(indicator)!.measure === 'change' ? 'direction' : 'value'} ${copy.at(file, 'value', index)}`
          : [],
      );
    });
    const found = new Set(copy.found());
    expect(seeded.filter((problem) => !found.has(problem))).toEqual([]);
  });
});

describe('a release', () => {
  const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
  /** Days, months and years before the period ends. */
  const early: Record<string, (end: string) => string> = {
    day: dayBefore,
    month: (end) => dayBefore(`${end.slice(0, 7)}-01`).slice(0, 7),
    year: (end) => String(Number(end.slice(0, 4)) - 1),
  };

  test.each(Object.keys(early))('published a %s before its period ends', (length) => {
    const copy = new Copy();
    const seeded = releases.map(({ file }) => {
      copy.release(file, (data) => (data.publishedAt = early[length]!(data.period.end)));
      return `observation-future ${copy.at(file, 'publishedAt')}`;
    });
    expect(copy.found()).toEqual(seeded);
  });

  test.each([10, 7, 4])('published when its period ends, known to %i characters, is none', (length) => {
    const copy = new Copy();
    for (const { file } of releases)
      copy.release(file, (data) => (data.publishedAt = data.period.end.slice(0, length)));
    expect(copy.found()).toEqual([]);
  });

  test.each([
    ['the same period', {}],
    ['a period that overlaps', { start: '2023-03-01', end: '2023-07-15' }],
  ])('a second time, for %s', (_name, period) => {
    const copy = new Copy();
    const file = `statistics/${conference.id}-lan-hai.json`;
    copy.write(file, copy.text(conference.file));
    copy.release(file, (data) => Object.assign(data.period, period));
    // Of the two, the file that comes second is told; `-` comes before `.`.
    expect(copy.found()).toEqual(
      conference.data.observations.map(
        (_, index) => `observation-overlap ${copy.at(conference.file, 'indicator', index)}`,
      ),
    );
  });

  test('of another place is none', () => {
    const copy = new Copy();
    const file = `statistics/${conference.id}-lan-hai.json`;
    copy.write(file, copy.text(conference.file));
    copy.release(file, (data) => (data.area = 'VN'));
    expect(copy.found()).toEqual([]);
  });
});

describe('a figure typed in an article', () => {
  const [first = ''] = ids('articles');
  const file = `articles/${first}.mdx`;
  const summary = (words: string): string[] => {
    const copy = new Copy();
    const text = copy.text(file);
    const changed = text.replace(/^summary:[\s\S]*?\n(?=english:)/m, `summary: ${words}\n`);
    copy.write(file, changed);
    const line = changed.split('\n').findIndex((each) => each.startsWith('summary: ')) + 1;
    expect(changed).not.toBe(text);
    return copy.found().map((problem) => problem.replace(new RegExp(`:${line}$`), ':summary'));
  };
  const body = (...paragraphs: string[]): string[] => {
    const copy = new Copy();
    const text = `${copy.text(file).trimEnd()}\n`;
    const before = text.split('\n').length;
    copy.write(file, `${text}\n${paragraphs.join('\n\n')}\n`);
    return copy.found().map((problem) => problem.replace(/\d+$/, (line) => String((Number(line) - before - 1) / 2)));
  };

  test.each([
    ['right', 'Trong sáu tháng đầu năm 2023, các buổi tuyên truyền có trên 443.000 người tham gia.', []],
    [
      'with a wrong digit',
      'Trong sáu tháng đầu năm 2023, các buổi tuyên truyền có trên 434.000 người tham gia.',
      [`prose-figure ${file}:summary`],
    ],
    [
      'without its “trên”',
      'Trong sáu tháng đầu năm 2023, các buổi tuyên truyền có 443.000 người tham gia.',
      [`prose-figure ${file}:summary`],
    ],
    [
      'of another unit',
      'Trong sáu tháng đầu năm 2023, tỉnh có trên 443.000 nạn nhân.',
      [`prose-figure ${file}:summary`],
    ],
    ['a fall', 'Trong sáu tháng đầu năm 2023, phạm pháp hình sự giảm 9,25% so với cùng kỳ.', []],
    [
      'a fall with a wrong digit',
      'Trong sáu tháng đầu năm 2023, phạm pháp hình sự giảm 9,52% so với cùng kỳ.',
      [`prose-figure ${file}:summary`],
    ],
    [
      'a fall written as a rise',
      'Trong sáu tháng đầu năm 2023, phạm pháp hình sự tăng 9,25% so với cùng kỳ.',
      [`prose-figure ${file}:summary`],
    ],
  ])('in the summary: %s', (_name, words, expected) => expect(summary(words)).toEqual(expected));

  test.each([
    ['right', 'Các buổi tuyên truyền có trên 443.000 người tham gia.', 'prose-figure-typed'],
    ['with a wrong digit', 'Các buổi tuyên truyền có trên 434.000 người tham gia.', 'prose-figure'],
    ['in a list', '- Các buổi tuyên truyền có trên 434.000 người tham gia.', 'prose-figure'],
    ['without its “trên”', 'Các buổi tuyên truyền có 443.000 người tham gia.', 'prose-figure-typed'],
    ['in a link', 'Các buổi tuyên truyền có [trên 434.000 người](/so-lieu/) tham gia.', 'prose-figure'],
    ['a fall written as a rise', 'Phạm pháp hình sự tăng 9,25%.', 'prose-figure-typed'],
    ['in bold', 'Các buổi tuyên truyền có trên **434.000** người tham gia.', 'prose-figure'],
    ['right, in bold', 'Các buổi tuyên truyền có trên **443.000** người tham gia.', 'prose-figure-typed'],
  ])('in the body: %s', (_name, words, code) => expect(body('Một đoạn.', words)).toEqual([`${code} ${file}:1`]));

  test('in the body: any figure that is counted, with a wrong first digit', () => {
    // Few people, few times: sentences of every day count them too.
    const counted = releases
      .flatMap(({ data }) => data.observations)
      .map(({ value, indicator }) => ({
        value: typeof value === 'number' ? Math.abs(value) : 0,
        indicator: indicators.get(indicator)!,
      }))
      .filter(({ value, indicator }) => indicator.measure !== 'money' && value > 99);
    expect(counted.length).toBeGreaterThan(10);
    const sentences = counted.map(
      ({ value, indicator }) =>
        `Trong kỳ có ${formatNumber(misread(value)[0]!)}${indicator.measure === 'count' ? ` ${indicator.unit.vi}` : '%'}.`,
    );
    const found = body(...sentences).map((problem) => problem.replace('prose-figure-typed', 'prose-figure'));
    expect(found).toEqual(sentences.map((_, index) => `prose-figure ${file}:${index}`));
  });
});
