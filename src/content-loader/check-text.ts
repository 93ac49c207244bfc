/**
 * Checks words: characters that deceive, details by which someone could be recognised, words and numbers that this site does not print,
 * and places that `npm run new` left to be filled in. It reads every file that can be read, in order or not.
 */
import type { Problem } from '../problems/index.ts';
import {
  checkCharacters,
  checkPrivacy,
  checkWording,
  codePoint,
  phoneDigits,
  type PublicKnowledge,
  type Remark,
} from '../prose/index.ts';
import { collections, PLACEHOLDER, hintAt } from '../schema/index.ts';
import type { Memory } from './memory.ts';
import type { ContentFile } from './read.ts';
import type { Text } from './texts.ts';

/** A file with its passages. */
export interface Worded {
  file: ContentFile;
  texts: readonly Text[];
}

/** What is wrong with the words of some files. */
export const checkTexts = (worded: readonly Worded[], memory?: Memory): Problem[] => {
  const known = publicKnowledge(worded.map(({ file }) => file));
  const others = [...known.names, ...known.phones].join('\n');
  return worded.flatMap(({ file, texts }) => {
    const find = () =>
      texts.flatMap((text) =>
        remarksOn(text, known)
          .map((remark) => placed(file, text, remark))
          .concat(unfilled(file, text)),
      );
    return memory ? memory.find('texts', file, others, find) : find();
  });
};

/** A remark as a problem of its file. */
export const placed = (file: ContentFile, text: Text, { code, index, piece, detail = {}, mend }: Remark): Problem => ({
  file: file.file,
  ...text.at(index, piece),
  code,
  detail,
  ...(mend === undefined ? {} : { mend: { from: piece, to: mend } }),
});

const remarksOn = (text: Text, known: PublicKnowledge): Remark[] => {
  const characters = checkCharacters(text.value);
  if (text.language === 'data') return [...characters, ...deceivingHost(text.value)];
  const composed = text.value.normalize('NFC');
  const loose = text.field === null && composed !== text.value ? [looseMarks(text.value)] : [];
  // A person and a number are no less so in a quotation; how the document words it is not ours to change.
  return [
    ...characters,
    ...loose,
    ...checkPrivacy(composed, known),
    ...checkWording(composed).filter(({ code }) => code !== 'wording-accused' || !text.verbatim),
  ];
};

/** The host of a web address as it is written, before a browser turns it into Punycode; empty for what is no web address. */
const hostOf = (written: string): string => /^https?:\/\/([^/?#]*)/.exec(written)?.[1] ?? '';

/** No site that is named here has letters in its address beyond a to z. */
const deceivingHost = (value: string): Remark[] => {
  const host = hostOf(value);
  const letter = /[^\p{ASCII}]/u.exec(host)?.[0];
  return letter
    ? [{ code: 'text-lookalike', index: 0, piece: host, detail: { word: host, letter, character: codePoint(letter) } }]
    : [];
};

const looseMarks = (value: string): Remark => {
  const word = [...value.matchAll(/\S+/g)].find(({ 0: piece }) => piece !== piece.normalize('NFC'))!;
  return {
    code: 'text-nfc',
    index: word.index,
    piece: word[0],
    detail: { word: word[0].normalize('NFC') },
    mend: word[0].normalize('NFC'),
  };
};

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

const publicKnowledge = (files: readonly ContentFile[]): PublicKnowledge => {
  const names = new Set<string>();
  const phones = new Set<string>();
  for (const { kind, data } of files) {
    const { name, number } = (data ?? {}) as Record<string, unknown>;
    if (kind === 'public-names' && typeof name === 'string') names.add(name);
    if (kind === 'hotlines' && typeof number === 'string') phones.add(phoneDigits(number));
  }
  return { names, phones };
};
