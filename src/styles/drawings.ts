/** SVG paths used by pages and by their `og:image`. Their colours are in `tokens.css`. */

/** The triangular road sign for danger, in a viewBox of 64 × 58. */
export const dangerSign = { viewBox: '0 0 64 58', face: 'M32 4 60 54H4Z', mark: 'M32 21v16M32 44v.5' } as const;

/** One tile of the woven band, 32 × 16: teeth, lozenge, core. */
export const brocade = {
  a: 'M0 0h32L24 5 16 0 8 5zM0 16h32l-8-5-8 5-8-5z',
  b: 'M16 3l8 5-8 5-8-5z',
  c: 'M16 6l3.2 2-3.2 2-3.2-2zM0 5.5 4 8l-4 2.5zM32 5.5 28 8l4 2.5z',
} as const;
