/** Colours for the browser's own interface, which reads no CSS variables: `--masthead` and `--paper` of tokens.css. */
export const themeColors = { light: '#1f2959', dark: '#090d24', background: '#fbf9f3' } as const;
