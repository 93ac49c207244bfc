/** Adds copy buttons. The day of retrieval is the reader's, so it is put in here and not when the site is built. */
const two = (value: number): string => String(value).padStart(2, '0');
const now = new Date();
const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
const iso = `${year}-${two(month)}-${two(day)}`;

const dated: Record<string, (text: string) => string> = {
  vi: (text) => `${text}, truy cập ${day}/${month}/${year}.`,
  apa: (text) => text.replace(/(https?:\S+)$/, `Retrieved ${now.toLocaleDateString('en-US', { month: 'long', day: 'numeric', year: 'numeric' })}, from $1`),
  bibtex: (text) => text.replace(/,?\n\}$/, `,\n\turldate = {${iso}},\n}`),
  ris: (text) => text.replace(/\nER {2}-/, `\nY2  - ${year}/${two(month)}/${two(day)}\nER  -`),
  csl: (text) => JSON.stringify((JSON.parse(text) as object[]).map((item) => ({ ...item, accessed: { 'date-parts': [[year, month, day]] } })), null, 2),
};

const copy = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Old phones and plain http: through a field that is selected for a moment.
    const field = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
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
    void copy(dated[form]?.(text) ?? text).then(() => {
      button.textContent = button.dataset.done ?? label;
      const status = document.querySelector('[data-copy-status]');
      if (status) status.textContent = button.dataset.done ?? '';
      setTimeout(() => (button.textContent = label), 2000);
    });
  });
}
