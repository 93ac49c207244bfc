/** The buttons of the share section. What is shared is the address printed in the section. */
import type { Locale } from '../../i18n/index.ts';

const words: Record<Locale, { copied: string; selected: string }> = {
  vi: { copied: 'Đã chép', selected: 'Đã chọn, hãy chép' },
  en: { copied: 'Copied', selected: 'Selected, please copy' },
};

/** Opens the share sheet of the phone. `navigator.share` rejects when the user closes the sheet, which is not an error. */
export const openSheet = (address: Element): void => {
  const title = document.querySelector('h1')?.textContent ?? document.title;
  void navigator.share({ title, url: address.textContent }).catch(() => undefined);
};

/** Copies the address and says so on the button; where the clipboard is refused (plain http, old phones) it selects the address. */
export const copyAddress = async (button: HTMLElement, address: Element): Promise<void> => {
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
