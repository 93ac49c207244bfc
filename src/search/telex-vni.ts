/**
 * Vietnamese as it is typed: syllables, and what an input method leaves behind when it is off or stumbles.
 * Telex writes marks as letters (`ngwowif`), VNI as digits (`ngu7o7i2`); both mean “người”.
 */
import { stripDiacritics } from './normalize.ts';

const ONSET = '(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?';
/** The rimes of Vietnamese without their marks. */
const RIMES =
  'a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu ' +
  'o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot ' +
  'u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uyn uynh uyt uyu ' +
  'y yem yen yet yeu';
const SYLLABLE = new RegExp(`^${ONSET}(?:${RIMES.split(' ').join('|')})$`);

/** Whether a word, marked or not, has the shape of one Vietnamese syllable. */
export const isSyllable = (word: string): boolean => SYLLABLE.test(stripDiacritics(word));

const tones: Record<string, string> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
  1: '\u0301',
  2: '\u0300',
  3: '\u0309',
  4: '\u0303',
  5: '\u0323',
};
const circumflex: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' };
const horn: Record<string, string> = { a: 'ă', o: 'ơ', u: 'ư' };

const isVowel = (letter: string): boolean => /[aeiouy]/.test(stripDiacritics(letter));

/** Puts the tone where it is written today: on a marked vowel, before a final on the last vowel, else on the first (of three, the second). */
const withTone = (letters: readonly string[], tone: string): string => {
  if (!tone) return letters.join('');
  const word = letters.join('');
  const glide =
    /^(gi|qu)(?=.*[aeiouyâêôơăư])/.exec(stripDiacritics(word)) && letters.filter(isVowel).length > 1 ? 2 : 0;
  const vowels = letters.flatMap((letter, at) => (at >= glide && isVowel(letter) ? [at] : []));
  const marked = vowels.filter((at) => /[âêôơăư]/.test(letters[at] ?? ''));
  const lastVowel = vowels[vowels.length - 1];
  const hasFinal = lastVowel !== undefined && lastVowel < letters.length - 1;
  const at = marked[marked.length - 1] ?? (hasFinal ? lastVowel : vowels[vowels.length > 2 ? 1 : 0]);
  return letters
    .map((letter, index) => (index === at ? letter + tone : letter))
    .join('')
    .normalize('NFC');
};

/**
 * The syllable that Telex or VNI keys were meant to write, or null where the word is one already or no keys give one.
 * Keys may come anywhere after the vowel, and part of the word may be written already: `lưaf`, `d9ien65`.
 */
export const decodeInputMethod = (typed: string): string | null => {
  const word = typed.normalize('NFC').toLowerCase();
  if (word.length > 12 || isSyllable(word)) return null;
  const letters: string[] = [];
  let tone = '';
  for (const key of word) {
    const vowelAt = letters.map(isVowel).lastIndexOf(true);
    const last = (plain: string): number => letters.lastIndexOf(plain);
    if (vowelAt >= 0 && key in tones) tone = tones[key] ?? '';
    else if ((key === 'd' || key === '9') && last('d') === 0) letters[0] = 'đ';
    else if (key in circumflex && last(key) >= 0) letters[last(key)] = circumflex[key] ?? key;
    else if (key === '6') {
      const at = Math.max(last('a'), last('e'), last('o'));
      if (at < 0) return null;
      letters[at] = circumflex[letters[at] ?? ''] ?? '';
    } else if (key === 'w' || key === '7' || key === '8') {
      const at =
        key === '7'
          ? Math.max(last('o'), last('u'))
          : key === '8'
            ? last('a')
            : Math.max(last('a'), last('o'), last('u'));
      if (at >= 0) letters[at] = horn[letters[at] ?? ''] ?? '';
      else if (key === 'w') letters.push('ư');
      else return null;
    } else if (key === 'z' && vowelAt >= 0) tone = '';
    else letters.push(key);
  }
  // ươ is typed with one key, for either letter.
  for (let at = 0; at + 1 < letters.length; at++) {
    if (letters[at] === 'u' && letters[at + 1] === 'ơ' && (at + 2 < letters.length || letters[0] !== 'h'))
      letters[at] = 'ư';
    if (letters[at] === 'ư' && letters[at + 1] === 'o') letters[at + 1] = 'ơ';
  }
  return isSyllable(letters.join('')) ? withTone(letters, tone) : null;
};
