/**
 * Checks texts: deceptive characters, personal data, words and phone numbers that this site does not print,
 * and placeholders left by `npm run new`. Invalid files are checked too.
 */
import type { Problem } from '../problems/index.ts';
import {
  checkCallNumbers,
  checkCharacters,
  checkPrivacy,
  checkWording,
  codePoint,
  phoneDigits,
  type Allowlist,
  type TextIssue,
} from '../prose/index.ts';
import { collections, PLACEHOLDER, hintAt } from '../schema/index.ts';
import type { ParseCache } from './parse-cache.ts';
import type { ContentFile } from './read.ts';
import type { Text } from './texts.ts';
import type { FileResult } from './validate.ts';

/** A file with its passages. */
type FileTexts = Pick<FileResult, 'file' | 'texts'>;

/** Everything that is wrong with the texts of some files. */
export const checkTexts = (fileTexts: readonly FileTexts[], cache: ParseCache): Problem[] => {
  const allowed = allowlist(fileTexts.map(({ file }) => file));
  const deps = [...allowed.names, ...allowed.phones].join('\n');
  return fileTexts.flatMap(({ file, texts }) =>
    cache.memo('texts', file, deps, () =>
      texts.flatMap((text) => [
        ...issuesOf(text, allowed).map((issue) => toProblem(file, text, issue)),
        ...unfilled(file, text),
      ]),
    ),
  );
};

/** An issue of a text as a problem of its file. */
export const toProblem = (
  file: Pick<ContentFile, 'file'>,
  text: Text,
  { code, index, match, detail = {}, fix }: TextIssue,
): Problem => ({
  file: file.file,
  ...text.at(index, match),
  code,
  detail,
  ...(fix === undefined ? {} : { autofix: { from: match, to: fix } }),
});

const issuesOf = (text: Text, allowed: Allowlist): TextIssue[] => {
  const characters = checkCharacters(text.value);
  if (text.language === 'data') return [...characters, ...deceivingHost(text.value)];
  const composed = text.value.normalize('NFC');
  const decomposed = text.field === null && composed !== text.value ? decomposedWord(text.value) : [];
  // Personal data and phone numbers are reported in quotations too; the wording of a quotation cannot be changed.
  return [
    ...characters,
    ...decomposed,
    ...checkPrivacy(composed, allowed),
    // A number in a quotation is the source's, and what people type into the search is theirs.
    ...(text.verbatim ? [] : checkCallNumbers(composed, allowed)),
    ...checkWording(composed).filter(({ code }) => code !== 'wording-accused' || !text.verbatim),
  ];
};

/** Host of a web address as written, before conversion to Punycode; empty if the value is no web address. */
const hostOf = (written: string): string => /^https?:\/\/([^/?#]*)/.exec(written)?.[1] ?? '';

/** Non-ASCII hosts (homograph attacks): no legitimate link of this site has one. */
const deceivingHost = (value: string): TextIssue[] => {
  const host = hostOf(value);
  const letter = /[^\p{ASCII}]/u.exec(host)?.[0];
  return letter
    ? [{ code: 'text-lookalike', index: 0, match: host, detail: { word: host, letter, character: codePoint(letter) } }]
    : [];
};

/** The first word that is not in Unicode NFC. Fields have a rule of their own in the schema, bodies have this one. */
const decomposedWord = (value: string): TextIssue[] => {
  for (const { 0: match, index } of value.matchAll(/\S+/g)) {
    const fix = match.normalize('NFC');
    if (match !== fix) return [{ code: 'text-nfc', index, match, detail: { word: fix }, fix }];
  }
  return [];
};

/** A placeholder of a new file that was not replaced. */
const unfilled = (file: ContentFile, text: Text): Problem[] => {
  const index = text.value.indexOf(PLACEHOLDER);
  if (index < 0) return [];
  const hint = text.field ? hintAt(collections[file.kind].schema, text.field) : '';
  return [
    {
      file: file.file,
      ...text.at(index, PLACEHOLDER),
      code: 'placeholder',
      detail: { field: text.field?.filter((part) => typeof part === 'string').join('.') ?? '(phần nội dung)', hint },
    },
  ];
};

/** Names and phone numbers that the content folder itself declares public. */
const allowlist = (files: readonly ContentFile[]): Allowlist => {
  const names = new Set<string>();
  const phones = new Set<string>();
  for (const { kind, data } of files) {
    const { name, number, numbers } = (data ?? {}) as Record<string, unknown>;
    if (kind === 'public-names' && typeof name === 'string') names.add(name);
    if (kind === 'hotlines' && typeof number === 'string') phones.add(phoneDigits(number));
    // The data may be invalid.
    if (kind === 'banks' && Array.isArray(numbers))
      for (const each of numbers as unknown[]) {
        const { number: digits } = (each ?? {}) as Record<string, unknown>;
        if (typeof digits === 'string') phones.add(phoneDigits(digits));
      }
  }
  return { names, phones };
};
