/** A real Chromium: `CHROME_PATH`, else the one that npm brought (Linux x64), else the Chrome of this machine. */
import { chromium, type Browser } from 'playwright-core';
import bundled from '@sparticuz/chromium';

/** `flags` are switches of Chromium's command line. */
export const launch = async (flags: string[] = []): Promise<Browser> => {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return chromium.launch({ executablePath: CHROME_PATH, args: ['--no-sandbox', ...flags] });
  if (process.platform === 'linux' && process.arch === 'x64') {
    // One process for all tabs is for very small machines; it cannot hold several pages.
    const args = bundled.args.filter((argument) => argument !== '--single-process' && argument !== '--no-zygote');
    return chromium.launch({ executablePath: await bundled.executablePath(), args: [...args, ...flags] });
  }
  return chromium.launch({ channel: 'chrome', args: flags });
};
