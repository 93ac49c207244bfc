/** More entries than one page of a list shows: nothing is lost or shown twice, and no page grows with their number. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { facetPath, listPagePath, localPath, paths } from '../../src/i18n/index.ts';
import { ENTRIES_PER_PAGE } from '../../src/pagination.ts';
import { pages } from '../support/dist.ts';
import { builtVariant, FEW, MANY } from '../support/variants.ts';

let out: string;
let all = new Map<string, string>();
beforeAll(async () => {
  ({ out } = await builtVariant('busy'));
  all = new Map(pages(out).map((page) => [page.path, page.html]));
});

/** Addresses of the entries on a page of a list, in their order. */
const entriesOn = (address: string): string[] =>
  [...all.get(address)!.matchAll(/<h2 class="title"><a href="([^"]+)"/g)].map(([, target]) => target!);
/** Every page of a list, from the first. */
const pagesOfList = (list: string): string[] => {
  const found: string[] = [];
  while (all.has(listPagePath(list, found.length + 1))) found.push(listPagePath(list, found.length + 1));
  return found;
};
const lists = {
  alerts: paths.alerts,
  articles: paths.articles,
  topic: facetPath(paths.articles, 'topic', 'lua-dao'),
  'alerts in English': localPath(paths.alerts, 'en'),
  'articles in English': localPath(paths.articles, 'en'),
};
const counts = {
  alerts: FEW,
  articles: FEW + MANY,
  topic: MANY,
  'alerts in English': FEW,
  'articles in English': FEW + MANY,
};

describe.each(Object.keys(lists) as (keyof typeof lists)[])('the list %s', (name) => {
  test('has each entry on one of its pages, once, and no page has more than fifty', () => {
    const addresses = pagesOfList(lists[name]);
    expect(addresses.length).toBeGreaterThan(1);
    const entries = addresses.map(entriesOn);
    for (const page of entries.slice(0, -1)) expect(page).toHaveLength(ENTRIES_PER_PAGE);
    const flat = entries.flat();
    expect(new Set(flat).size).toBe(flat.length);
    expect(flat.length).toBeGreaterThanOrEqual(counts[name]);
    // Every entry that a page was made for, but for those of other topics.
    const folder = name.startsWith('alerts')
      ? name.includes('English')
        ? lists['alerts in English']
        : paths.alerts
      : name.includes('English')
        ? lists['articles in English']
        : paths.articles;
    const made = [...all.keys()].filter((address) => new RegExp(`^${folder}[a-z0-9-]+/$`).test(address));
    if (name === 'topic') expect(made).toEqual(expect.arrayContaining(flat));
    else expect([...flat].sort()).toEqual(made.sort());
  });

  test('its pages lead to one another, say which they are, and only the first is to be found', () => {
    const addresses = pagesOfList(lists[name]);
    addresses.forEach((address, index) => {
      const html = all.get(address)!;
      const [previous, next] = ['prev', 'next'].map(
        (rel) => new RegExp(`<a rel="${rel}" href="([^"]+)"`).exec(html)?.[1],
      );
      expect(previous, address).toBe(addresses[index - 1]);
      expect(next, address).toBe(addresses[index + 1]);
      expect(/aria-current="page">(\d+)<\/a>/.exec(html)?.[1], address).toBe(String(index + 1));
      if (index === 0) return;
      expect(html).toMatch(new RegExp(`<title>[^<]*, (?:trang|page) ${index + 1} `));
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).not.toContain('rel="canonical"');
    });
  });
});

test('a list of twice as many entries is as heavy', () => {
  const size = (topic: string): number => all.get(facetPath(paths.articles, 'topic', topic))!.length;
  expect(Math.abs(size('lua-dao') / size('phap-luat') - 1)).toBeLessThan(0.02);
});

test('where a script sees but a part of a list, every choice stays a link', () => {
  expect(all.get(paths.articles)).toContain('class="facets');
  for (const list of [paths.articles, paths.alerts, lists.topic])
    for (const address of pagesOfList(list)) expect(all.get(address), address).not.toContain('data-facets=');
  expect(all.get(facetPath(paths.articles, 'topic', 'ho-tro'))).toContain('data-facets=');
});

test('feeds and the file for language models hold the newest fifty', () => {
  const feed = (address: string): number =>
    (JSON.parse(readFileSync(path.join(out, address), 'utf8')) as { items: unknown[] }).items.length;
  for (const address of ['feed.json', 'bai-viet/feed.json', 'canh-bao/feed.json'])
    expect(feed(address), address).toBe(50);
  const lines = readFileSync(path.join(out, 'llms.txt'), 'utf8').match(/^- \[.*\/bai-viet\/.*$/gm)!;
  expect(lines.filter((line) => !line.startsWith('- [Tất cả]'))).toHaveLength(ENTRIES_PER_PAGE);
});

test('notices and scripts are all on the pages of their list', () => {
  const found = pagesOfList(paths.handouts).flatMap((address) =>
    [...all.get(address)!.matchAll(/href="([^"]+\/to-roi\/)"/g)].map(([, target]) => target!),
  );
  expect([...found].sort()).toEqual([...all.keys()].filter((address) => address.endsWith('/to-roi/')).sort());
});
