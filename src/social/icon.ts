/** The site's icon as PNG, for systems that take no SVG. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { projectRoot } from '../environment.ts';

/** Sizes in pixels: 32 for browsers, 180 for iOS, 192 and 512 for the manifest. */
export const iconSizes = [32, 180, 192, 512] as const;

/** The icon, square. The larger ones stand on paper with a margin: iOS fills what is clear with black and rounds the corners. */
export const icon = async (size: number): Promise<Buffer> => {
  const onPaper = size > 32;
  const margin = onPaper ? Math.round(size * 0.12) : 0;
  const inner = size - 2 * margin;
  const background = { r: 251, g: 249, b: 243, alpha: onPaper ? 1 : 0 };
  return sharp(readFileSync(path.join(projectRoot, 'public/favicon.svg')), { density: (72 * inner) / 32 })
    .resize(inner, inner)
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background })
    .flatten(onPaper ? { background } : false)
    .png()
    .toBuffer();
};
