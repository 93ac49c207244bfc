/** What programs read of the built site: feeds, CAP, pictures, structured data and the files at the root. Each is read by an implementation that is not ours. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CAP_1_2 } from '@dec112/cap-ts';
import { parse } from 'node-html-parser';
import robotsParser from 'robots-parser';
import sharp from 'sharp';
import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import {
  alertPath,
  capIndexPath,
  capPath,
  counterpart,
  feedPages,
  feedPath,
  paths,
  siteUrl,
  type FeedName,
} from '../../src/i18n/index.ts';
import type { Alert, Release } from '../../src/schema/index.ts';
import { site } from '../../src/site.ts';
import { capFlaws } from '../support/cap.ts';
import { dist, filesBelow, pages, pageTypes } from '../support/dist.ts';
import { assertXml, readAtom, readJson } from '../support/feeds.ts';
import { unescaped } from '../support/html.ts';
import { factsOf, type Fact } from '../support/structured-data.ts';
import { root } from '../support/run.ts';

const read = (address: string): string => readFileSync(path.join(dist, address), 'utf8');
const all = pages();
const htmlOf = (address: string): string => all.find((page) => page.path === address)!.html;
const idsOf = (kind: string): string[] =>
  readdirSync(path.join(root, 'content', kind)).map((name) => name.replace(/\.[a-z]+$/, ''));
const frontMatter = (kind: string, id: string): Record<string, unknown> =>
  parseYaml(readFileSync(path.join(root, 'content', kind, `${id}.mdx`), 'utf8').split(/^---$/m)[1]!) as Record<
    string,
    unknown
  >;
const alerts = idsOf('alerts').map((id) => ({ id, data: frontMatter('alerts', id) as unknown as Alert }));
const observations = idsOf('statistics').flatMap(
  (id) => (JSON.parse(readFileSync(path.join(root, `content/statistics/${id}.json`), 'utf8')) as Release).observations,
);
const corrections = [
  ...observations.flatMap(({ revisions = [] }) => revisions),
  ...(['statistics', 'indicators', 'sources'] as const).flatMap((kind) =>
    idsOf(kind).flatMap(
      (id) =>
        (JSON.parse(readFileSync(path.join(root, `content/${kind}/${id}.json`), 'utf8')) as { changes?: unknown[] })
          .changes ?? [],
    ),
  ),
];

const counts: Record<Exclude<FeedName, 'all'>, number> = {
  alerts: alerts.length,
  articles: idsOf('articles').length,
  conferences: idsOf('conferences').length,
  figures: observations.length,
  corrections: corrections.length,
};
const names = Object.keys(feedPages) as FeedName[];
const wanted = (name: FeedName): number =>
  name === 'all' ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[name];

describe.each(names)('the feed “%s”', (name) => {
  const atom = readAtom(read(feedPath(name, 'xml')));
  const json = readJson(read(feedPath(name, 'json')));

  test('says the same as Atom and as JSON Feed', () => {
    const told = ({ entries }: typeof atom) =>
      entries.map(({ id, url, title, html, updated }) => ({ id, url, title, html: html.trim(), updated }));
    expect(told(json)).toEqual(told(atom));
    expect(json.title).toBe(atom.title);
  });

  test('knows its own address and its page', () => {
    for (const [feed, format] of [
      [atom, 'xml'],
      [json, 'json'],
    ] as const) {
      expect(feed.self).toBe(`${siteUrl().slice(0, -1)}${feedPath(name, format)}`);
      expect(feed.page).toBe(`${siteUrl().slice(0, -1)}${feedPages[name]}`);
    }
  });

  test('holds everything, newest first, each under an address that leads somewhere', () => {
    expect(atom.entries).toHaveLength(Math.min(wanted(name), 50));
    expect(new Set(atom.entries.map(({ id }) => id)).size).toBe(atom.entries.length);
    const times = atom.entries.map(({ updated }) => updated);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    for (const { id, url } of atom.entries) {
      expect(id).toBe(url);
      expect(
        all.some((page) => new URL(url).pathname === page.path),
        url,
      ).toBe(true);
    }
  });

  test('has whole texts, and in them nothing but whole addresses', () => {
    for (const { url, title, html } of atom.entries) {
      expect(title.length, url).toBeGreaterThan(3);
      const content = parse(html);
      expect(content.textContent.length, url).toBeGreaterThan(name === 'corrections' ? 20 : 80);
      for (const element of content.querySelectorAll('[href], [src]'))
        expect(element.getAttribute('href') ?? element.getAttribute('src'), url).toMatch(/^(?:https?:\/\/|tel:|sms:)/);
      expect(content.querySelectorAll('script, style, [style], [class]'), url).toEqual([]);
    }
  });

  test('is found from the page it belongs to, and so is the feed of everything', () => {
    const links = parse(htmlOf(feedPages[name]))
      .querySelectorAll('link[rel="alternate"]')
      .map((link) => link.getAttribute('href'));
    expect(links).toContain(feedPath(name, 'xml'));
    if (name !== 'all') expect(links).toContain(feedPath(name, 'json'));
    expect(links).toContain(feedPath('all', 'xml'));
    expect(htmlOf(paths.follow)).toContain(`href="${feedPath(name, 'xml')}"`);
  });
});

test('a feed tells the days of the content, not of the build', () => {
  const { entries } = readAtom(read(feedPath('alerts', 'xml')));
  for (const { id, data } of alerts) {
    const day = data.withdrawn?.date ?? data.updatedAt ?? data.publishedAt;
    expect(entries.find(({ url }) => url.endsWith(alertPath(id)))!.updated, id).toBe(
      Date.parse(`${day}T00:00:00+07:00`),
    );
  }
});

test('an entry of an alert holds its signs, its three verbs and its numbers', () => {
  const { entries } = readAtom(read(feedPath('alerts', 'xml')));
  for (const { id, data } of alerts) {
    const text = parse(entries.find(({ url }) => url.endsWith(alertPath(id)))!.html).textContent;
    for (const part of [
      ...data.redFlags,
      data.doNow.stop,
      data.doNow.check,
      data.doNow.report,
      ...data.dont,
      ...data.ifVictim,
    ])
      expect(text, id).toContain(part);
    expect(entries.find(({ url }) => url.endsWith(alertPath(id)))!.html).toContain(`<a href="tel:`);
  }
});

test('a feed opens in a browser as text for people: its stylesheet exists', () => {
  for (const file of filesBelow(dist).filter((name) => name.endsWith('feed.xml') || name === capIndexPath.slice(1))) {
    const [, href = ''] = /<\?xml-stylesheet type="text\/css" href="([^"]+)"\?>/.exec(read(file)) ?? [];
    expect(existsSync(path.join(dist, href)) && href.endsWith('.css'), file).toBe(true);
  }
});

describe('the Common Alerting Protocol', () => {
  const grave = alerts.filter(({ data }) => ['severe', 'extreme'].includes(data.severity));

  test('grave alerts have a message each, others none', () => {
    expect(grave.length).toBeGreaterThan(0);
    expect(filesBelow(dist).filter((file) => file.endsWith('/cap.xml') && file !== capIndexPath.slice(1))).toEqual(
      grave.map(({ id }) => capPath(id).slice(1)).sort(),
    );
  });

  test.each(grave)('$id keeps to the schema of OASIS', ({ id }) => {
    expect(capFlaws(read(capPath(id)))).toEqual([]);
  });

  test.each(grave)('$id is read by another implementation, with what the alert says', async ({ id, data }) => {
    const alert = await CAP_1_2.Alert.fromXML(read(capPath(id)));
    expect(alert.status).toBe(CAP_1_2.Alert_status[site.official ? 'actual' : 'test']);
    expect(alert.scope).toBe(CAP_1_2.Alert_scope.public_);
    expect(alert.sent).toMatch(/\+07:00$/);
    const [vietnamese, english] = alert.info_list;
    expect(vietnamese!.language).toBe('vi-VN');
    expect(english!.language).toBe('en');
    expect(vietnamese!.headline).toBe(data.title);
    expect(english!.headline).toBe(data.english.title);
    expect(CAP_1_2.Alert_info_list_info_severity[vietnamese!.severity]).toBe(data.severity);
    expect(CAP_1_2.Alert_info_list_info_urgency[vietnamese!.urgency]).toBe(data.urgency);
    expect(CAP_1_2.Alert_info_list_info_certainty[vietnamese!.certainty]).toBe(data.certainty);
    expect(vietnamese!.expires).toBe(`${data.expiresAt}T23:59:59+07:00`);
    for (const part of [data.summary, ...data.redFlags]) expect(vietnamese!.description).toContain(part);
    for (const part of [...Object.values(data.doNow), ...data.dont]) expect(vietnamese!.instruction).toContain(part);
    expect(vietnamese!.contact).toContain(data.hotlines[0]!.length === 3 ? data.hotlines[0] : '(');
    expect(new URL(vietnamese!.web!).pathname).toBe(alertPath(id));
    expect(vietnamese!.area_list[0]!.geocode_list[0]!.value).toBe(site.area);
  });

  test('no two messages have one name', async () => {
    const named = await Promise.all(
      grave.map(async ({ id }) => (await CAP_1_2.Alert.fromXML(read(capPath(id)))).identifier),
    );
    expect(new Set(named).size).toBe(grave.length);
  });

  test('the index lists the messages', () => {
    const xml = read(capIndexPath);
    const { entries } = readAtom(xml);
    expect(entries.map(({ id }) => new URL(id).pathname).sort()).toEqual(grave.map(({ id }) => capPath(id)).sort());
    expect(xml.match(/type="application\/cap\+xml"/g)).toHaveLength(grave.length);
  });
});

describe('what apps show of a link', () => {
  /** Frames, pages for the moment, and other forms of a page are not shared. */
  const unshared = (address: string): boolean =>
    /^\/nhung\/|\/(?:to-roi|loa)\/$/.test(address) ||
    [paths.search, counterpart(paths.search, 'en'), paths.noNetwork, '/404.html'].includes(address);
  const shared = all.filter(({ path: address }) => !unshared(address));
  const metaOf = (html: string) => {
    const head = parse(html).querySelector('head')!;
    return (name: string): string =>
      head.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content') ?? '';
  };

  test('every page tells its title, address, kind and language', () => {
    expect(shared.length).toBeGreaterThan(100);
    for (const { path: address, html } of shared) {
      const meta = metaOf(html);
      // A page for people in danger has a neutral name in the tab.
      if (!html.includes(' data-quiet')) expect(unescaped(html), address).toContain(`<title>${meta('og:title')}`);
      expect(meta('og:description').length, address).toBeGreaterThan(20);
      expect(meta('og:url'), address).toBe(new URL(address, siteUrl()).href);
      expect(meta('og:type'), address).toBe(
        /^\/(?:bai-viet|canh-bao|hoi-nghi|tu-kiem-tra|en\/alerts|en\/articles)\/[a-z0-9-]+\/$/.test(address)
          ? 'article'
          : 'website',
      );
      expect(meta('og:site_name'), address).toBe(site.name);
      expect(meta('og:locale'), address).toBe(address.startsWith('/en/') ? 'en_GB' : 'vi_VN');
      expect(meta('twitter:card'), address).toBe('summary_large_image');
    }
  });

  test('every page has a picture that names it, and no picture is for nothing', async () => {
    const named = new Map<string, string>();
    for (const { path: address, html } of shared) {
      const meta = metaOf(html);
      const url = new URL(meta('og:image'));
      expect(url.href.startsWith(`${siteUrl()}chia-se/`), address).toBe(true);
      expect(meta('og:image:alt'), address).toContain(meta('og:title'));
      // Pages of one title only share a picture: a picture names its page.
      expect(named.get(url.pathname) ?? meta('og:title'), address).toBe(meta('og:title'));
      named.set(url.pathname, meta('og:title'));
    }
    expect(filesBelow(path.join(dist, 'chia-se')).map((name) => `/chia-se/${name}`)).toEqual([...named.keys()].sort());
    for (const file of named.keys()) {
      const bytes = readFileSync(path.join(dist, file));
      const { width, height, format } = await sharp(bytes).metadata();
      expect([width, height, format], file).toEqual([1200, 630, 'png']);
      expect(bytes.length, file).toBeLessThanOrEqual(60 * 1024);
    }
  });

  test('an alert says how grave it is and whom to call', () => {
    for (const { id, data } of alerts) {
      const alt = metaOf(htmlOf(alertPath(id)))('og:image:alt');
      if (data.severity === 'extreme') expect(alt).toContain('Đặc biệt nguy hiểm');
      expect(alt).toMatch(/\. [+\d ]{3,}: \S/);
    }
  });

  test('frames, pages for the moment, and other forms of a page are no links to share', () => {
    for (const { path: address } of all.filter((page) => unshared(page.path))) {
      const meta = metaOf(htmlOf(address));
      expect(meta('og:image'), address).toBe('');
      expect(meta('robots'), address).toContain('noindex');
    }
  });

  test('icons, colours and the manifest are there', async () => {
    const head = parse(htmlOf('/')).querySelector('head')!;
    expect(head.querySelectorAll('meta[name="theme-color"]').map((meta) => meta.getAttribute('media'))).toEqual([
      '(prefers-color-scheme: light)',
      '(prefers-color-scheme: dark)',
    ]);
    const manifest = JSON.parse(read(head.querySelector('link[rel="manifest"]')!.getAttribute('href')!)) as {
      display: string;
      short_name: string;
      start_url: string;
      icons: { src: string; sizes: string }[];
    };
    // An icon on a screen must not tell what it is for.
    expect(manifest).toMatchObject({ display: 'browser', short_name: 'Cao Bằng', start_url: '/' });
    const icons = [
      ...manifest.icons,
      { src: head.querySelector('link[rel="apple-touch-icon"]')!.getAttribute('href')!, sizes: '180x180' },
      { src: head.querySelector('link[rel="icon"][type="image/png"]')!.getAttribute('href')!, sizes: '32x32' },
    ];
    for (const { src, sizes } of icons) {
      const { width, height } = await sharp(readFileSync(path.join(dist, src))).metadata();
      expect(`${String(width)}x${String(height)}`).toBe(sizes);
    }
  });
});

describe('structured data', () => {
  const facts = new Map<string, Fact[]>();
  beforeAll(async () => {
    for (const { path: address, html } of all) facts.set(address, await factsOf(html));
  });
  const only = (address: string, type: string): Fact => {
    const found = facts.get(address)!.filter((fact) => fact.type === type);
    expect(found, `${type} on ${address}`).toHaveLength(1);
    return found[0]!;
  };
  const filled = (fact: Fact, properties: string[], where: string) => {
    for (const property of properties)
      expect(
        fact.get(property).filter((value) => value !== ''),
        `${where}: ${fact.type}.${property}`,
      ).not.toEqual([]);
  };

  test('the home page tells who publishes, and how the site is searched', () => {
    const organization = only('/', 'Organization');
    filled(organization, ['name', 'url', 'logo', 'description'], '/');
    if (!site.official) expect(organization.get('description')[0]).toContain('thử nghiệm');
    const action = only('/', 'WebSite').get('potentialAction')[0] as Fact;
    expect(action.type).toBe('SearchAction');
    const [template] = (action.get('target')[0] as Fact).get('urlTemplate');
    expect(new URL(template as string).pathname).toBe(paths.search);
    // In the fragment, which no browser sends.
    expect(htmlOf(paths.search)).toContain(`data-field="${/#(\w+)=\{\w+\}$/.exec(template as string)![1]!}"`);
    expect(action.get('query-input')).toEqual(['required name=q']);
  });

  test('every page below a section has the way to it, ending with itself', () => {
    const below = all.filter(({ html }) => html.includes('class="breadcrumbs') && !html.includes('content="noindex"'));
    expect(below.length).toBeGreaterThan(80);
    for (const { path: address } of below) {
      const steps = only(address, 'BreadcrumbList').get('itemListElement') as Fact[];
      expect(steps.map((step) => step.get('position')[0])).toEqual(steps.map((_, index) => String(index + 1)));
      for (const step of steps)
        expect(
          all.some((page) => page.path === new URL(step.get('item')[0] as string).pathname),
          address,
        ).toBe(true);
      expect(new URL(steps.at(-1)!.get('item')[0] as string).pathname).toBe(address);
    }
  });

  test('articles and conferences are news with all that readers of news ask for', () => {
    const texts = [
      ...idsOf('articles').map((id) => `/bai-viet/${id}/`),
      ...idsOf('conferences').map((id) => `/hoi-nghi/${id}/`),
    ];
    for (const address of texts) {
      const article = only(address, 'NewsArticle');
      filled(
        article,
        [
          'headline',
          'description',
          'image',
          'datePublished',
          'dateModified',
          'author',
          'publisher',
          'url',
          'inLanguage',
        ],
        address,
      );
      expect((article.get('publisher')[0] as Fact).get('name')).toEqual([site.name]);
      expect(existsSync(path.join(dist, new URL(article.get('image')[0] as string).pathname)), address).toBe(true);
    }
  });

  test('an alert in force is an announcement', () => {
    for (const { id, data } of alerts) {
      const announcement = only(alertPath(id), 'SpecialAnnouncement');
      filled(
        announcement,
        ['name', 'text', 'datePosted', 'expires', 'category', 'spatialCoverage', 'url', 'publisher'],
        id,
      );
      expect(announcement.get('expires')).toEqual([`${data.expiresAt}T23:59:59+07:00`]);
    }
  });

  test('every indicator is a data set, and so are all together', () => {
    for (const address of [...idsOf('indicators').map((id) => `/so-lieu/${id}/`), paths.data]) {
      const dataset = only(address, 'Dataset');
      filled(
        dataset,
        [
          'name',
          'description',
          'url',
          'creator',
          'publisher',
          'distribution',
          'temporalCoverage',
          'spatialCoverage',
          'variableMeasured',
        ],
        address,
      );
      expect(new URL(dataset.get('url')[0] as string).pathname).toBe(address);
      for (const file of dataset.get('distribution') as Fact[]) {
        filled(file, ['encodingFormat', 'contentUrl'], address);
        expect(existsSync(path.join(dist, new URL(file.get('contentUrl')[0] as string).pathname)), address).toBe(true);
      }
    }
  });

  test('every term of the glossary is defined', () => {
    const terms = only(paths.glossary, 'DefinedTermSet').get('hasDefinedTerm') as Fact[];
    expect(terms).toHaveLength(idsOf('glossary').length);
    for (const term of terms) filled(term, ['name', 'description'], 'glossary');
  });

  test('where a text asks a question, its answer is told', () => {
    const pagesWithQuestions = all.filter(
      ({ html }) =>
        /<summary[^>]*>(?:<[^>]+>|[^<])*\?\s*<\/summary>|<h[23][^>]* id="[^"]+"[^>]*>[^<]*\?<\/h[23]>/.test(html) &&
        /\/(?:bai-viet|canh-bao)\//.test(html),
    );
    const told = all.filter(({ path: address }) => facts.get(address)!.some(({ type }) => type === 'FAQPage'));
    expect(told.length).toBeGreaterThan(0);
    for (const { path: address } of told) {
      expect(pagesWithQuestions.map((page) => page.path)).toContain(address);
      for (const question of only(address, 'FAQPage').get('mainEntity') as Fact[]) {
        expect(question.get('name')[0]).toMatch(/\?$/);
        expect(((question.get('acceptedAnswer')[0] as Fact).get('text')[0] as string).length).toBeGreaterThan(20);
      }
    }
  });
});

describe('the files at the root', () => {
  test('the sitemap lists every page that may be found, once, with the day it changed', () => {
    const document = XmlDocument.fromString(read('sitemap.xml'));
    const values = (name: string) =>
      document.find(`//s:${name}`, { s: 'http://www.sitemaps.org/schemas/sitemap/0.9' }).map((node) => node.content);
    const findable = all.filter(
      ({ html }) =>
        !parse(/^[^]*?<\/head>/.exec(html)?.[0] ?? '').querySelector('meta[name="robots"]') &&
        html.includes('rel="canonical"'),
    );
    expect(values('loc').sort()).toEqual(findable.map(({ path: address }) => new URL(address, siteUrl()).href).sort());
    const modified = values('lastmod');
    expect(modified.length).toBeGreaterThan(100);
    for (const day of modified) expect(day).toMatch(/^\d{4}(?:-\d\d){0,2}$/);
    for (const { id, data } of alerts) {
      const [day] = document.find(`//s:url[s:loc="${new URL(alertPath(id), siteUrl()).href}"]/s:lastmod`, {
        s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      });
      expect(day!.content, id).toBe(data.withdrawn?.date ?? data.updatedAt ?? data.publishedAt);
    }
    document.dispose();
  });

  test('robots.txt lets everybody in and names the sitemap', () => {
    const robots = robotsParser(new URL('robots.txt', siteUrl()).href, read('robots.txt'));
    expect(robots.isAllowed(new URL(pageTypes.alert!, siteUrl()).href, 'Googlebot')).toBe(true);
    expect(robots.getSitemaps()).toEqual([new URL('sitemap.xml', siteUrl()).href]);
  });

  test('security.txt has the fields of RFC 9116, and is not renewed later than in a year', () => {
    const text = read('.well-known/security.txt');
    const fields = new Map(
      text
        .trim()
        .split('\n')
        .map((line) => /^([A-Z][A-Za-z-]+): (\S.*)$/.exec(line)!.slice(1) as [string, string]),
    );
    expect([...fields.keys()]).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical']);
    expect(fields.get('Canonical')).toBe(new URL('.well-known/security.txt', siteUrl()).href);
    expect(existsSync(path.join(dist, new URL(fields.get('Contact')!).pathname, 'index.html'))).toBe(true);
    const days = (Date.parse(fields.get('Expires')!) - Date.now()) / 86_400_000;
    expect(days).toBeLessThan(366);
    expect(days).toBeGreaterThan(0);
  });

  test('llms.txt is a title, a summary and lists of links that lead somewhere', () => {
    const text = read('llms.txt');
    expect(text).toMatch(/^# [^\n]+\n\n> [^\n]+\n\n/);
    const links = [...text.matchAll(/^- \[(?:\\.|[^\]\\])+\]\((\S+)\): \S/gm)].map(([, url]) => new URL(url!));
    expect(links.length).toBe(text.match(/^- /gm)!.length);
    expect(links.length).toBeGreaterThan(alerts.length);
    for (const { pathname, hash } of links) {
      expect(existsSync(path.join(dist, pathname)), pathname).toBe(true);
      if (hash) expect(htmlOf(pathname)).toContain(`id="${hash.slice(1)}"`);
    }
  });

  test('humans.txt names the site', () => {
    expect(read('humans.txt')).toContain(site.name);
  });

  test('every XML file is XML, every JSON file JSON', () => {
    const files = filesBelow(dist).filter((file) => !file.startsWith('pagefind/'));
    for (const file of files.filter((name) => /\.(?:xml|svg)$/.test(name)))
      expect(() => assertXml(read(file)), file).not.toThrow();
    for (const file of files.filter((name) => /\.(?:json|webmanifest)$/.test(name)))
      expect(() => JSON.parse(read(file)) as unknown, file).not.toThrow();
  });
});
