import type { APIRoute } from 'astro';
import { siteContent } from '../../../site-content.ts';
import { barChartSvg, filePalette } from '../../../figures/chart.ts';
import { chartableSeries } from '../../../figures/index.ts';

export const getStaticPaths = async () => {
  const { figuresOf, indicators } = await siteContent();
  return indicators.flatMap(({ id, data }) => {
    const [series] = chartableSeries(figuresOf.indicator(id));
    return series
      ? [{ params: { indicator: id }, props: { svg: barChartSvg(series, data.label.vi, filePalette) } }]
      : [];
  });
};

/** The chart of the longest series of an indicator, as a file. */
export const GET: APIRoute<{ svg: string }> = ({ props }) =>
  new Response(props.svg, { headers: { 'content-type': 'image/svg+xml' } });
