/** What a browser tells of broken policies, of errors and of requests to other sites, and what a site left on the device. */
import type { BrowserContext, Page } from 'playwright-core';
import { complaint } from './browser.ts';

export interface Seen {
  /** `securitypolicyviolation` events: directive, what was blocked, sample. */
  broken: string[];
  /** Console messages of Chromium about policies. */
  complaints: string[];
  /** Other errors, of scripts and of the console. */
  errors: string[];
  /** Addresses outside the origin that were asked for. */
  foreign: string[];
}
export const nothingSeen: Seen = { broken: [], complaints: [], errors: [], foreign: [] };

/** Records what goes wrong on the pages of a context from now on. */
export const watch = async (context: BrowserContext, origin: string): Promise<Seen> => {
  const seen: Seen = { broken: [], complaints: [], errors: [], foreign: [] };
  await context.exposeBinding('tellBroken', (_source, text: string) => void seen.broken.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      (window as unknown as { tellBroken: (text: string) => void }).tellBroken(
        `${violatedDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(?:data|blob):/.test(request.url()))
      seen.foreign.push(request.url());
  });
  context.on('weberror', (error) => void seen.errors.push(error.error().message));
  context.on('console', (message) => {
    if (complaint.test(message.text())) seen.complaints.push(message.text());
    else if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
      seen.errors.push(message.text());
  });
  return seen;
};

/** Forgets what was seen, for the next page of the same context. */
export const forget = ({ broken, complaints, errors, foreign }: Seen): void => {
  for (const list of [broken, complaints, errors, foreign]) list.length = 0;
};

/** Everything that a reader could be known again by. Copies of pages that were read are left out: the page on privacy says that they are kept. */
export const storedBy = async (page: Page) => ({
  cookies: await page.context().cookies(),
  ...(await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: (await caches.keys()).filter((name) => !/^canh-bao-(?:seen|pack-|precache)/.test(name)),
    persisted: await navigator.storage.persisted(),
  }))),
});
export const nothingStored: Awaited<ReturnType<typeof storedBy>> = {
  cookies: [],
  local: [],
  session: [],
  databases: [],
  caches: [],
  persisted: false,
};
