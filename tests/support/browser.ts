/** A real Chromium: `CHROME_PATH`, else the one that npm brought (Linux x64), else the Chrome of this machine. */
import { chromium, type Browser } from 'playwright-core';
import bundled from '@sparticuz/chromium';

const isBundled = (): boolean => !process.env.CHROME_PATH && process.platform === 'linux' && process.arch === 'x64';

/** Unpacks the browser that npm brought, before any test: two that did so at one time would find each other's half a browser. */
export const unpackBrowser = async (): Promise<void> => {
  if (isBundled()) await bundled.executablePath();
};

const start = async (flags: string[]): Promise<Browser> => {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return chromium.launch({ executablePath: CHROME_PATH, args: ['--no-sandbox', ...flags] });
  if (isBundled()) {
    // One process for all tabs is for very small machines; it cannot hold several pages.
    const args = bundled.args.filter((argument) => argument !== '--single-process' && argument !== '--no-zygote');
    return chromium.launch({ executablePath: await bundled.executablePath(), args: [...args, ...flags] });
  }
  return chromium.launch({ channel: 'chrome', args: flags });
};

/** What Chromium says when a policy of a page or of its server was broken, or was not understood. */
export const complaint =
  /Content[ -]Security[ -]Policy|Permissions[ -]Policy|Cross-Origin-(?:Opener|Resource|Embedder)-Policy/i;

/**
 * `flags` are switches of Chromium's command line. Every test walks under the policies of the site: closing the browser fails where
 * one of them was broken, in a page or a worker. `broken` is for tests that break them on purpose; it is told of it instead.
 */
export const launch = async (flags: string[] = [], broken?: (text: string) => void): Promise<Browser> => {
  // On a busy machine Chromium now and then dies before it has opened a page.
  const browser = await start(flags).catch(() => start(flags));
  const complaints = new Set<string>();
  browser.on('context', (context) =>
    context.on('console', (message) => {
      if (!complaint.test(message.text())) return;
      if (broken) broken(message.text());
      else complaints.add(`${message.location().url}: ${message.text()}`);
    }),
  );
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    if (complaints.size > 0) throw new Error(`A policy was broken:\n${[...complaints].join('\n')}`);
  };
  return browser;
};
