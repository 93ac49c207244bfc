/** Every example in a real browser, in the site’s own styles: nothing that axe objects to, in light, in dark and in forced colours. */
import { AxeBuilder } from '@axe-core/playwright';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
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

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const open = async (context: BrowserContext, html: string): Promise<Page> => {
  const page = await context.newPage();
  await page.setContent(html);
  // What a tap or a script would show is looked at too.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const hidden of document.querySelectorAll<HTMLElement>('[hidden]')) hidden.hidden = false;
  });
  return page;
};

const looks = [
  { name: 'light, 360 px', width: 360, colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark, 1280 px', width: 1280, colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours, 768 px', width: 768, colorScheme: 'dark', forcedColors: 'active' },
] as const;

describe.each(looks)('$name', ({ width, colorScheme, forcedColors }) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, forcedColors });
  });
  afterAll(() => context.close());

  test('the styles of the site are in force', async () => {
    const page = await open(context, pageOf(sheets[0]!.examples));
    const grounds = await page.evaluate(() =>
      ['html', '.stone .cap', '.warning'].map(
        (selector) => getComputedStyle(document.querySelector(selector)!).backgroundColor,
      ),
    );
    expect(grounds).not.toContain('rgba(0, 0, 0, 0)');
    await page.close();
  });

  test.each(sheets.map(({ examples }, index) => [index + 1, examples] as const))(
    'axe finds nothing on page %i of examples',
    async (_number, examples) => {
      const page = await open(context, pageOf(examples));
      // In forced colours axe reads `-webkit-text-fill-color`, where Chromium still gives the page’s colour, on the reader’s own ground.
      const contrast = { enabled: forcedColors === 'none' };
      const builder = new AxeBuilder({ page }).options({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: {
          'color-contrast': contrast,
          // Text at 7:1, large text at 4.5:1, as tokens.css promises.
          'color-contrast-enhanced': contrast,
          // A page has each of its landmarks once; this one has every state of each.
          'landmark-unique': { enabled: false },
        },
      });
      const { violations, passes } = await builder.analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([]);
      expect(passes.some(({ id }) => id === 'color-contrast-enhanced')).toBe(contrast.enabled);
      await page.close();
    },
  );
});
