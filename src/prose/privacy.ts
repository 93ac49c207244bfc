/**
 * Personal data. Law 53/2024/QH15 on preventing and combating human trafficking protects the identity of victims;
 * this site names neither victims nor the accused.
 */
import type { TextIssue } from './text-issue.ts';

/** Names and phone numbers that may be printed. */
export interface Allowlist {
  /** Names of public officials, from the folder `public-names`. */
  names: ReadonlySet<string>;
  /** Numbers of hotlines, from the folder `hotlines`, in the form of `phoneDigits`. */
  phones: ReadonlySet<string>;
}

/** Words before the name of a person in a case; such a name is never allowed. */
const caseRoles = ['nạn nhân', 'cháu', 'em', 'bé', 'bị can', 'bị cáo', 'bị hại', 'đối tượng', 'nghi phạm'];
const formsOfAddress = ['chị', 'anh', 'ông', 'bà', 'cô', 'chú', 'bác', 'vợ chồng', 'con trai', 'con gái'];

/** Family names of the Kinh, Tày, Nùng, Mông, Dao and Lô Lô in the province. */
const familyNames = new Set(
  'an bàn bế bùi chảo châu chu cư cứ dương đàm đào đặng đinh đoàn đỗ đường giàng hà hạng hầu hoàng hồ hứa huỳnh lại lâm lầu lê lò lộc lù lục lương lưu lý ma mã mạc mai mùa ngô ngôn nguyễn nông phan phàn phạm phùng phương quách sầm sùng tạ tẩn thang thào tô tống trần triệu trịnh trương từ vàng vi võ vũ vừ vương'.split(
    ' ',
  ),
);
/** Names of places (and one historical person) that look like a personal name. */
const placeNames = new Set([
  'việt nam',
  'trung quốc',
  'cao bằng',
  'hà nội',
  'hà giang',
  'hà nam',
  'hà tĩnh',
  'lạng sơn',
  'bắc kạn',
  'thái nguyên',
  'thái lan',
  'lâm đồng',
  'lào cai',
  'lai châu',
  'tuyên quang',
  'quảng tây',
  'quảng ngãi',
  'hải phòng',
  'đông nam',
  'châu âu',
  'hoa kỳ',
  'hàn quốc',
  'nhật bản',
  'đài loan',
  'hồng kông',
  'phú thọ',
  'bắc ninh',
  'tây ninh',
  'gia lai',
  'hồ chí minh',
  'nùng trí cao',
]);

/** Date or year of birth; in a village the year is enough to identify someone. */
const BIRTH =
  /(?<!\p{L})(?:sinh(?:\s+(?:năm|ngày))?|SN)\s*:?\s*(?:ngày\s+)?(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d(?!\d)/giu;
/** Identity cards have 12 digits, older ones 9. Amounts have dots between thousands. */
const IDENTITY = /(?<![\d.,/+-])(?:\d{12}|\d{9})(?![\d.,]*\d)/g;
const PHONE = /(?<![\d.,/])(?:\+84|0|1[89]00)(?:[ .()-]{0,2}\d){5,11}(?!\d)/g;
const VILLAGE = /(?<!\p{L})(?:xóm|thôn|bản|làng)\s+\p{Lu}\p{L}*/u;
const ETHNICITY =
  /(?<!\p{L})(?:dân tộc|người)\s+(?:Tày|Nùng|Mông|H.?Mông|Dao|Lô Lô|Sán Chỉ|Sán Chay|Ngái|Hoa|Giáy)(?!\p{L})/u;

/** A phone number in national form, digits only: `+84 981 84 84 84` becomes `0981848484`. */
export const phoneDigits = (written: string): string => written.replace(/[^\d+]/g, '').replace(/^\+84/, '0');

/** Personal data in a text. The text must be in NFC. */
export const checkPrivacy = (text: string, allowed: Allowlist): TextIssue[] => {
  // Exactly 9 or 12 digits in a row are an identity card; with spaces or a country code they are a phone number.
  const digits = /\d/.test(text);
  const phones = !digits ? [] : [...text.matchAll(PHONE)].filter(({ 0: match }) => !/^(?:\d{9}|\d{12})$/.test(match));
  const isInPhone = (index: number) =>
    phones.some((phone) => phone.index <= index && index < phone.index + phone[0].length);
  return [
    ...names(text, allowed.names),
    ...[...(digits ? text.matchAll(BIRTH) : [])].map(({ 0: match, index }): TextIssue => ({
      code: 'privacy-birth',
      index,
      match,
      detail: { text: match },
    })),
    ...[...(digits ? text.matchAll(IDENTITY) : [])]
      .filter(({ index }) => !isInPhone(index))
      .map(({ 0: match, index }): TextIssue => ({ code: 'privacy-identity', index, match, detail: { text: match } })),
    ...phones
      .filter(({ 0: match }) => phoneDigits(match).length >= 8 && !allowed.phones.has(phoneDigits(match)))
      .map(({ 0: match, index }): TextIssue => ({ code: 'privacy-phone', index, match, detail: { text: match } })),
    ...villages(text),
  ];
};

interface Word {
  word: string;
  index: number;
}

/** Runs of capitalised words with single spaces between them. */
const capitalisedRuns = (text: string): Word[][] => {
  const runs: Word[][] = [];
  let end = -2;
  for (const { 0: word, index } of text.matchAll(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}’']*/gu)) {
    if (index === end + 1 && text[end] === ' ') runs.at(-1)?.push({ word, index });
    else runs.push([{ word, index }]);
    end = index + word.length;
  }
  return runs;
};

const endingIn = (words: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${words.join('|')})\\s*$`, 'u');
const AFTER_CASE = endingIn(caseRoles);
const AFTER_ADDRESS = endingIn(formsOfAddress);
const forms = new Set([...caseRoles, ...formsOfAddress]);
/** Longer than any form of address. */
const LOOK_BACK = 20;

/** Names of people that are not in the allowlist. */
const names = (text: string, allowed: ReadonlySet<string>): TextIssue[] =>
  /\p{Lu}\S* \p{Lu}/u.test(text) ? capitalisedRuns(text).flatMap((run) => nameIn(text, run, allowed)) : [];

const nameIn = (text: string, run: readonly Word[], allowed: ReadonlySet<string>): TextIssue[] => {
  const [opening, ...others] = run;
  if (!opening) return [];
  // At the start of a sentence a form of address is capitalised too.
  const form = others.length > 0 && forms.has(opening.word.toLowerCase()) ? opening.word.toLowerCase() : '';
  const words = form ? others : run;
  if (words.length < 2) return [];
  const before = text.slice(Math.max(opening.index - LOOK_BACK, 0), opening.index).toLowerCase() + form;
  const inCase = AFTER_CASE.test(before);
  const addressed = inCase || AFTER_ADDRESS.test(before);
  const start = words.findIndex(
    ({ word }, index) =>
      (addressed && index === 0) || (familyNames.has(word.toLowerCase()) && words.length - index >= 3),
  );
  if (start < 0) return [];
  const parts = words.slice(start, start + 4);
  const [first, last] = [parts[0], parts.at(-1)];
  // `Nguyễn Thị A.` identifies nobody.
  if (!first || !last || last.word.length === 1 || isPlaceName(parts)) return [];
  const match = text.slice(first.index, last.index + last.word.length);
  if (!inCase && allowed.has(match)) return [];
  return [{ code: inCase ? 'privacy-case-name' : 'privacy-name', index: first.index, match, detail: { name: match } }];
};

const isPlaceName = (words: readonly Word[]): boolean =>
  [2, 3].some((length) =>
    placeNames.has(
      words
        .slice(0, length)
        .map(({ word }) => word.toLowerCase())
        .join(' '),
    ),
  );

/** A village together with an ethnic group in one sentence: few people fit both. */
const villages = (text: string): TextIssue[] =>
  !VILLAGE.test(text)
    ? []
    : [...text.matchAll(/[^.!?\n]+/g)].flatMap(({ 0: sentence, index }): TextIssue[] => {
        const village = VILLAGE.exec(sentence);
        const people = ETHNICITY.exec(sentence);
        return village && people
          ? [
              {
                code: 'privacy-village',
                index: index + village.index,
                match: village[0],
                detail: { village: village[0], people: people[0] },
              },
            ]
          : [];
      });
