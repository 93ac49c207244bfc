/** Every example in a real browser, in the site’s own styles: nothing that axe objects to, in light, in dark and in forced colours. */
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAxe } from '../support/axe.ts';
import { useBrowser } from '../support/use-browser.ts';
import { components, render, type Component } from './render.ts';

// Asked for with `?container`, a component brings its styles: as Vite makes them of the sources now, not as they were last built.
const base = import.meta.glob<Component>('./BaseStyles.astro', { eager: true, query: '?container', import: 'default' });
const styled = import.meta.glob<Component>('../../src/components/*/*.astro', {
  eager: true,
  query: '?container',
  import: 'default',
});

const container = await AstroContainer.create();
const styleOf = async (component: Component, props = {}): Promise<string> =>
  /^(?:<style>.*?<\/style>)*/s.exec(await container.renderComponent(component, { props }))![0];
const styles = await Promise.all([
  styleOf(Object.values(base)[0]!),
  ...components.map(({ id, examples }) =>
    examples[0] ? styleOf(styled[`../../src/components/${id}.astro`]!, examples[0].props) : '',
  ),
]);

/** Some components have a fixed id, as a page holds them once: an example stands on the first page where its ids are new. */
const sheets: { ids: Set<string>; examples: string[] }[] = [];
for (const { id, component, examples } of components) {
  for (const example of examples) {
    const html = await render(component, example);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!);
    let sheet = sheets.find((one) => !ids.some((name) => one.ids.has(name)));
    if (!sheet) sheets.push((sheet = { ids: new Set(), examples: [] }));
    for (const name of ids) sheet.ids.add(name);
    sheet.examples.push(`<section class="example"><h2>${id}: ${example.name}</h2>${html}</section>`);
  }
}

const pageOf = (examples: readonly string[]): string => `<!doctype html>
<html lang="vi">
  <head>
    <title>Examples</title>
    ${styles.join('\n')}
    <style>.example { contain: layout; min-height: 8rem; padding: 1rem; }</style>
  </head>
  <body><main><h1>Examples</h1>${examples.join('\n')}</main></body>
</html>`;

const { browser } = useBrowser();

const looks = [
  { name: 'light, 360 px', width: 360, colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark, 1280 px', width: 1280, colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours, 768 px', width: 768, colorScheme: 'dark', forcedColors: 'active' },
] as const;

describe.each(sheets.map(({ examples }, index) => ({ number: index + 1, examples })))(
  'page $number of examples',
  ({ number, examples }) => {
    let page: Page;
    beforeAll(async () => {
      page = await browser().newPage();
      await page.setContent(pageOf(examples));
      // What a tap or a script would show is looked at too.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const hidden of document.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
      });
    });
    afterAll(() => page.close());

    test.each(looks)('axe finds nothing: $name', async ({ width, colorScheme, forcedColors }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, forcedColors });
      if (number === 1) {
        const grounds = await page.evaluate(() =>
          ['html', '.stone .cap', '.warning'].map(
            (selector) => getComputedStyle(document.querySelector(selector)!).backgroundColor,
          ),
        );
        expect(grounds, 'the styles of the site are in force').not.toContain('rgba(0, 0, 0, 0)');
      }
      const contrast = forcedColors === 'none';
      // A page has each of its landmarks once; this one has every state of each.
      const look = colorScheme !== 'light';
      const { violations, checked } = await runAxe(page, { contrast, look, ignore: ['landmark-unique'] });
      expect(violations).toEqual([]);
      expect(checked.includes('color-contrast-enhanced')).toBe(contrast);
    });
  },
);
