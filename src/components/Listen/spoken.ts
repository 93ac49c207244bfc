/** Text as it is to be spoken. */

/** Where each sentence of a text begins and ends. A stop inside a number (5.100) or an address ends nothing. */
export const sentenceRanges = (text: string): { start: number; end: number }[] => {
  const ranges: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/\S[^]*?(?:[.!?…]+["”’)]*(?=\s|$)|$)/g))
    ranges.push({ start: match.index, end: match.index + match[0].trimEnd().length });
  return ranges;
};

/** Digits one by one, as numbers to call are said: `113` becomes `1 1 3`. */
export const digitByDigit = (number: string): string => number.replace(/\s/g, '').replace(/\d(?=\d)/g, '$& ');

/** A sentence with the numbers to call in it digit by digit: those that follow a word such as “gọi”, so that “113 vụ” stays an amount. */
export const spokenSentence = (sentence: string, numbers: readonly string[]): string =>
  sentence.replace(
    /(gọi|số|tới|đến|hoặc|và|nhắn|tổng đài)(\s+)(\d{3,5})(?!\d|\s*(?:vụ|người|bị can|đồng|%))/giu,
    (whole, word: string, space: string, number: string) =>
      numbers.includes(number) ? `${word}${space}${digitByDigit(number)}` : whole,
  );
