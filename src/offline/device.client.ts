/** What the device holds, on the pages that show it: the warning pack with its button, and the pages that open without a network. */
import { day } from './day.ts';
import { heldPack, heldPages } from './held.ts';
import { cost, offeredPack } from './pack.ts';

const kilobytes = (bytes: number): string => Math.ceil(bytes / 1000).toLocaleString('vi-VN');

/** Words of the page with `{name}` filled in. */
const fill = (template: string, values: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);

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
    state.textContent = held ? fill(words.held!, { pages: String(pages), day: day(held.at) }) : words.none!;
    try {
      const offer = await offeredPack(manifest);
      const bytes = cost(offer, held?.manifest);
      if (bytes === 0) state.textContent += ` ${words.current!}`;
      button.hidden = bytes === 0;
      button.textContent = fill((held ? words.update : words.save)!, { size: kilobytes(bytes) });
      button.onclick = () => void save(offer);
    } catch {
      state.textContent += ` ${words.offline!}`;
    }
  };

  const save = async (offer: Awaited<ReturnType<typeof offeredPack>>): Promise<void> => {
    button.disabled = true;
    progress.hidden = false;
    progress.value = 0;
    status.textContent = words.saving!;
    const fault = await import('./save.ts').then(
      ({ savePack }) => savePack(manifest, offer, (done) => (progress.value = done)),
      () => 'network' as const,
    );
    status.textContent = words[fault ?? 'saved']!;
    progress.hidden = true;
    button.disabled = false;
    document.dispatchEvent(new Event('device-changed'));
  };

  document.addEventListener('device-changed', () => void look());
  void look();
};

/** The list of pages, which comes when it is opened. */
const list = (details: HTMLDetailsElement): void => {
  const items = details.querySelector('ul')!;
  const show = async (): Promise<void> => {
    const held = await heldPages(details.dataset.heldPages!);
    details.hidden = held.length === 0;
    details.querySelector('summary span')!.textContent = String(held.length);
    items.replaceChildren(...(details.open ? await (await import('./listed.ts')).listed(held) : []));
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
