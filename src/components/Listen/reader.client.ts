/** Reads an article aloud, sentence by sentence, and highlights the sentence being read. */
import { digitByDigit, sentenceRanges, withSpelledNumbers } from './sentences.ts';

/** Not read: navigation, dates, sources, hidden content and closed `<details>`. */
const SKIPPED =
  'nav, script, style, svg, button, .no-print, [hidden], [aria-hidden="true"], .meta, .sources, .share, details:not([open]) > :not(summary)';
/** Phone numbers, on a hotline card or in a sentence. */
const PHONE_NUMBER = '.digits, .hotline-link';

const words = {
  start: 'Nghe trang này',
  pause: 'Tạm dừng',
  continue: 'Nghe tiếp',
  stop: 'Dừng nghe',
  failed: 'Máy này không đọc được. Hãy thử lại sau.',
};

interface Sentence {
  nodes: Text[];
  spoken: string;
}

/** The nearest block-level ancestor: a sentence ends where it ends. */
const blockOf = (node: Text): Element | null => {
  let element = node.parentElement;
  while (element?.parentElement && /^(?:inline|contents)/.test(getComputedStyle(element).display))
    element = element.parentElement;
  return element;
};

/** The text nodes to read, grouped by block: a sentence may run across several, such as around a link. */
const textRuns = (root: Element): Text[][] => {
  const runs: Text[][] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let run: Text[] = [];
  let block: Element | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.data.trim() === '' || node.parentElement?.closest(SKIPPED)) continue;
    const own = blockOf(node);
    if (own !== block) runs.push((run = []));
    run.push(node);
    block = own;
  }
  return runs;
};

/** Splits the text nodes of a run at sentence boundaries, so that each sentence can be highlighted by itself. */
const sentencesOf = (run: Text[], phoneNumbers: readonly string[]): Sentence[] => {
  const text = run.map(({ data }) => data).join('');
  const sentences = sentenceRanges(text).map((range) => ({ ...range, nodes: [] as Text[] }));
  let at = 0;
  for (let node of run) {
    const end = at + node.length;
    for (const sentence of sentences) {
      const [from, to] = [Math.max(sentence.start, at), Math.min(sentence.end, end)];
      if (from >= to) continue;
      if (from > at) node = node.splitText(from - at);
      at = to;
      sentence.nodes.push(node);
      if (to < end) node = node.splitText(to - from);
    }
    at = end;
  }
  const spoken = (node: Text) => (node.parentElement?.closest(PHONE_NUMBER) ? digitByDigit(node.data) : node.data);
  return sentences.map(({ nodes }) => ({
    nodes,
    spoken: withSpelledNumbers(nodes.map(spoken).join(''), phoneNumbers),
  }));
};

const phoneNumbersOfPage = (): string[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"], a[href^="sms:"]')].map(({ href }) =>
    href.slice(4),
  );

/** Wraps the text nodes of a sentence in `<mark>` and scrolls it into view. Returns a function that removes the marks. */
const highlight = ({ nodes }: Sentence): (() => void) => {
  const marks = nodes.map((node) => {
    const mark = document.createElement('mark');
    node.replaceWith(mark);
    mark.append(node);
    return mark;
  });
  const [first] = marks;
  if (first) {
    const { top, bottom } = first.getBoundingClientRect();
    if (top < 80 || bottom > innerHeight - 120) first.scrollIntoView({ block: 'center' });
  }
  return () => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
  };
};

interface Speaker {
  /** False before the first sentence, in a pause and after the end. */
  isSpeaking: () => boolean;
  /** Begins, or continues at the sentence where it was paused; `read` is called for the sentences only when it begins. */
  play: (read: () => Sentence[]) => void;
  pause: () => void;
  stop: () => void;
}

/** Speaks sentences one after another, highlighting each. `finished` is called after the last, after `stop()` and on failure. */
const createSpeaker = (voice: SpeechSynthesisVoice, finished: (failed: boolean) => void): Speaker => {
  let sentences: Sentence[] = [];
  let position = 0;
  let unhighlight: (() => void) | undefined;
  /** Null while paused: a cancelled utterance still fires its end event, which must then be ignored. */
  let current: SpeechSynthesisUtterance | null = null;

  // Not `speechSynthesis.pause()`, which Android ignores: the interrupted sentence is read again from its beginning.
  const pause = () => {
    current = null;
    speechSynthesis.cancel();
    unhighlight?.();
    unhighlight = undefined;
  };
  const end = (failed: boolean) => {
    pause();
    sentences = [];
    position = 0;
    finished(failed);
  };
  const speak = () => {
    const sentence = sentences[position];
    if (!sentence) return end(false);
    unhighlight = highlight(sentence);
    const utterance = new SpeechSynthesisUtterance(sentence.spoken);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => {
      if (current !== utterance) return;
      unhighlight?.();
      position++;
      speak();
    };
    utterance.onerror = () => {
      if (current === utterance) end(true);
    };
    current = utterance;
    speechSynthesis.speak(utterance);
  };

  return {
    isSpeaking: () => current !== null,
    play: (read) => {
      if (sentences.length === 0) sentences = read();
      speak();
    },
    pause,
    stop: () => end(false),
  };
};

/** Starts to read the article around `bar`. From then on `toggle` pauses and continues, and a second button stops. */
export const readAloud = (bar: HTMLElement, toggle: HTMLElement, voice: SpeechSynthesisVoice): void => {
  const root = bar.closest('article') ?? document.body;
  const stop = Object.assign(document.createElement('button'), { type: 'button', textContent: words.stop });
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  bar.append(stop, status);

  const speaker = createSpeaker(voice, (failed) => {
    // Joins the text nodes that were split for highlighting.
    root.normalize();
    toggle.textContent = words.start;
    stop.hidden = true;
    bar.removeAttribute('data-reading');
    if (failed) status.textContent = words.failed;
  });
  const play = () => {
    bar.setAttribute('data-reading', '');
    status.textContent = '';
    toggle.textContent = words.pause;
    stop.hidden = false;
    speaker.play(() => {
      const phoneNumbers = phoneNumbersOfPage();
      return textRuns(root).flatMap((run) => sentencesOf(run, phoneNumbers));
    });
  };

  toggle.addEventListener('click', () => {
    if (!speaker.isSpeaking()) return play();
    speaker.pause();
    toggle.textContent = words.continue;
  });
  stop.addEventListener('click', speaker.stop);
  addEventListener('pagehide', speaker.stop);
  play();
};
