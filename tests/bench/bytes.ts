/** How many bytes a built page moves, and how many the same text would as bare HTML. All of it as brotli packs it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HTMLElement, parse, type Node } from 'node-html-parser';
import { brotli } from './serve.ts';

export interface PageBytes {
  html: number;
  /** Styles and scripts of their own that the page cannot be painted without. */
  blocking: number;
  /** All scripts: those in the page, which count in `html` too, and those it loads by itself. */
  scripts: number;
}

const fileAt = (folder: string, page: string): string =>
  path.join(folder, page.endsWith('.html') ? page : path.join(page, 'index.html'));

const packed = (text: Buffer | string): number => (text.length === 0 ? 0 : brotli(text).length);

const isScript = (element: HTMLElement): boolean => !/json|speculationrules/.test(element.getAttribute('type') ?? '');

/** Modules that a script imports as it starts; not those that it fetches when somebody asks. */
const importedBy = (text: string): string[] =>
  [...text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{},\s]+from\s*)?["']([^"']+)["']/g)].map(
    ([, from]) => from!,
  );

/** A page below `folder`, a built site: `/canh-bao/`. */
export const pageBytes = (folder: string, page: string): PageBytes => {
  const html = readFileSync(fileAt(folder, page), 'utf8');
  const document = parse(html, { comment: false });
  const sizes = new Map<string, number>();
  /** An own file once, with the modules that it imports. */
  const load = (address: string, from: string): number => {
    const { pathname } = new URL(address, `http://site${from}`);
    const file = path.join(folder, pathname);
    if (sizes.has(pathname) || !existsSync(file)) return 0;
    const text = readFileSync(file);
    sizes.set(pathname, packed(text));
    return (
      sizes.get(pathname)! +
      (pathname.endsWith('.js')
        ? importedBy(text.toString('utf8')).reduce((sum, each) => sum + load(each, pathname), 0)
        : 0)
    );
  };
  const total = (elements: readonly HTMLElement[], attribute: string): number =>
    elements.reduce((sum, element) => sum + load(element.getAttribute(attribute)!, page), 0);
  const all = document.querySelectorAll('script').filter(isScript);
  const own = all.filter((element) => element.hasAttribute('src'));
  const inline = all.filter((element) => !element.hasAttribute('src')).map(({ rawText }) => rawText);
  const isBlocking = (element: HTMLElement): boolean =>
    !element.hasAttribute('async') &&
    !element.hasAttribute('defer') &&
    element.getAttribute('type') !== 'module' &&
    element.closest('head') !== null;
  const styles = total(
    document.querySelectorAll('link[rel="stylesheet"]').filter((element) => element.getAttribute('media') !== 'print'),
    'href',
  );
  const blockingScripts = total(own.filter(isBlocking), 'src');
  const later =
    total(own, 'src') +
    total(document.querySelectorAll('link[rel="modulepreload"]'), 'href') +
    inline.flatMap(importedBy).reduce((sum, each) => sum + load(each, page), 0);
  return {
    html: packed(html),
    blocking: styles + blockingScripts,
    scripts: packed(inline.join('')) + blockingScripts + later,
  };
};

/** Elements that give a text its order; all others give way to what is in them. */
const kept = new Set(
  'h1 h2 h3 h4 p ul ol li dl dt dd table thead tbody tr th td caption blockquote a strong em b i br details summary code pre figure figcaption label'.split(
    ' ',
  ),
);
const unread = 'script, style, svg, template, noscript, dialog, [hidden], input, button, select';

const bareNode = (node: Node): string => {
  if (!(node instanceof HTMLElement)) return node.rawText.replace(/\s+/g, ' ');
  const inner = node.childNodes.map(bareNode).join('');
  const name = node.rawTagName.toLowerCase();
  if (!kept.has(name)) return inner;
  if (name === 'br') return '<br>';
  const href = name === 'a' ? node.rawAttributes.href : undefined;
  return `<${name}${href === undefined ? '' : ` href="${href.replaceAll('"', '&quot;')}"`}>${inner}</${name}>`;
};

/** The text of a page's `<main>` as bare HTML: no styles, no scripts, no pictures, nothing around it. */
export const bareHtml = (html: string): string => {
  const document = parse(html, { comment: false });
  const main = document.querySelector('main') ?? document.querySelector('body')!;
  for (const element of main.querySelectorAll(unread)) element.remove();
  return `<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${document.querySelector('title')?.rawText ?? ''}</title>\n</head>\n<body>\n<main>${bareNode(main).replace(/(?:\s*\n\s*)+/g, '\n')}</main>\n</body>\n</html>\n`;
};

/** A page's text as bare HTML, packed: the floor. */
export const floorBytes = (folder: string, page: string): number =>
  packed(bareHtml(readFileSync(fileAt(folder, page), 'utf8')));
