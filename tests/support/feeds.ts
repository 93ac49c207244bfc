/** Feeds as programs of others read them. */
import { extractFromJson } from '@extractus/feed-extractor';
import { parseFeed } from '@rowanmanning/feed-parser';
import { XmlDocument } from 'libxml2-wasm';

/** An entry, as either format gives it. */
interface ReadEntry {
  id: string;
  url: string;
  title: string;
  html: string;
  /** In milliseconds. */
  updated: number;
}

export interface ReadFeed {
  title: string;
  self: string;
  page: string;
  entries: ReadEntry[];
}

/** Throws where the text is no XML. */
export const assertXml = (xml: string): void => XmlDocument.fromString(xml).dispose();

/** An Atom feed: read by a feed reader, its texts by libxml2, since that reader takes entities for markup even inside CDATA. */
export const readAtom = (xml: string): ReadFeed => {
  const feed = parseFeed(xml);
  if (feed.meta.type !== 'atom') throw new Error(`A feed of ${feed.meta.type}.`);
  const document = XmlDocument.fromString(xml);
  const texts = (name: string) =>
    document.find(`/a:feed/a:entry/a:${name}`, { a: 'http://www.w3.org/2005/Atom' }).map((node) => node.content.trim());
  const [titles, contents] = [texts('title'), texts('content')];
  document.dispose();
  return {
    title: feed.title!,
    self: feed.self!,
    page: feed.url!,
    entries: feed.items.map((item, index) => ({
      id: item.id!,
      url: item.url!,
      title: titles[index]!,
      html: contents[index] ?? '',
      updated: item.updated!.getTime(),
    })),
  };
};

interface JsonItem {
  id: string;
  url: string;
  content_html: string;
  date_modified: string;
}

export const readJson = (text: string): ReadFeed => {
  const source = JSON.parse(text) as { version: string; feed_url: string; home_page_url: string; items: unknown };
  if (source.version !== 'https://jsonfeed.org/version/1.1') throw new Error(`A feed of ${source.version}.`);
  if (!Array.isArray(source.items)) throw new Error('A feed without a list of items.');
  const feed = extractFromJson(source, {
    normalization: true,
    descriptionMaxLen: 0,
    getExtraEntryFields: (item) => item,
  }) as unknown as { title: string; entries: (JsonItem & { title: string })[] };
  return {
    title: feed.title,
    self: source.feed_url,
    page: source.home_page_url,
    entries: feed.entries.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      html: item.content_html,
      updated: Date.parse(item.date_modified),
    })),
  };
};
