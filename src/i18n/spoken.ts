const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** A number to call as a Vietnamese speaker says it, digit by digit: `113` becomes `một một ba`. Signs and spaces are not said. */
export const spokenNumber = (number: string): string => [...number].flatMap((sign) => digits[Number.parseInt(sign, 10)] ?? []).join(' ');
