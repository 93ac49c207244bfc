/**
 * Details by which a person could be recognised. Law 53/2024/QH15 on preventing and combating human trafficking
 * protects what is known of victims; this site names neither them nor the accused.
 */
import type { Remark } from './remark.ts';

/** What may be printed although it looks private. */
export interface PublicKnowledge {
  /** Names of people in public office, from the folder `public-names`. */
  names: ReadonlySet<string>;
  /** Digits of numbers to call, from the folder `hotlines`, as `phoneDigits` writes them. */
  phones: ReadonlySet<string>;
}

/** Words after which a name is that of a person in a case. Nobody is in public office as one of these. */
const casePeople = ['nạn nhân', 'cháu', 'em', 'bé', 'bị can', 'bị cáo', 'bị hại', 'đối tượng', 'nghi phạm'];
const address = ['chị', 'anh', 'ông', 'bà', 'cô', 'chú', 'bác', 'vợ chồng', 'con trai', 'con gái'];

/** Family names of the Kinh, Tày, Nùng, Mông, Dao and Lô Lô, as they are found in the province. */
const familyNames = new Set(
  'an bàn bế bùi chảo châu chu cư cứ dương đàm đào đặng đinh đoàn đỗ đường giàng hà hạng hầu hoàng hồ hứa huỳnh lại lâm lầu lê lò lộc lù lục lương lưu lý ma mã mạc mai mùa ngô ngôn nguyễn nông phan phàn phạm phùng phương quách sầm sùng tạ tẩn thang thào tô tống trần triệu trịnh trương từ vàng vi võ vũ vừ vương'.split(
    ' ',
  ),
);
/** Places and peoples whose names begin like a name or follow a word such as `nạn nhân`. */
const places = new Set([
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

/** Family name and birth as sources print them; the year alone is enough to find someone in a village. */
const BIRTH =
  /(?<!\p{L})(?:sinh(?:\s+(?:năm|ngày))?|SN)\s*:?\s*(?:ngày\s+)?(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d(?!\d)/giu;
/** Identity cards have 12 digits, older ones 9. Large amounts are written with dots between thousands. */
const IDENTITY = /(?<![\d.,/+-])(?:\d{12}|\d{9})(?![\d.,]*\d)/g;
const PHONE = /(?<![\d.,/])(?:\+84|0|1[89]00)(?:[ .()-]{0,2}\d){5,11}(?!\d)/g;
const VILLAGE = /(?<!\p{L})(?:xóm|thôn|bản|làng)\s+\p{Lu}\p{L}*/u;
const ETHNICITY =
  /(?<!\p{L})(?:dân tộc|người)\s+(?:Tày|Nùng|Mông|H.?Mông|Dao|Lô Lô|Sán Chỉ|Sán Chay|Ngái|Hoa|Giáy)(?!\p{L})/u;

/** A number as it is dialled within the country, in digits alone: `+84 981 84 84 84` as `0981848484`. */
export const phoneDigits = (written: string): string => written.replace(/[^\d+]/g, '').replace(/^\+84/, '0');

/** Everything in a text by which someone could be recognised. */
export const checkPrivacy = (text: string, known: PublicKnowledge): Remark[] => {
  // Nine or twelve digits in a row are an identity card; with spaces or a code of a country they are a number to call.
  const digits = /\d/.test(text);
  const phones = !digits ? [] : [...text.matchAll(PHONE)].filter(({ 0: piece }) => !/^(?:\d{9}|\d{12})$/.test(piece));
  const isInPhone = (index: number) =>
    phones.some((phone) => phone.index <= index && index < phone.index + phone[0].length);
  return [
    ...names(text, known.names),
    ...[...(digits ? text.matchAll(BIRTH) : [])].map(({ 0: piece, index }): Remark => ({
      code: 'privacy-birth',
      index,
      piece,
      detail: { text: piece },
    })),
    ...[...(digits ? text.matchAll(IDENTITY) : [])]
      .filter(({ index }) => !isInPhone(index))
      .map(({ 0: piece, index }): Remark => ({ code: 'privacy-identity', index, piece, detail: { text: piece } })),
    ...phones
      .filter(({ 0: piece }) => phoneDigits(piece).length >= 8 && !known.phones.has(phoneDigits(piece)))
      .map(({ 0: piece, index }): Remark => ({ code: 'privacy-phone', index, piece, detail: { text: piece } })),
    ...villages(text),
  ];
};

interface Word {
  word: string;
  index: number;
}

/** Runs of words that begin with a capital and have one space between them. */
const capitalisedRuns = (text: string): Word[][] => {
  const runs: Word[][] = [];
  let end = -2;
  for (const { 0: word, index } of text.matchAll(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}’']*/gu)) {
    if (index === end + 1 && text[end] === ' ') runs.at(-1)!.push({ word, index });
    else runs.push([{ word, index }]);
    end = index + word.length;
  }
  return runs;
};

const endingIn = (words: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${words.join('|')})\\s*$`, 'u');
const AFTER_CASE = endingIn(casePeople);
const AFTER_ADDRESS = endingIn(address);
const forms = new Set([...casePeople, ...address]);
/** Longer than any of those words. */
const LOOK_BACK = 20;

const names = (text: string, allowed: ReadonlySet<string>): Remark[] =>
  !/\p{Lu}\S* \p{Lu}/u.test(text)
    ? []
    : capitalisedRuns(text).flatMap((run): Remark[] => {
        const first = run[0]!.word.toLowerCase();
        // At the beginning of a sentence the form of address has a capital of its own.
        const addressed = run.length > 1 && forms.has(first);
        const words = addressed ? run.slice(1) : run;
        if (words.length < 2) return [];
        const before = `${text.slice(Math.max(run[0]!.index - LOOK_BACK, 0), run[0]!.index).toLowerCase()}${addressed ? first : ''}`;
        const inCase = AFTER_CASE.test(before);
        const named = inCase || AFTER_ADDRESS.test(before);
        const start = words.findIndex(({ word }, index) => {
          const left = words.length - index;
          const isFamily = familyNames.has(word.toLowerCase());
          return (named && index === 0 && left >= 2) || (isFamily && left >= 3);
        });
        const parts = words.slice(Math.max(start, 0), Math.max(start, 0) + 4);
        // `Nguyễn Thị A.` names nobody.
        if (
          start < 0 ||
          parts.at(-1)!.word.length === 1 ||
          [2, 3].some((length) =>
            places.has(
              parts
                .slice(0, length)
                .map(({ word }) => word.toLowerCase())
                .join(' '),
            ),
          )
        )
          return [];
        const piece = text.slice(parts[0]!.index, parts.at(-1)!.index + parts.at(-1)!.word.length);
        if (!inCase && allowed.has(piece)) return [];
        return [
          {
            code: inCase ? 'privacy-case-name' : 'privacy-name',
            index: parts[0]!.index,
            piece,
            detail: { name: piece },
          },
        ];
      });

const villages = (text: string): Remark[] =>
  !VILLAGE.test(text)
    ? []
    : [...text.matchAll(/[^.!?\n]+/g)].flatMap(({ 0: sentence, index }): Remark[] => {
        const village = VILLAGE.exec(sentence);
        const people = ETHNICITY.exec(sentence);
        return village && people
          ? [
              {
                code: 'privacy-village',
                index: index + village.index,
                piece: village[0],
                detail: { village: village[0], people: people[0] },
              },
            ]
          : [];
      });
