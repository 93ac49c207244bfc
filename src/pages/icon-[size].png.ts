/** The site's icon as PNG, for systems that take no SVG. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { projectRoot } from '../environment.ts';

/** Sizes in pixels: 32 for browsers, 180 for iOS, 192 and 512 for the web app manifest. */
const sizes = [32, 180, 192, 512];

export const getStaticPaths = (() =>
  sizes.map((size) => ({ params: { size: String(size) }, props: { size } }))) satisfies GetStaticPaths;

/** A square image. The larger ones have a margin and a background: iOS paints what is transparent black and rounds the corners. */
export const GET: APIRoute<{ size: number }> = async ({ props: { size } }) => {
  const hasBackground = size > 32;
  const margin = hasBackground ? Math.round(size * 0.12) : 0;
  const inner = size - 2 * margin;
  const background = { r: 251, g: 249, b: 243, alpha: hasBackground ? 1 : 0 };
  const png = await sharp(readFileSync(path.join(projectRoot, 'public/favicon.svg')), { density: (72 * inner) / 32 })
    .resize(inner, inner)
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background })
    .flatten(hasBackground ? { background } : false)
    .png()
    .toBuffer();
  return new Response(new Uint8Array(png));
};
