/** Replaces the static drawings by Chart.js charts as they come near the viewport; with Save-Data on, Chart.js is never loaded. */
interface ChartData {
  /** Below each bar; of several lines where it has a list. */
  ticks: (string | string[])[];
  /** A range has both ends; a missing value none, and no bar. */
  values: (number | [number, number] | null)[];
  texts: string[];
  exact: boolean[];
}

const draw = async (figure: HTMLElement): Promise<void> => {
  const frame = figure.querySelector<HTMLElement>('.canvas');
  const canvas = figure.querySelector('canvas');
  if (!frame || !canvas) return;
  const { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } = await import('chart.js');
  Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
  const data = JSON.parse(figure.dataset.chart ?? '{}') as ChartData;
  const token = (name: string): string => getComputedStyle(figure).getPropertyValue(name).trim();
  frame.hidden = false;
  const drawing = figure.querySelector<HTMLElement>('.drawing');
  if (drawing) drawing.hidden = true;
  const font = { size: 15, family: getComputedStyle(figure).fontFamily };
  const chart = new Chart(canvas, {
    type: 'bar',
    data: { labels: data.ticks, datasets: [{ data: data.values, borderWidth: 3, maxBarThickness: 96 }] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      scales: {
        y: { beginAtZero: true, ticks: { font, callback: (value) => Number(value).toLocaleString('vi-VN') } },
        x: { ticks: { font }, grid: { display: false } },
      },
      plugins: {
        tooltip: { bodyFont: font, titleFont: font, callbacks: { label: (item) => data.texts[item.dataIndex] ?? '' } },
      },
    },
  });
  /** Bars of values that the source gives as “over” or “about” are drawn hollow, so that they are not taken for exact. */
  const paint = (): void => {
    const indigo = token('--indigo');
    for (const dataset of chart.data.datasets) {
      dataset.borderColor = indigo;
      dataset.backgroundColor = data.exact.map((exact) => (exact ? indigo : token('--indigo-soft')));
    }
    for (const scale of Object.values(chart.options.scales ?? {})) {
      if (scale?.ticks) scale.ticks.color = token('--ink');
      if (scale?.grid) scale.grid.color = token('--line');
    }
    chart.update('none');
  };
  paint();
  const save = figure.querySelector<HTMLElement>('.save');
  if (save) {
    save.hidden = false;
    // The image is made on the click, in the current colours.
    save.addEventListener('click', () =>
      Object.assign(document.createElement('a'), {
        href: chart.toBase64Image('image/png', 1),
        download: 'bieu-do.png',
      }).click(),
    );
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
};

const observer = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      observer.unobserve(entry.target);
      void draw(entry.target as HTMLElement);
    }
  },
  { rootMargin: '200px' },
);
/** Whether Save-Data is on: `navigator.connection` exists in Chromium only, the media query elsewhere. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true ||
  matchMedia('(prefers-reduced-data: reduce)').matches;

if (!savesData()) for (const figure of document.querySelectorAll<HTMLElement>('[data-chart]')) observer.observe(figure);
