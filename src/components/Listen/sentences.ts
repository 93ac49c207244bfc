/** Splits text into sentences and prepares them for speech synthesis. */

/** Start and end offset of each sentence. A full stop inside a number (5.100) or an address ends no sentence. */
export const sentenceRanges = (text: string): { start: number; end: number }[] => {
  const ranges: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/\S[^]*?(?:[.!?…]+["”’)]*(?=\s|$)|$)/g))
    ranges.push({ start: match.index, end: match.index + match[0].trimEnd().length });
  return ranges;
};

/** Separates digits so that a voice reads them one by one: `113` becomes `1 1 3`. */
export const digitByDigit = (number: string): string => number.replace(/\s/g, '').replace(/\d(?=\d)/g, '$& ');

/** Spells out the given phone numbers where they follow a word such as “gọi”; in “113 vụ” the number stays an amount. */
export const withSpelledNumbers = (sentence: string, phoneNumbers: readonly string[]): string =>
  sentence.replace(
    /(gọi|số|tới|đến|hoặc|và|nhắn|tổng đài)(\s+)(\d{3,5})(?!\d|\s*(?:vụ|người|bị can|đồng|%))/giu,
    (whole, word: string, space: string, number: string) =>
      phoneNumbers.includes(number) ? `${word}${space}${digitByDigit(number)}` : whole,
  );
