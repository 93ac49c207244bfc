import { site } from '../site.ts';

/**
 * Tailwind names for the tokens. Colours have their values in tokens.css only, for light, dark, high contrast and print.
 * @type {import('tailwindcss').Config}
 */
export default {
  // Only code: scanning content/ takes seconds.
  content: ['./src/{components,layouts,pages,search}/**/*.{astro,ts}'],
  // The reset is in base.css.
  corePlugins: { preflight: false, container: false },
  theme: {
    // A CSS string, printed before the path of a link on paper.
    site: { origin: JSON.stringify(new URL(site.origin).origin) },
    screens: { md: '44rem', lg: '64rem' },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      paper: 'var(--paper)',
      surface: 'var(--surface)',
      ink: 'var(--ink)',
      muted: 'var(--muted)',
      line: 'var(--line)',
      edge: 'var(--edge)',
      indigo: 'var(--indigo)',
      masthead: 'var(--masthead)',
      'on-masthead': 'var(--on-masthead)',
      red: 'var(--red)',
      amber: 'var(--amber)',
      sign: 'var(--sign)',
      stone: 'var(--stone)',
      'stone-ink': 'var(--stone-ink)',
    },
    spacing: {
      0: '0',
      1: '0.25rem',
      2: '0.5rem',
      3: '0.75rem',
      4: '1rem',
      5: '1.5rem',
      6: '2rem',
      7: '3rem',
      8: '4rem',
      tap: '3rem',
    },
    fontSize: {
      small: ['0.9375rem', '1.5'],
      base: ['1.125rem', '1.6'],
      lead: ['1.25rem', '1.55'],
      h3: ['1.3rem', '1.35'],
      h2: ['clamp(1.3rem, 1.1rem + 1vw, 1.6rem)', '1.35'],
      h1: ['clamp(1.44rem, 0.95rem + 2.4vw, 2.6rem)', '1.3'],
    },
    fontFamily: {
      sans: ['system-ui', 'Roboto', 'sans-serif'],
    },
    extend: {
      maxWidth: { measure: '38rem', page: '72rem' },
      borderRadius: { DEFAULT: '0.25rem' },
    },
  },
};
