import { parse, type HTMLElement } from 'node-html-parser';

/** Of these elements the content is text. Everything else is parsed, `<noscript>` and `<pre>` included. */
const blockTextElements = { script: true, style: true };

/** An attribute of an opening tag, with the white space before it. */
const ATTRIBUTE = /\s+([^\s=>"'/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g;

/**
 * A rendered page: parsed once, for all steps to read, and edited by ranges of its source. The document itself is never
 * changed or serialised, so that every byte that no step edits stays as Astro rendered it.
 */
export class RenderedPage {
  /** Path below the base of the site: `/canh-bao/`. */
  readonly path: string;
  readonly document: HTMLElement;
  /** Every element in document order. */
  readonly elements: readonly HTMLElement[];
  readonly #source: string;
  readonly #edits: { start: number; end: number; text: string }[] = [];

  constructor(path: string, source: string) {
    this.path = path;
    this.#source = source;
    this.document = parse(source, { blockTextElements });
    this.elements = this.document.getElementsByTagName('*');
  }

  /** The first element of a name for which `matches` holds. */
  find(name: string, matches: (element: HTMLElement) => boolean = () => true): HTMLElement | undefined {
    return this.elements.find((element) => element.rawTagName === name && matches(element));
  }

  /** The `content` of the first `<meta>` whose attribute `key` is `value`, such as `name="description"`. */
  meta(key: 'name' | 'property', value: string): string | undefined {
    return this.find('meta', (element) => element.getAttribute(key) === value)?.getAttribute('content');
  }

  /** Removes an element with all that is in it. */
  remove({ range: [start, end] }: HTMLElement): void {
    this.#edits.push({ start, end, text: '' });
  }

  /** Removes attributes of an element. */
  removeAttributes(element: HTMLElement, isRemoved: (name: string) => boolean): void {
    const [start, end] = this.#openingTag(element);
    for (const { 0: text, 1: name = '', index } of this.#source.slice(start, end).matchAll(ATTRIBUTE))
      if (isRemoved(name)) this.#edits.push({ start: start + index, end: start + index + text.length, text: '' });
  }

  /** Inserts HTML after the opening tag of an element: inside it, or behind it where it is a void element such as `<meta>`. */
  insertAfterOpeningTag(element: HTMLElement, html: string): void {
    const [, end] = this.#openingTag(element);
    this.#edits.push({ start: end, end, text: html });
  }

  /** Where the opening tag of an element stands in the source. */
  #openingTag({ range: [start], rawTagName, rawAttrs }: HTMLElement): [start: number, end: number] {
    const attributesEnd = start + 1 + rawTagName.length + (rawAttrs === '' ? 0 : 1 + rawAttrs.length);
    return [start, this.#source.indexOf('>', attributesEnd) + 1];
  }

  /**
   * The page with all edits.
   *
   * @throws when two edits overlap.
   */
  toString(): string {
    let html = '';
    let position = 0;
    for (const { start, end, text } of this.#edits.toSorted((a, b) => a.start - b.start)) {
      if (start < position) throw new Error(`${this.path}: two steps edit “${this.#source.slice(start, end)}”.`);
      html += this.#source.slice(position, start) + text;
      position = end;
    }
    return html + this.#source.slice(position);
  }
}
