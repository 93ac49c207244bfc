/** Draws the charts of a page once they come near the view. Chart.js is fetched then, not before; never for those who save data: the drawing in the page stays. */
interface ChartData {
  labels: string[];
  values: number[];
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
    data: { labels: data.labels, datasets: [{ data: data.values, borderWidth: 3, maxBarThickness: 96 }] },
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
  /** Values that the source gives as “over” or “about” are drawn open, so that they are not taken for exact ones. */
  const paint = (): void => {
    const indigo = token('--indigo');
    const dataset = chart.data.datasets[0]!;
    dataset.borderColor = indigo;
    dataset.backgroundColor = data.exact.map((exact) => (exact ? indigo : token('--indigo-soft')));
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
    // Made when it is asked for: the picture as it stands, in the colours of the moment.
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
/** Save-Data, as Chrome for Android has it in its settings, or the media query that says the same. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true ||
  matchMedia('(prefers-reduced-data: reduce)').matches;

if (!savesData()) for (const figure of document.querySelectorAll<HTMLElement>('[data-chart]')) observer.observe(figure);
