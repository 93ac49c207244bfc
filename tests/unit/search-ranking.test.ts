/** Retrieval and ranking against an index in memory: which searches are made, which pages come first, and what happens when a search fails. */
import { beforeEach, describe, expect, test } from 'vitest';
import { encode, foldDiacritics } from '../../src/search/normalize.ts';
import type { Filters, Hit, PageData, Pagefind } from '../../src/search/retrieval.ts';
import { SearchEngine, SupersededError } from '../../src/search/search.ts';
import { parseVocabulary, VocabularyBuilder } from '../../src/search/spell-correct.ts';

interface FakePage {
  url: string;
  title?: string;
  text: string;
  kind?: string;
  year?: string;
}

/** Finds as Pagefind does: all words as beginnings of words, or a phrase in quotation marks; diacritics count when they are asked to. */
class FakePagefind implements Pagefind {
  readonly searches: string[] = [];
  readonly loaded: string[] = [];
  isExact = false;
  /** Called at each search; what it throws is the failure of the search. */
  onSearch: (query: string | null) => void | Promise<void> = () => undefined;
  readonly #pages: readonly FakePage[];

  constructor(pages: readonly FakePage[]) {
    this.#pages = pages;
  }

  async options({ exactDiacritics }: { exactDiacritics: boolean }): Promise<void> {
    this.isExact = exactDiacritics;
    return Promise.resolve();
  }

  async search(query: string | null, { filters = {} }: { filters?: Filters } = {}): Promise<{ results: Hit[] }> {
    this.searches.push(`${this.isExact ? '=' : ''}${query ?? '*'}`);
    await this.onSearch(query);
    const fold = (text: string): string => (this.isExact ? text.toLowerCase() : foldDiacritics(text));
    const wanted = fold(query ?? '');
    const results = this.#pages.flatMap((page): Hit[] => {
      if (filters.kind !== undefined && filters.kind !== page.kind) return [];
      const words = fold(encode(`${page.title ?? ''} ${page.text}`)).split(/[^\p{L}\p{M}\p{N}]+/u);
      const isFound = wanted.startsWith('"')
        ? ` ${words.join(' ')} `.includes(` ${wanted.slice(1, -1)} `)
        : wanted.split(' ').every((word) => words.some((other) => other.startsWith(word)));
      return isFound ? [{ id: page.url, score: 1, data: () => Promise.resolve(this.#load(page)) }] : [];
    });
    return { results };
  }

  #load({ url, title = '', text, kind, year }: FakePage): PageData {
    this.loaded.push(url);
    return {
      url,
      excerpt: '',
      content: encode(`${title} ${text}`),
      meta: { title: encode(title) },
      filters: { ...(kind === undefined ? {} : { kind: [kind] }), ...(year === undefined ? {} : { year: [year] }) },
    };
  }
}

let pagefind: FakePagefind;
const engineOf = (pages: readonly FakePage[]): SearchEngine => {
  pagefind = new FakePagefind(pages);
  const vocabulary = new VocabularyBuilder();
  // Bigrams count from the second time on.
  for (let round = 0; round < 2; round++)
    for (const { title = '', text } of pages) vocabulary.add(`${title}. ${text}.`);
  return new SearchEngine(pagefind, parseVocabulary(vocabulary.file()));
};
const urls = async (engine: SearchEngine, typed: string, filters?: Filters): Promise<string[]> =>
  (await engine.search(typed, filters)).found.map(({ url }) => url);

describe('order', () => {
  test('the phrase comes before its bigrams, and these before the words alone', async () => {
    const engine = engineOf([
      { url: '/words/', text: 'người ta đi chợ, ai bán rau thì mua, rau rất tươi' },
      { url: '/pairs/', text: 'mua bán rau, chuyện bán người' },
      { url: '/phrase/', text: 'tội mua bán người' },
      { url: '/other/', text: 'khóa sim điện thoại' },
    ]);
    expect(await urls(engine, 'mua bán người')).toEqual(['/phrase/', '/pairs/', '/words/']);
  });

  test('a title that is what was typed comes before a text that holds it', async () => {
    const engine = engineOf([
      { url: '/a/', title: 'Chuyện khác', text: 'có chữ khóa sim ở đây' },
      { url: '/b/', title: 'Khóa SIM', text: 'nội dung' },
    ]);
    expect(await urls(engine, 'khoa sim')).toEqual(['/b/', '/a/']);
  });

  test('with diacritics typed, a page that has them so comes before one with others', async () => {
    const engine = engineOf([
      { url: '/ban/', text: 'bạn hàng ở chợ' },
      { url: '/sold/', text: 'bán hàng ở chợ' },
    ]);
    expect(await urls(engine, 'bán hàng')).toEqual(['/sold/', '/ban/']);
    expect(pagefind.isExact).toBe(false);
  });

  test('lists come after the pages that they lead to', async () => {
    const engine = engineOf([
      { url: '/list/', title: 'Lừa đảo', text: 'lừa đảo', kind: 'danh-sach' },
      { url: '/page/', title: 'Lừa đảo', text: 'lừa đảo' },
    ]);
    expect(await urls(engine, 'lừa đảo')).toEqual(['/page/', '/list/']);
  });
});

describe('figures', () => {
  const figure = (year: string): FakePage => ({
    url: `/so-lieu/${year}/`,
    title: `Số nạn nhân mua bán người: 5 nạn nhân (Cả nước, năm ${year})`,
    text: `Số nạn nhân mua bán người, cả nước, năm ${year}: 5 nạn nhân`,
    kind: 'so-lieu',
    year,
  });
  const page: FakePage = { url: '/page/', title: 'Mua bán người', text: 'nạn nhân mua bán người', kind: 'bai-viet' };
  const engine = (): SearchEngine => engineOf([figure('2023'), figure('2025'), page]);

  test('are folded below pages where none was asked for, and loaded when they are opened', async () => {
    const own = engine();
    const result = await own.search('mua bán người');
    expect(result.found.map(({ url }) => url)).toEqual(['/page/']);
    expect(result.figures).toBe(2);
    expect((await own.figures()).map(({ url }) => url).sort()).toEqual(['/so-lieu/2023/', '/so-lieu/2025/']);
  });

  test('are not folded where there is nothing else, or where a filter asks for them', async () => {
    expect(await urls(engineOf([figure('2023')]), 'mua bán người')).toEqual(['/so-lieu/2023/']);
    expect(await urls(engine(), 'mua bán người', { kind: 'so-lieu' })).toHaveLength(2);
  });

  test.each([
    'số nạn nhân mua bán người',
    'so nan nhan mua ban nguoi',
    'thống kê mua bán người',
    'bao nhieu nan nhan mua ban nguoi',
  ])('come first for “%s”', async (query) => {
    expect((await urls(engine(), query))[0]).toMatch(/^\/so-lieu\//);
  });

  test('of the year that was named come first', async () => {
    for (const year of ['2023', '2025']) {
      const result = await engine().search(`số nạn nhân mua bán người ${year}`);
      expect(result.found[0]?.url).toBe(`/so-lieu/${year}/`);
      expect(result.missingYear).toBeUndefined();
    }
  });

  test('of another year say so', async () => {
    const result = await engineOf([figure('2023'), page]).search('nạn nhân mua bán người 2024');
    expect(result.found[0]?.url).toBe('/so-lieu/2023/');
    expect(result.missingYear).toEqual({ asked: '2024', nearest: '2023' });
  });

  test('are not asked for by the syllable “số” or by a fine', async () => {
    for (const query of ['so mua ban nguoi', 'mua bán người bị phạt bao nhiêu'])
      expect((await urls(engine(), query))[0]).toBe('/page/');
  });
});

describe('in danger', () => {
  const help: FakePage = { url: '/can-giup-do/', title: 'Cần giúp đỡ', text: 'gọi ngay', kind: 'giup-do' };
  const others = Array.from({ length: 30 }, (_, at) => ({ url: `/${at}/`, title: 'Bị nhốt', text: 'bị nhốt' }));

  test('the help page is among the results, even if it has none of the words', async () => {
    const result = await engineOf([...others.slice(0, 3), help]).search('bị nhốt zzz');
    expect(result.distress).toBe('danger');
    expect(result.found.map(({ url }) => url)).toContain('/can-giup-do/');
  });

  test('the help page comes first where it has the word', async () => {
    const engine = engineOf([
      { url: '/x/', text: 'cứu hộ' },
      { ...help, text: 'cứu gọi ngay' },
    ]);
    expect((await urls(engine, 'cứu'))[0]).toBe('/can-giup-do/');
  });

  test('it is not pushed where nobody is', async () => {
    const result = await engineOf([{ url: '/x/', text: 'lừa đảo' }, help]).search('lừa đảo');
    expect(result.distress).toBeUndefined();
    expect(result.found.map(({ url }) => url)).toEqual(['/x/']);
  });
});

describe('corrections', () => {
  const pages = [
    { url: '/right/', title: 'Chuyển khoản nhầm', text: 'chuyển khoản nhầm' },
    { url: '/other/', text: 'xuất cảnh' },
  ];
  test('a likely slip is searched for, and said', async () => {
    const result = await engineOf(pages).search('chuyen khoang nham');
    expect(result.found[0]?.url).toBe('/right/');
    expect(result.readAs).toBe('chuyen khoan nham');
  });

  test('pages that have what was typed are never below those of a correction', async () => {
    const typed = { url: '/typed/', text: 'chuyen khoang nham' };
    const result = await engineOf([...pages, typed]).search('chuyen khoang nham');
    expect(result.found[0]?.url).toBe('/typed/');
    expect(result.readAs).toBeUndefined();
  });

  test('nothing is found for what no page has', async () => {
    expect(await engineOf(pages).search('zxqwkj')).toEqual({
      found: [],
      more: 0,
      figures: 0,
      otherLanguage: false,
    });
  });
});

describe('searches', () => {
  test('filters go with each', async () => {
    const engine = engineOf([
      { url: '/a/', text: 'lừa đảo', kind: 'canh-bao' },
      { url: '/b/', text: 'lừa đảo', kind: 'bai-viet' },
    ]);
    expect(await urls(engine, 'lừa đảo', { kind: 'bai-viet' })).toEqual(['/b/']);
  });

  test('stop early where enough pages have the phrase', async () => {
    const page = (url: string) => ({ url, text: 'mua ban nguoi' });
    await engineOf([page('/a/'), page('/b/')]).search('mua ban nguoi');
    expect(pagefind.searches).toContain('"mua ban"');
    await engineOf([page('/a/'), page('/b/'), page('/c/')]).search('mua ban nguoi');
    expect(pagefind.searches).not.toContain('"mua ban"');
  });

  test('are not made again for the next letters of a question', async () => {
    const engine = engineOf([{ url: '/a/', text: 'mua bán người' }]);
    await engine.search('mua ban');
    const before = pagefind.searches.length;
    await engine.search('mua ban');
    expect(pagefind.searches.slice(before)).toEqual([]);
  });

  test('load the best only, and the others when they are asked for', async () => {
    const engine = engineOf(Array.from({ length: 20 }, (_, at) => ({ url: `/${at}/`, text: 'lừa đảo' })));
    const { found, more } = await engine.search('lừa đảo');
    expect([found.length, more, pagefind.loaded.length]).toEqual([15, 5, 15]);
    expect((await engine.more(3)).length).toBe(3);
    expect((await engine.more(9)).length).toBe(2);
  });

  test('in quotation marks are asked as they are', async () => {
    const engine = engineOf([
      { url: '/a/', text: 'việc nhẹ lương cao' },
      { url: '/b/', text: 'nhẹ việc' },
    ]);
    expect(await urls(engine, '"việc nhẹ"')).toEqual(['/a/']);
    expect(pagefind.searches).toEqual(['"việc nhẹ"'].map((query) => `=${query}`));
  });

  test('are not made where nothing was typed', async () => {
    expect(await engineOf([]).search(' ?! ')).toEqual({
      found: [],
      more: 0,
      figures: 0,
      otherLanguage: false,
    });
    expect(pagefind.searches).toEqual([]);
  });
});

describe('failures', () => {
  let engine: SearchEngine;
  beforeEach(() => {
    engine = engineOf([{ url: '/a/', text: 'bán người' }]);
  });

  test('of a search reach the caller, leave diacritics as they were, and hold up no later search', async () => {
    pagefind.onSearch = () => {
      if (pagefind.isExact) throw new Error('no chunk');
    };
    await expect(engine.search('bán người')).rejects.toThrow('no chunk');
    expect(pagefind.isExact).toBe(false);
    pagefind.onSearch = () => undefined;
    expect(await urls(engine, 'bán người')).toEqual(['/a/']);
  });

  test('a superseded search ends at its next step, and one that has not begun makes none', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun = (): void => undefined;
    const first = new Promise<void>((resolve) => (begun = resolve));
    pagefind.onSearch = () => {
      begun();
      return held;
    };
    const results = [engine.search('mbn')];
    await first;
    const before = pagefind.searches.length;
    results.push(engine.search('xnc'), engine.search('bán người'));
    const settled = Promise.allSettled(results);
    release();
    const [running, queued, newest] = await settled;
    expect(running).toMatchObject({ status: 'rejected', reason: expect.any(SupersededError) as unknown });
    expect(queued).toMatchObject({ status: 'rejected', reason: expect.any(SupersededError) as unknown });
    expect(newest).toMatchObject({ status: 'fulfilled', value: { found: [{ url: '/a/' }] } });
    expect(pagefind.searches.slice(before).filter((query) => /xnc|xuat/.test(foldDiacritics(query)))).toEqual([]);
  });
});
