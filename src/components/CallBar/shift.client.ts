/** The quick exit by keyboard: Shift pressed three times, as in “Exit this page” of GOV.UK (see `exit.client.ts`). */
import type { Locale } from '../../i18n/index.ts';

const words: Record<Locale, { hint: string; more: string; last: string; expired: string }> = {
  vi: {
    hint: 'Rời trang này ngay và mở một trang thời tiết. Có bàn phím: bấm Shift ba lần.',
    more: 'Bấm Shift hai lần nữa để thoát.',
    last: 'Bấm Shift một lần nữa để thoát.',
    expired: 'Đã quá lâu. Muốn thoát, bấm lại Shift ba lần.',
  },
  en: {
    hint: 'Leave this site at once for a weather page. With a keyboard: press Shift three times.',
    more: 'Press Shift two more times to leave.',
    last: 'Press Shift once more to leave.',
    expired: 'Too much time has passed. To leave, press Shift three times.',
  },
};

const PRESSES = 3;
/** Time between two presses, in milliseconds; afterwards the count starts again. */
const PRESS_TIMEOUT = 5000;

const link = document.querySelector<HTMLElement>('.exit');
const status = document.querySelector<HTMLElement>('.exit-status');
if (!link || !status) throw new Error('The page has no quick exit.');
const { hint, more, last, expired } = words[document.documentElement.lang === 'en' ? 'en' : 'vi'];

// Set here because the keyboard exit needs this script.
link.title = hint;

let presses = 0;
let timer = 0;
/** Whether the key released before was typed with Shift: the release of Shift that follows is not a press of its own. */
let wasModifier = false;

const reset = (message = ''): void => {
  clearTimeout(timer);
  presses = 0;
  status.textContent = message;
};

addEventListener('keyup', ({ key, shiftKey }) => {
  if (key === 'Shift' && !wasModifier) {
    clearTimeout(timer);
    presses++;
    if (presses === PRESSES) {
      reset();
      link.click();
      return;
    }
    status.textContent = presses === 1 ? more : last;
    timer = window.setTimeout(() => reset(expired), PRESS_TIMEOUT);
  } else if (presses > 0) reset();
  wasModifier = shiftKey;
});
