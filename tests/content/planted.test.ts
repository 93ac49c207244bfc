/**
 * Errors planted in a copy of the site's own content, one sort at a time: each is found, with its rule, file and line.
 * What is planted is taken from the content as it stands, so that an edit of content changes no test.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content-loader/index.ts';
import { formatNumber, isFollowedBy, readNumerals } from '../../src/figures/index.ts';
import type { ProblemCode } from '../../src/problems/index.ts';
import { qualifiers, type Indicator, type Observation, type Period } from '../../src/schema/index.ts';
import { temporaryFolder } from '../support/content.ts';
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

/** The site's content in a folder of its own, to be spoilt. */
class Copy {
  readonly folder = temporaryFolder();

  constructor() {
    cpSync(content, this.folder, { recursive: true });
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
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(path.join(this.folder, file), text);
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

  /** What is found, each once, as `code file:line`, in order. A figure may be held against several passages. */
  found(): string[] {
    const problems = loadContent(this.folder).problems.map(({ code, file, line }) => `${code} ${file}:${line}`);
    // A release that is added here has addresses that were never published: that is another rule's matter.
    return [...new Set(problems)].filter((problem) => !problem.startsWith('address-unlisted '));
  }
}

const conference = releases.find(({ id }) => id === 'cao-bang-6-thang-dau-nam-2023')!;
const indexOf = (indicator: string): number =>
  conference.data.observations.findIndex((observation) => observation.indicator === indicator);
const participants = indexOf('so-nguoi-tham-gia-tuyen-truyen');

/** The content with one observation of the conference changed, and the one problem that this must bring. */
const spoilt = (
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
const misread = (value: number): number[] => {
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

test('nothing is planted: nothing is found', () => {
  expect(new Copy().found()).toEqual([]);
});

describe('a wrong digit in a value', () => {
  test('443.000 turned into 434.000', () =>
    spoilt('so-nguoi-tham-gia-tuyen-truyen', (observation) => (observation.value = 434_000), 'proof-value', 'value'));
  test('6 accused made 3, which is the number of cases', () =>
    spoilt('so-bi-can-mua-ban-nguoi', (observation) => (observation.value = 3), 'proof-unit', 'value'));
  test('38 schemes made 8, which is the number of new ones', () => {
    const copy = new Copy();
    const index = indexOf('so-mo-hinh-antt-duy-tri-nhan-rong');
    copy.release(conference.file, ({ observations }) => (observations[index]!.value = 8));
    expect(copy.found()).toEqual([`proof-value ${copy.at(conference.file, 'value', index)}`]);
  });

  test('any digit of any value in any release', () => {
    const rounds = Math.max(
      ...releases.flatMap(({ data }) => data.observations.map(({ value }) => misread(value).length)),
    );
    expect(rounds).toBeGreaterThan(9);
    for (let round = 0; round < rounds; round++) {
      // One observation of a quote at a time: two wrong ones could stand for each other.
      for (const part of [0, 1, 2]) {
        const copy = new Copy();
        const planted: string[] = [];
        for (const { file } of releases) {
          const places: number[] = [];
          copy.release(file, ({ observations }) => {
            const asked = new Map<string, number>();
            observations.forEach((observation, index) => {
              const place = asked.get(observation.quote) ?? 0;
              asked.set(observation.quote, place + 1);
              const wrong = misread(observation.value)[round];
              if (place !== part || wrong === undefined) return;
              observation.value = wrong;
              places.push(index);
            });
          });
          planted.push(...places.map((index) => copy.at(file, 'value', index)));
        }
        if (planted.length === 0) continue;
        const found = new Set(
          copy
            .found()
            .filter((problem) => problem.startsWith('proof-'))
            .map((problem) => problem.split(' ')[1]!),
        );
        expect(
          planted.filter((place) => !found.has(place)),
          `round ${round}, part ${part}`,
        ).toEqual([]);
      }
    }
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
    const claims = releases.flatMap(({ file, data }) =>
      data.observations.flatMap((observation, index) =>
        [`${data.source}/${observation.quote}`, ...(observation.corroboratedBy ?? [])].map((passage) => {
          const { unit, sourceUnits = [] } = indicators.get(observation.indicator)!;
          const numeral = readNumerals(quoteOf(passage)).find(
            (each) =>
              each.value === Math.abs(observation.value) &&
              (each.percent || [unit.vi, ...sourceUnits].some((word) => isFollowedBy(each, word))),
          )!;
          return { file, index, passage, at: numeral.index };
        }),
      ),
    );
    for (let step = 1; step <= 9; step++) {
      let left = claims;
      while (left.length > 0) {
        // One number of a passage at a time.
        const now = left.filter(({ passage }, place) => left.findIndex((other) => other.passage === passage) === place);
        left = left.filter((claim) => !now.includes(claim));
        const copy = new Copy();
        for (const { passage, at } of now)
          copy.quote(
            passage,
            (words) => words.slice(0, at) + String((Number(words[at]) + step) % 10) + words.slice(at + 1),
          );
        for (const { file } of releases) copy.release(file);
        const found = copy.found();
        const missed = now.filter(
          ({ file, index }) =>
            !found.some(
              (problem) => problem.startsWith('proof-') && problem.endsWith(` ${copy.at(file, 'value', index)}`),
            ),
        );
        expect(missed, `${step} more`).toEqual([]);
      }
    }
  });
});

describe('a figure that does not follow from its quote', () => {
  test('a lost “trên”', () =>
    spoilt(
      'so-nguoi-tham-gia-tuyen-truyen',
      (observation) => (observation.qualifier = 'exact'),
      'proof-qualifier',
      'qualifier',
    ));
  test('a fall made a rise', () =>
    spoilt('thay-doi-pham-phap-hinh-su', (observation) => (observation.value *= -1), 'proof-direction', 'value'));
  test('a count made negative', () =>
    spoilt('so-tin-bai-phong-su', (observation) => (observation.value *= -1), 'proof-value', 'value'));
  test('a change that names no period it is measured against', () =>
    spoilt('thay-doi-pham-phap-hinh-su', (observation) => delete observation.base, 'observation-base', 'value'));

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
    const planted = releases.flatMap(({ file, data }) => {
      copy.release(file, ({ observations }) => {
        for (const observation of observations)
          observation.qualifier = qualifiers[(qualifiers.indexOf(observation.qualifier) + step) % qualifiers.length]!;
      });
      return data.observations.map((_, index) => `proof-qualifier ${copy.at(file, 'qualifier', index)}`);
    });
    const found = new Set(copy.found());
    expect(planted.filter((problem) => !found.has(problem))).toEqual([]);
  });

  test('the sign of any value', () => {
    const copy = new Copy();
    const planted = releases.flatMap(({ file, data }) => {
      copy.release(file, ({ observations }) => {
        for (const observation of observations) observation.value *= -1;
      });
      return data.observations.map(
        ({ indicator }, index) =>
          `proof-${indicators.get(indicator)!.measure === 'change' ? 'direction' : 'value'} ${copy.at(file, 'value', index)}`,
      );
    });
    const found = new Set(copy.found());
    expect(planted.filter((problem) => !found.has(problem))).toEqual([]);
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
    const planted = releases.map(({ file }) => {
      copy.release(file, (data) => (data.publishedAt = early[length]!(data.period.end)));
      return `observation-future ${copy.at(file, 'publishedAt')}`;
    });
    expect(copy.found()).toEqual(planted);
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
      .map(({ value, indicator }) => ({ value: Math.abs(value), indicator: indicators.get(indicator)! }))
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
