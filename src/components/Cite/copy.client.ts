/** Shows the copy buttons. The retrieval date of a citation is the reader's, so it is inserted here, not at build time. */
const two = (value: number): string => String(value).padStart(2, '0');
const now = new Date();
const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
const iso = `${year}-${two(month)}-${two(day)}`;

/** Inserts the retrieval date into a citation, by the form of the citation. */
const dated: Record<string, (text: string) => string> = {
  vi: (text) => `${text}, truy cập ${day}/${month}/${year}.`,
  apa: (text) =>
    text.replace(
      /(https?:\S+)$/,
      `Retrieved ${now.toLocaleDateString('en-US', { month: 'long', day: 'numeric', year: 'numeric' })}, from $1`,
    ),
  bibtex: (text) => text.replace(/,?\n\}$/, `,\n\turldate = {${iso}},\n}`),
  ris: (text) => text.replace(/\nER {2}-/, `\nY2  - ${year}/${two(month)}/${two(day)}\nER  -`),
  csl: (text) =>
    JSON.stringify(
      (JSON.parse(text) as object[]).map((item) => ({ ...item, accessed: { 'date-parts': [[year, month, day]] } })),
      null,
      2,
    ),
};

/** Copies and returns true; where the clipboard is refused (plain http, old phones) it selects the text and returns false. */
const copy = async (text: string, source: HTMLElement): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    source.textContent = text;
    getSelection()?.selectAllChildren(source);
    return false;
  }
};

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const source = button.parentElement?.querySelector<HTMLElement>('[data-form]');
  if (!source) continue;
  button.hidden = false;
  const { textContent: label } = button;
  button.addEventListener('click', () => {
    const { form = '' } = source.dataset;
    const text = source.textContent;
    void copy(dated[form]?.(text) ?? text, source).then((copied) => {
      const { done, selected } = button.dataset;
      const words = (copied ? done : selected) ?? label;
      button.textContent = words;
      const status = document.querySelector('[data-copy-status]');
      if (status) status.textContent = words;
      setTimeout(() => (button.textContent = label), 2000);
    });
  });
}
