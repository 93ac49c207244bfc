/** Takes from a finished page what its readers do not need: rules and names of styles, and marks of the search. */
export { withoutSearchMarks } from './marks.ts';
export { shortenNames, styleTrimmer } from './styles.ts';
