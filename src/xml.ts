/** XML documents from plain objects: keys in the order of their elements, a list for an element that stands several times. */
import XMLBuilder from 'fast-xml-builder';

const builder = new XMLBuilder({ attributeNamePrefix: '@', ignoreAttributes: false, suppressEmptyNode: true });

/** The text without what XML 1.0 cannot hold at all, however it is escaped: https://www.w3.org/TR/xml/#charsets */
export const xmlSafe = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');

/** A document of one root element. An attribute's key begins with `@`. */
export const xmlDocument = (root: Record<string, object>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(root)}\n`;
