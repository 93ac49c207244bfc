/** What the buttons of the share section do. The address is the one that stands there to be read. */
import type { Locale } from '../../i18n/index.ts';

const words: Record<Locale, { copied: string; selected: string }> = {
  vi: { copied: 'Đã chép', selected: 'Đã chọn, hãy chép' },
  en: { copied: 'Copied', selected: 'Selected, please copy' },
};

const addressIn = (section: Element): Element => section.querySelector('p span')!;

/** Opens the share sheet of the phone. Closing it is no error. */
export const openSheet = (section: Element): void => {
  const title = document.querySelector('h1')?.textContent ?? document.title;
  void navigator.share({ title, url: addressIn(section).textContent }).catch(() => undefined);
};

/** Copies the address; where the browser forbids it (plain http, old phones) it is selected instead, ready for a long press. */
export const copyAddress = async (section: Element): Promise<void> => {
  const button = section.querySelectorAll('button')[1]!;
  const address = addressIn(section);
  const { copied, selected } = words[document.documentElement.lang === 'en' ? 'en' : 'vi'];
  const label = (button.dataset.label ??= button.textContent);
  try {
    await navigator.clipboard.writeText(address.textContent);
    button.textContent = copied;
  } catch {
    getSelection()?.selectAllChildren(address);
    button.textContent = selected;
  }
  setTimeout(() => (button.textContent = label), 3000);
};
