/** A real Chromium: `CHROME_PATH`, else the one that npm brought (Linux x64), else the Chrome of this machine. */
import { chromium, type Browser } from 'playwright-core';
import bundled from '@sparticuz/chromium';

const isBundled = (): boolean => !process.env.CHROME_PATH && process.platform === 'linux' && process.arch === 'x64';

/** Unpacks the bundled browser before any test: two workers that unpack it at the same time would each find an incomplete file. */
export const unpackBrowser = async (): Promise<void> => {
  if (isBundled()) await bundled.executablePath();
};

/** Flags of the bundled browser that tests run without. */
const unwanted =
  /^--(?:single-process|no-zygote|in-process-gpu|ignore-gpu-blocklist|use-gl|use-angle|enable-unsafe-swiftshader)(?:=|$)/;

/** All pages of a context in one process: a process for each takes more processor time than most tests. */
const sharedProcess = ['--renderer-process-limit=1'];

const start = async (wanted: string[]): Promise<Browser> => {
  const flags = [...sharedProcess, ...wanted];
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return chromium.launch({ executablePath: CHROME_PATH, args: ['--no-sandbox', ...flags] });
  if (isBundled()) {
    // One process for all tabs is for very small machines; it cannot hold several pages. A GPU emulated in software takes more
    // processor time than Chromium's own rasterizer, which it uses without a GPU.
    const args = bundled.args.filter((argument) => !unwanted.test(argument));
    return chromium.launch({
      executablePath: await bundled.executablePath(),
      args: [...args, '--disable-gpu', ...flags],
    });
  }
  return chromium.launch({ channel: 'chrome', args: flags });
};

/** Console messages of Chromium about a policy of a page or its server that was broken or not understood. */
export const complaint =
  /Content[ -]Security[ -]Policy|Permissions[ -]Policy|Cross-Origin-(?:Opener|Resource|Embedder)-Policy/i;

/**
 * Starts a browser with `flags` on Chromium's command line. Closing it fails where a policy of the site was broken in any page or
 * worker; with `broken`, for tests that break one on purpose, that is called with each message instead.
 */
export const launch = async (flags: string[] = [], broken?: (text: string) => void): Promise<Browser> => {
  // Seen once: the bundled Chromium ended with SIGSEGV at its start, before any page, on a busy machine. Started again it ran; the cause is not known.
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
