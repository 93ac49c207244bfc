/** What readers see of a figure that was changed: a small site with a correction and a revision in it, and the site as it is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { feedPath, observationPath, paths, versionPath } from '../../src/i18n/index.ts';
import { dist, filesBelow } from '../support/dist.ts';
import { htmlProblems, textOf } from '../support/html.ts';
import { root, type Outcome } from '../support/run.ts';
import { changedFigure, revisions, variant } from '../support/variants.ts';

interface Feed {
  version: string;
  title: string;
  home_page_url: string;
  feed_url: string;
  language: string;
  items: { id: string; url: string; title: string; content_html: string; date_published: string }[];
}

const [{ from: first, to: second, date: correctedOn }, { to: third, date: revisedOn }] = revisions;
const { indicator, release, publishedAt } = changedFigure;
const here = observationPath(indicator, release);
const [firstVersion, secondVersion] = [
  versionPath(indicator, release, publishedAt),
  versionPath(indicator, release, correctedOn),
];

/** The site stands below a path, where an address without its base would lead nowhere. */
const base = '/cb';
const origin = `https://x.example${base}`;
let out: string;
let built: Outcome;
beforeAll(async () => {
  ({ out, built } = await variant('small'));
});

const read = (site: string, address: string): string =>
  readFileSync(path.join(site, address.endsWith('/') ? `${address}index.html` : address), 'utf8');
const main = (html: string): string => /<main[^]*<\/main>/.exec(html)![0];
const linksOf = (html: string): string[] => [...main(html).matchAll(/href="([^"]*)"/g)].map((match) => match[1]!);

describe('a figure with a correction and a revision', () => {
  test('is built', () => {
    expect(built.out).not.toMatch(/error/i);
    expect(built.code).toBe(0);
  });

  test('says so at the top, with day, both values and reason', () => {
    const html = main(read(out, here));
    const notice = /<\/h1>\s*<div[^>]*data-changed[^>]*>([^]*?)<\/div>/.exec(html)![1]!;
    expect(textOf(notice)).toBe(
      `Cập nhật ngày 1/9/2026: số cũ ${second} vụ → số mới ${third} vụ. Lý do: Theo báo cáo cả năm. Đính chính ngày 4/5/2026: số cũ ${first} vụ → số mới ${second} vụ. Lý do: Đếm thiếu một vụ.`,
    );
    expect(linksOf(`<main>${notice}</main>`)).toEqual([base + secondVersion, base + firstVersion]);
  });

  test('keeps its history below', () => {
    const history = read(out, here).split('id="lich-su"')[1]!;
    expect(textOf(/<ol[^]*?<\/ol>/.exec(history)![0])).toBe(
      `4/5/2026: ${first} vụ → ${second} vụ. Đếm thiếu một vụ. 1/9/2026: ${second} vụ → ${third} vụ. Theo báo cáo cả năm.`,
    );
  });

  test.each([
    [firstVersion, first, publishedAt, correctedOn],
    [secondVersion, second, correctedOn, revisedOn],
  ])('%s shows what was published then, and is marked as old', (address, value, from, until) => {
    const html = read(out, address);
    const vietnamese = (iso: string) => iso.split('-').map(Number).reverse().join('/');
    expect(textOf(/<p[^>]*data-old[^>]*>([^]*?)<\/p>/.exec(html)![1]!)).toBe(
      `Đây là bản cũ, không còn dùng. Số hiện nay là ${third} vụ.`,
    );
    expect(textOf(/<p[^>]*class="value"[^>]*>([^]*?)<\/p>/.exec(html)![1]!)).toBe(`${value} vụ`);
    expect(textOf(main(html))).toContain(`Bản này từ ${vietnamese(from)} Bị thay ngày ${vietnamese(until)}`);
    expect(linksOf(html)).toContain(base + here);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toMatch(/rel="canonical"|data-pagefind-body/);
  });

  test('has no page for the version that stands, and no other figure has one', () => {
    expect(filesBelow(out).filter((file) => file.includes('/ban/'))).toEqual(
      [`${firstVersion}index.html`, `${secondVersion}index.html`].map((file) => file.slice(1)).sort(),
    );
    expect(
      filesBelow(out).filter(
        (file) => file.endsWith('.html') && read(out, file).includes('class="caution" data-changed'),
      ),
    ).toEqual([`${here}index.html`.slice(1)]);
  });

  test('stands in the ledger, newest change first, with its old versions', () => {
    const html = read(out, paths.corrections);
    const items = [
      ...main(html)
        .split('class="lead"')[1]!
        .matchAll(/<li[^>]*>\s*<p[^>]*><time[^]*?<\/li>/g),
    ]
      .map(([item]) => item)
      // What the project changed in the description of its figures is told beside it.
      .filter((item) => !item.includes('Sửa mô tả'));
    expect(items.map(textOf)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^1/9/2026 – Cập nhật theo kế hoạch .*: ${second} vụ → ${third} vụ Theo báo cáo cả năm\\. Xem bản cũ \\(4/5/2026\\)$`,
        ),
      ) as string,
      expect.stringMatching(
        new RegExp(
          `^4/5/2026 – Đính chính lỗi .*: ${first} vụ → ${second} vụ Đếm thiếu một vụ\\. Xem bản cũ \\(.*\\)$`,
        ),
      ) as string,
    ]);
    expect(items.map((item) => linksOf(`<main>${item}</main>`))).toEqual([
      [base + here, base + secondVersion],
      [base + here, base + firstVersion],
    ]);
    expect(html).not.toContain('Đến nay chưa có số nào phải sửa.');
  });

  test('is in the feed, with absolute addresses that lead somewhere', () => {
    const feed = JSON.parse(read(out, feedPath('corrections', 'json'))) as Feed;
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: `${origin}${paths.corrections}`,
      feed_url: `${origin}${feedPath('corrections', 'json')}`,
      language: 'vi',
    });
    const items = feed.items.filter(({ id }) => id.includes('#doi-'));
    expect(items.map(({ id, url, date_published }) => [id, url, Date.parse(date_published)])).toEqual(
      [revisedOn, correctedOn].map((day) => [
        `${origin}${here}#doi-${day}`,
        `${origin}${here}#doi-${day}`,
        Date.parse(`${day}T00:00:00+07:00`),
      ]),
    );
    expect(items.map((item) => textOf(item.content_html))).toEqual([
      `Số cũ: ${second} vụ. Số mới: ${third} vụ. Lý do: Theo báo cáo cả năm.`,
      `Số cũ: ${first} vụ. Số mới: ${second} vụ. Lý do: Đếm thiếu một vụ.`,
    ]);
    expect(items.map((item) => item.title.split(':')[0])).toEqual(['Cập nhật', 'Đính chính']);
    for (const day of [revisedOn, correctedOn]) expect(read(out, here)).toContain(`id="doi-${day}"`);
  });

  test('is sound HTML, and its links lead somewhere', async () => {
    for (const address of [here, firstVersion, secondVersion, paths.corrections]) {
      const html = read(out, address);
      expect(await htmlProblems(html), address).toEqual([]);
      const inside = linksOf(html).filter((link) => link.startsWith('/'));
      expect(
        inside.filter(
          (link) =>
            !link.startsWith(`${base}/`) || !existsSync(path.join(out, link.slice(base.length).replace(/#.*/, ''))),
        ),
        address,
      ).toEqual([]);
    }
  });
});

describe('the site as it is', () => {
  const described = ['statistics', 'indicators', 'sources'].flatMap((kind) =>
    readdirSync(path.join(root, 'content', kind)).flatMap(
      (name) =>
        (JSON.parse(readFileSync(path.join(root, 'content', kind, name), 'utf8')) as { changes?: unknown[] }).changes ??
        [],
    ),
  );
  const changed = readdirSync(path.join(root, 'content/statistics')).flatMap((name) => {
    const { observations } = JSON.parse(readFileSync(path.join(root, 'content/statistics', name), 'utf8')) as {
      observations: { indicator: string; revisions?: unknown[] }[];
    };
    return observations.flatMap((observation) =>
      (observation.revisions ?? []).map(() => observationPath(observation.indicator, name.replace('.json', ''))),
    );
  });

  test('has old versions and notices of changed figures only', () => {
    expect(filesBelow(dist).filter((file) => file.includes('/ban/'))).toHaveLength(changed.length);
    const noticed = filesBelow(dist).filter(
      (file) => file.endsWith('.html') && read(dist, file).includes('class="changed"'),
    );
    expect(noticed).toEqual([...new Set(changed)].map((address) => `${address}index.html`.slice(1)).sort());
  });

  test('has a ledger that says whether anything was changed', () => {
    const html = read(dist, paths.corrections);
    expect(html.includes('Đến nay chưa có số nào phải sửa.')).toBe(changed.length + described.length === 0);
    expect(html.match(/<del/g) ?? []).toHaveLength(changed.length);
  });

  test('names its feed to programs and to readers', () => {
    const html = read(dist, paths.corrections);
    expect(html).toContain(
      `<link rel="alternate" type="application/feed+json" title="Đính chính số liệu" href="${feedPath('corrections', 'json')}">`,
    );
    expect(linksOf(html)).toContain(feedPath('corrections', 'json'));
    const feed = JSON.parse(read(dist, feedPath('corrections', 'json'))) as Feed;
    expect(feed.title).not.toBe('');
    expect(feed.items).toHaveLength(changed.length + described.length);
    // The figures have a feed of their own; a page without one names none.
    expect(read(dist, paths.figures)).not.toContain(feedPath('corrections', 'json'));
    expect(read(dist, paths.help)).not.toContain('application/feed+json');
  });
});
