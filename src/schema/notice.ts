/**
 * What of an alert stands on the one sheet for the notice board.
 *
 * Type is reckoned for a reader two metres away. Print is read with ease from an x-height of about 0.2° of the eye
 * (12 minutes of arc, Legge and Bigelow 2011), 7 mm at two metres, and is legible to a good eye from 5 minutes, 3 mm.
 * An x-height is about half of the size of its type: the title at 48 pt has 8.5 mm, at 42 or 36 pt (where it is long) 7.5 and 6.5 mm,
 * and is read with ease; the verbs at 28 pt have 5 mm; the text at 20 pt has 3.5 mm, made out at two metres, read with ease at one.
 *
 * So little fits. Here it is reckoned how much; a test holds the reckoning against a browser.
 */
const PT = 25.4 / 72;
/** Sizes in points; the sheet (components/Notice) sets its type by the same. A long title is set smaller. */
const TYPE = { title: [48, 42, 36], verb: 28, text: 20 } as const;

/** Millimetres. Room between the head of the sheet and its foot, and the width of a line. */
const ROOM = { height: 215, title: 192, sign: 182, verb: 178 } as const;
/** Of the size of the type: the mean width of a letter in the widest system font that was met (DejaVu Sans), and the height of a line. */
const LETTER = { bold: 0.61, text: 0.515 } as const;
const LINE = { title: 1.22, text: 1.25 } as const;
/** Millimetres: title, headings and the spaces between blocks that are there however long the texts are. */
const FIXED = 24.5;

/** As wide as the longest verb in its larger type, in letters of the text. */
const VERB = 'x'.repeat(16);

/** The danger sign at the beginning of the title, in letters of the title. */
const SIGN = 'xx';

/** Lines that a text fills when words are not broken. */
const lines = (text: string, letter: number, width: number): number => {
  const perLine = width / letter;
  let count = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > perLine) {
      count++;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
  }
  return count;
};

/** What of an alert may stand on its notice. */
interface NoticeTexts {
  title: string;
  redFlags: readonly string[];
  doNow: { stop: string; check: string; report: string };
}

export interface Notice {
  /** Points. */
  titleSize: (typeof TYPE.title)[number];
  signs: string[];
  stop: string;
  check: string;
  report: string;
}

const verbs = ['stop', 'check', 'report'] as const;

/** Sentences of a text, each with its stop. */
const sentences = (text: string): string[] => text.split(/(?<=[.!?…]) +/);

const height = (title: string, notice: Notice): number => {
  const textLine = TYPE.text * PT * LINE.text;
  const letter = TYPE.text * PT * LETTER.text;
  const titleLines = lines(`${SIGN} ${title}`, notice.titleSize * PT * LETTER.bold, ROOM.title);
  const signLines = notice.signs.reduce((sum, sign) => sum + lines(sign, letter, ROOM.sign), 0);
  const verbLines = verbs.reduce((sum, verb) => sum + lines(`${VERB} ${notice[verb]}`, letter, ROOM.verb), 0);
  // A verb stands on the first line of its advice and makes that line higher.
  const verbExtra = verbs.length * (TYPE.verb - TYPE.text) * PT * LINE.text;
  return FIXED + titleLines * notice.titleSize * PT * LINE.title + (signLines + verbLines) * textLine + verbExtra;
};

/**
 * Two signs and the first sentence of each piece of advice, then as much more as the sheet holds: whole sentences, in their order.
 * Null where not even that fits.
 */
export const noticeOf = ({ title, redFlags, doNow }: NoticeTexts): Notice | null => {
  const all = {
    signs: redFlags,
    stop: sentences(doNow.stop),
    check: sentences(doNow.check),
    report: sentences(doNow.report),
  };
  const amount = { signs: 2, stop: 1, check: 1, report: 1 };
  const joined = (verb: (typeof verbs)[number], taken: typeof amount) => all[verb].slice(0, taken[verb]).join(' ');
  const build = (titleSize: Notice['titleSize'], taken = amount): Notice => ({
    titleSize,
    signs: all.signs.slice(0, taken.signs),
    stop: joined('stop', taken),
    check: joined('check', taken),
    report: joined('report', taken),
  });
  const fits = (notice: Notice) => height(title, notice) <= ROOM.height;
  const titleSize = TYPE.title.find((size) => fits(build(size)));
  if (titleSize === undefined) return null;
  for (let round = 0; round < 6; round++) {
    for (const part of ['signs', ...verbs] as const) {
      const more = { ...amount, [part]: amount[part] + 1 };
      if (amount[part] < all[part].length && fits(build(titleSize, more))) amount[part]++;
    }
  }
  return build(titleSize);
};
