import type { APIRoute, GetStaticPaths } from 'astro';
import { icon, iconSizes } from '../social/icon.ts';

export const getStaticPaths = (() =>
  iconSizes.map((size) => ({ params: { size: String(size) }, props: { size } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ size: number }> = async ({ props: { size } }) =>
  new Response(new Uint8Array(await icon(size)));
