/** What the device holds, on the pages that show it: the offline bundle with its button, and the list of cached pages. */
import { BundleError, downloadSize, fetchManifest, type BundleFailure } from './bundle-manifest.ts';
import { getOfflineBundle, listCachedPages, type BundleManifest, type CachedPage } from './page-cache.ts';

/** The worker fetches the fallback page while it installs. */
const WORKER_TIMEOUT = 30_000;

/** The element below `root`. Throws if there is none of that type. */
const find = <T extends HTMLElement>(root: HTMLElement, selector: string, type: new () => T): T => {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}.`);
  return found;
};

/** The text of a data attribute with `{name}` filled in. */
const textOf = (element: HTMLElement, key: string, values: Record<string, string> = {}): string => {
  const template = element.dataset[key];
  if (template === undefined) throw new Error(`The page has no text for “${key}”.`);
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
};

const kilobytes = (bytes: number): string => Math.ceil(bytes / 1000).toLocaleString('vi-VN');
const day = (milliseconds: number): string => new Date(milliseconds).toLocaleDateString('vi-VN');

/** Without the worker nothing would ever be read from a bundle. Resolves with why there is none, or null. */
const ensureWorker = async (): Promise<BundleFailure | null> => {
  try {
    await navigator.serviceWorker.register(document.body.dataset.worker ?? '', { updateViaCache: 'none' });
    if (!(await navigator.serviceWorker.getRegistration())) return 'refused';
  } catch {
    return 'refused';
  }
  const late = new Promise<'network'>((resolve) => setTimeout(resolve, WORKER_TIMEOUT, 'network'));
  return Promise.race([navigator.serviceWorker.ready.then(() => null), late]);
};

export const showBundle = (section: HTMLElement): void => {
  const manifestPath = textOf(section, 'bundle');
  const button = find(section, '[data-bundle-save]', HTMLButtonElement);
  const progress = find(section, '[data-bundle-progress]', HTMLProgressElement);
  const state = find(section, '[data-bundle-state]', HTMLElement);
  const status = find(section, '[data-bundle-status]', HTMLElement);

  /** Shows what the device holds, what the site offers, and the size of the difference. */
  const refresh = async (): Promise<void> => {
    button.hidden = true;
    const saved = await getOfflineBundle(manifestPath);
    const pages = saved?.manifest.files.filter(({ path }) => path.endsWith('/')).length ?? 0;
    state.textContent = saved
      ? textOf(status, 'held', { pages: String(pages), day: day(saved.savedAt) })
      : textOf(status, 'none');
    let offered: BundleManifest;
    try {
      offered = await fetchManifest(manifestPath);
    } catch (error) {
      if (!(error instanceof BundleError)) throw error;
      state.textContent += ` ${textOf(status, 'offline')}`;
      return;
    }
    const bytes = downloadSize(offered, saved?.manifest);
    if (bytes === 0) state.textContent += ` ${textOf(status, 'current')}`;
    button.hidden = bytes === 0;
    button.textContent = textOf(status, saved ? 'update' : 'save', { size: kilobytes(bytes) });
    button.onclick = () => void save(offered);
  };

  /** The code of the download is fetched when it is wanted. */
  const download = async (offered: BundleManifest): Promise<BundleFailure | null> => {
    try {
      const { downloadBundle } = await import('./download-bundle.ts');
      return await downloadBundle(manifestPath, offered, (done) => (progress.value = done));
    } catch {
      // The script could not be had; a download itself never throws.
      return 'network';
    }
  };

  const save = async (offered: BundleManifest): Promise<void> => {
    button.disabled = true;
    progress.hidden = false;
    progress.value = 0;
    status.textContent = textOf(status, 'saving');
    const failure = (await ensureWorker()) ?? (await download(offered));
    // The clear button has told the user already.
    status.textContent = failure === 'cleared' ? '' : textOf(status, failure ?? 'saved');
    progress.hidden = true;
    button.disabled = false;
    document.dispatchEvent(new Event('device-changed'));
  };

  document.addEventListener('device-changed', () => void refresh());
  void refresh();
};

/** List items with title and day. The copy itself is asked for the title of the page. */
const itemsOf = (pages: readonly CachedPage[]): Promise<HTMLLIElement[]> => {
  const entities = document.createElement('textarea');
  return Promise.all(
    pages.map(async ({ path, cachedAt }) => {
      const title = /<title>(.*?) – [^–]*<\/title>/.exec((await (await caches.match(path))?.text()) ?? '')?.[1];
      entities.innerHTML = title ?? path;
      const item = document.createElement('li');
      item.append(
        Object.assign(document.createElement('a'), { href: path, textContent: entities.value }),
        ` (${day(cachedAt)})`,
      );
      return item;
    }),
  );
};

/** The number of pages, and the list once it is opened. */
export const showCachedPages = (details: HTMLDetailsElement): void => {
  const manifestPath = textOf(details, 'cachedPages');
  const count = find(details, 'summary span', HTMLElement);
  const list = find(details, 'ul', HTMLElement);
  const refresh = async (): Promise<void> => {
    const pages = await listCachedPages(manifestPath);
    details.hidden = pages.length === 0;
    count.textContent = String(pages.length);
    list.replaceChildren(...(details.open ? await itemsOf(pages) : []));
  };
  details.addEventListener('toggle', () => void refresh());
  document.addEventListener('device-changed', () => void refresh());
  void refresh();
};
