/** Key in `sessionStorage` that says that this tab left by the quick exit. It names nothing, as whoever looks may see it. */
export const LEFT_KEY = 'x';
