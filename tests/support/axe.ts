/** axe-core on a page that is open. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  /** `rule: selectors of the elements that break it`, a line each. */
  violations: string[];
  /** Rules that had something to check. */
  checked: string[];
}

/** Rules whose outcome depends on the width of the screen or on colours. The others see the same page in every look. */
const ofLook = ['color-contrast-enhanced', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Checks WCAG 2.2 AA and axe’s best practices, and contrast at level AAA: text at 7:1, large text at 4.5:1, for cheap screens in the sun.
 *
 * axe’s source, half a megabyte, goes to the page once: the check itself is quick enough to run again for each look of the same page.
 * In forced colours the browser paints with the reader’s own pairs while axe still reads the page’s: `contrast: false` turns it off there.
 * `look` runs only the rules that another look of the same page can break; `SLOW_TESTS=1` runs all of them in every look.
 */
export const runAxe = async (
  page: Page,
  { contrast = true, ignore = [] as string[], look = false } = {},
): Promise<AxeResult> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations, passes } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    {
      runOnly:
        look && process.env.SLOW_TESTS !== '1'
          ? ofLook.filter((rule) => contrast || rule !== 'color-contrast-enhanced')
          : tags,
      rules: {
        // It asks for less than the next one does of the same texts.
        'color-contrast': { enabled: false },
        'color-contrast-enhanced': { enabled: contrast },
        ...Object.fromEntries(ignore.map((rule) => [rule, { enabled: false }])),
      },
      // Of rules that pass one element each is reported, not all of them.
      resultTypes: ['violations'] as axe.resultGroups[],
    },
  );
  return {
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    checked: [...passes, ...violations].map(({ id }) => id),
  };
};
