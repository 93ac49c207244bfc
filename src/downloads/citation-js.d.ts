/** The part of citation-js that the site uses; the packages bring no types of their own. */
declare module '@citation-js/core' {
  /** An item in CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html). */
  export interface CslItem {
    id: string;
    type: string;
    title: string;
    [field: string]: unknown;
  }
  export class Cite {
    /** Items, or the text of a file that a plugin can read. */
    constructor(items: readonly CslItem[] | string);
    readonly data: CslItem[];
    format(format: string, options?: Record<string, unknown>): string;
  }
  export const plugins: { config: { get(plugin: string): { format: { asciiOnly: boolean; useIdAsLabel: boolean } } } };
}
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
