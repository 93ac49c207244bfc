const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** A phone number in Vietnamese words, digit by digit: `113` becomes `một một ba`. Everything but digits is dropped. */
export const spokenNumber = (number: string): string =>
  number
    .replace(/\D/g, '')
    .replace(/\d/g, (digit) => ` ${digits[Number(digit)]}`)
    .trim();
