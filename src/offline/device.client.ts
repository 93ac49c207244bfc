/** What the device holds, on the pages that show it: the warning pack with its button, and the pages that open without a network. */
import { heldPack, heldPages } from './held.ts';
import { cost, offeredPack, PackError } from './pack.ts';

const day = (time: number): string => new Date(time).toLocaleDateString('vi-VN');
const kilobytes = (bytes: number): string => Math.max(1, Math.ceil(bytes / 1000)).toLocaleString('vi-VN');

/** Words of the page with `{name}` filled in. */
const fill = (template: string | undefined, values: Record<string, string>): string => (template ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

/** How long the worker may take to be set up: it fetches the page with the numbers first. */
const WORKER_WITHIN = 30_000;

/** Without the worker nothing would ever be read from the pack. Throws where it cannot be had. */
const needWorker = async (): Promise<void> => {
  await navigator.serviceWorker.register(document.body.dataset.worker ?? '', { updateViaCache: 'none' });
  if (!(await navigator.serviceWorker.getRegistration())) throw new PackError('refused');
  const late = new Promise((_, reject) => setTimeout(() => reject(new PackError('network')), WORKER_WITHIN));
  await Promise.race([navigator.serviceWorker.ready, late]);
};

const packs = (section: HTMLElement): void => {
  const manifest = section.dataset.pack!;
  const button = section.querySelector<HTMLButtonElement>('[data-pack-save]')!;
  const progress = section.querySelector<HTMLProgressElement>('[data-pack-progress]')!;
  const state = section.querySelector<HTMLElement>('[data-pack-state]')!;
  const status = section.querySelector<HTMLElement>('[data-pack-status]')!;
  const words = status.dataset;

  /** Looks at device and site, and says what there is and what it would cost to have it. */
  const look = async (): Promise<void> => {
    button.hidden = true;
    const held = await heldPack(manifest);
    const pages = held?.manifest.files.filter(({ path }) => path.endsWith('/')).length ?? 0;
    state.textContent = held ? fill(words.held, { pages: String(pages), day: day(held.at) }) : (words.none ?? '');
    try {
      const offer = await offeredPack(manifest);
      const bytes = cost(offer, held?.manifest);
      if (bytes === 0) state.textContent += ` ${words.current ?? ''}`;
      button.hidden = bytes === 0;
      button.textContent = fill(held ? words.update : words.save, { size: kilobytes(bytes) });
      button.onclick = () => void save(offer);
    } catch {
      state.textContent += ` ${words.offline ?? ''}`;
    }
  };

  const save = async (offer: Awaited<ReturnType<typeof offeredPack>>): Promise<void> => {
    button.disabled = true;
    progress.hidden = false;
    progress.value = 0;
    status.textContent = words.saving ?? '';
    try {
      await needWorker();
      const { savePack } = await import('./save.ts').catch(() => Promise.reject(new PackError('network')));
      await savePack(manifest, offer, (done) => (progress.value = done));
      status.textContent = words.saved ?? '';
    } catch (error) {
      status.textContent = words[error instanceof PackError ? error.fault : 'refused'] ?? '';
    }
    progress.hidden = true;
    button.disabled = false;
    document.dispatchEvent(new Event('device-changed'));
  };

  document.addEventListener('device-changed', () => void look());
  void look();
};

/** The list of pages, read when it is opened: each is asked for its title. */
const list = (details: HTMLDetailsElement): void => {
  const items = details.querySelector('ul')!;
  const show = async (): Promise<void> => {
    const held = await heldPages(details.dataset.heldPages!);
    details.hidden = held.length === 0;
    details.querySelector('summary span')!.textContent = String(held.length);
    if (!details.open) return items.replaceChildren();
    const titles = await Promise.all(held.map(async ({ path }) => /<title>(.*?) – [^–]*<\/title>/.exec((await (await caches.match(path))?.text()) ?? '')?.[1]));
    const decode = document.createElement('textarea');
    items.replaceChildren(
      ...held.map(({ path, at }, index) => {
        decode.innerHTML = titles[index] ?? path;
        const item = document.createElement('li');
        item.append(Object.assign(document.createElement('a'), { href: path, textContent: decode.value }), ` (${day(at)})`);
        return item;
      }),
    );
  };
  details.addEventListener('toggle', () => void show());
  document.addEventListener('device-changed', () => void show());
  void show();
};

const start = async (): Promise<void> => {
  // Refused in private windows and where storage is blocked: then the page keeps its words for devices that cannot.
  if (!isSecureContext || !('caches' in window) || !('serviceWorker' in navigator)) return;
  await caches.keys();
  await navigator.serviceWorker.getRegistration();
  for (const element of document.querySelectorAll<HTMLElement>('[data-without-storage]')) element.hidden = true;
  for (const element of document.querySelectorAll<HTMLElement>('[data-pack]')) {
    element.hidden = false;
    packs(element);
  }
  document.querySelectorAll<HTMLDetailsElement>('[data-held-pages]').forEach(list);
};
void start().catch(() => undefined);
