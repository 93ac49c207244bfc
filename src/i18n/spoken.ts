const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** A number to call as a Vietnamese speaker says it, digit by digit: `113` becomes `một một ba`. Signs and spaces are not said. */
export const spokenNumber = (number: string): string =>
  number
    .replace(/\D/g, '')
    .replace(/\d/g, (digit) => ` ${digits[Number(digit)]}`)
    .trim();
