import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';

/** 32 for browsers without SVG icons, 180 for iOS, 192 and 512 for the manifest. */
export const getStaticPaths = (() => ['32', '180', '192', '512'].map((size) => ({ params: { size }, props: { size: Number(size) } }))) satisfies GetStaticPaths;

/** The site's icon as PNG. iOS fills what is clear with black, so the larger ones stand on paper. */
export const GET: APIRoute<{ size: number }> = async ({ props: { size } }) => {
  const svg = readFileSync(path.resolve('public/favicon.svg'));
  const margin = size > 32 ? Math.round(size * 0.12) : 0;
  const inner = size - 2 * margin;
  const icon = sharp(svg, { density: (72 * inner) / 32 }).resize(inner, inner);
  const ground = { r: 251, g: 249, b: 243, alpha: margin > 0 ? 1 : 0 };
  const png = await icon.extend({ top: margin, bottom: margin, left: margin, right: margin, background: ground }).flatten(margin > 0 ? { background: ground } : false).png().toBuffer();
  return new Response(new Uint8Array(png));
};
