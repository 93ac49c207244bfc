/** The English door: complete, honest about what it is, and never apart from the Vietnamese page. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { counterpart } from '../../src/i18n/index.ts';
import { pages } from '../support/dist.ts';
import { textOf, unescaped } from '../support/html.ts';
import { root } from '../support/run.ts';

const all = pages();
const byPath = new Map(all.map((page) => [page.path, page.html]));
/** The search page has no text of its own that could be a translation. */
const english = all.filter((page) => page.path.startsWith('/en/') && !page.html.includes('content="noindex"'));
const content = path.join(root, 'content');

interface FrontMatter {
  title: string;
  hotlines: string[];
  english: { title: string; summary: string };
}
const entries = (kind: 'alerts' | 'articles') =>
  readdirSync(path.join(content, kind)).map((name) => ({
    id: name.replace('.mdx', ''),
    data: parse(readFileSync(path.join(content, kind, name), 'utf8').split(/^---$/m)[1]!) as FrontMatter,
  }));

test('the pages that were promised are there', () => {
  for (const wanted of ['', 'help/', 'hotlines/', 'about/', 'figures/', 'alerts/', 'articles/'])
    expect(byPath.has(`/en/${wanted}`), wanted).toBe(true);
});

describe.each(['alerts', 'articles'] as const)('%s', (kind) => {
  const folder = { alerts: '/canh-bao/', articles: '/bai-viet/' }[kind];

  test.each(entries(kind).map(({ id, data }) => [id, data] as const))(
    '%s has its English page and its line in the list',
    (id, data) => {
      const html = byPath.get(`/en/${kind}/${id}/`)!;
      const words = textOf(html);
      for (const wanted of [data.english.title, data.english.summary, data.title])
        expect(words).toContain(textOf(wanted));
      expect(html).toContain(`<a href="${folder}${id}/" hreflang="vi" lang="vi"`);
      for (const number of data.hotlines) {
        const { number: dialled } = JSON.parse(
          readFileSync(path.join(content, 'hotlines', `${number}.json`), 'utf8'),
        ) as { number: string };
        expect(html).toMatch(new RegExp(`class="face"[^>]* href="(?:tel|sms):${dialled.replace('+', '\\+')}"`));
      }
      const list = byPath.get(`/en/${kind}/`)!;
      expect(unescaped(list)).toContain(data.english.title);
      expect(list).toContain(`href="/en/${kind}/${id}/"`);
    },
  );
});

test('every English page says what it is and leads to the Vietnamese one', () => {
  expect(english.length).toBeGreaterThanOrEqual(7 + entries('alerts').length + entries('articles').length);
  for (const { path: address, html } of english) {
    expect(
      html.match(/Unofficial translation for orientation; the Vietnamese text counts\./g) ?? [],
      address,
    ).toHaveLength(1);
    expect(html, address).toMatch(/data-translation[^>]*>.*?hreflang="vi"/s);
  }
});

test('the switch of languages leads from every page to one that exists', () => {
  for (const { path: address, html } of all) {
    const target = /class="language"[^>]*><a href="([^"]+)"/.exec(html)?.[1];
    // Frames have no masthead.
    if (address.startsWith('/nhung/') || target === undefined) {
      expect(address).toMatch(/^\/nhung\//);
      continue;
    }
    const other = address.startsWith('/en/') ? 'vi' : 'en';
    expect(target, address).toBe(counterpart(address, other) ?? { vi: '/', en: '/en/' }[other]);
    expect(byPath.has(target), `${address} → ${target}`).toBe(true);
  }
});

test('alternates are named on both pages of a pair, and on no other', () => {
  for (const { path: address, html } of all) {
    const named = [...html.matchAll(/<link rel="alternate" hreflang="([a-z]+)" href="([^"]+)"/g)].map(
      ([, language, target]) => [language, new URL(target!).pathname],
    );
    const pair = html.includes('content="noindex"')
      ? []
      : (['vi', 'en'] as const).flatMap((language) =>
          counterpart(address, language) ? [[language, counterpart(address, language)]] : [],
        );
    expect(named, address).toEqual(pair);
  }
});

test('all figures stand in the English table with English numbers, and lead to their Vietnamese page', () => {
  const html = byPath.get('/en/figures/')!;
  const releases = readdirSync(path.join(content, 'statistics')).map((name) => ({
    id: name.replace('.json', ''),
    data: JSON.parse(readFileSync(path.join(content, 'statistics', name), 'utf8')) as {
      observations: { indicator: string; value: number; qualifier: string }[];
    },
  }));
  for (const { id, data } of releases) {
    for (const { indicator } of data.observations)
      expect(html).toContain(`<a href="/so-lieu/${indicator}/${id}/" hreflang="vi"`);
  }
  const words = textOf(html);
  for (const { value, qualifier } of releases.flatMap(({ data }) => data.observations)) {
    // Sums of money are written out in millions and billions.
    if (Math.abs(value) >= 1e6) continue;
    const number = Math.abs(value).toLocaleString('en');
    expect(words).toContain(qualifier === 'over' ? `over ${number}` : value < 0 ? `down ${number}` : number);
  }
  expect(words).not.toMatch(/\d\.000\b|9,25%|tháng/);
});

test('no English page speaks Vietnamese but by name, in quotation marks, where it explains a term, or marked as Vietnamese', () => {
  for (const { path: address, html } of english) {
    const marked = html
      .replace(/<([a-z]+)\b[^>]*\slang="vi"[^>]*>.*?<\/\1>/gs, '')
      .replace(/<head>.*?<\/head>|<dd.*?<\/dd>/gs, '');
    const vietnamese =
      textOf(marked)
        .replace(/“[^”]*”/g, '')
        .match(/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]\S*/giu) ?? [];
    expect(
      vietnamese.filter((word) => !/^(?:ằng|đồng|ảnh|áo)/iu.test(word)),
      address,
    ).toEqual([]);
  }
});
