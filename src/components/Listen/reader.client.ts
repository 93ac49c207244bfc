/** Reads an article aloud, sentence by sentence, and marks the sentence being read. */
import { digitByDigit, sentenceRanges, spokenSentence } from './spoken.ts';

/** Not part of the text: navigation, dates, sources, what is hidden or shut. */
const SKIPPED =
  'nav, script, style, svg, button, .no-print, [hidden], [aria-hidden="true"], .meta, .sources, .share, details:not([open]) > :not(summary)';
/** Numbers to call, on a stone or in a sentence. */
const NUMBER = '.digits, .hotline-link';

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

/** The nearest ancestor that begins a line of its own: where it ends, so does a sentence. */
const blockOf = (node: Text): Element => {
  let element = node.parentElement!;
  while (/^(?:inline|contents)/.test(getComputedStyle(element).display) && element.parentElement)
    element = element.parentElement;
  return element;
};

/** Texts that run on from one another, such as a sentence with a link in it. */
const runs = (root: Element): Text[][] => {
  const found: Text[][] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let block: Element | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.data.trim() === '' || node.parentElement?.closest(SKIPPED)) continue;
    const own = blockOf(node);
    if (own === block) found[found.length - 1]!.push(node);
    else found.push([node]);
    block = own;
  }
  return found;
};

/** Splits the texts of a run where sentences begin, so that each can be marked by itself. Nothing of it is seen. */
const sentencesOf = (run: Text[], numbers: readonly string[]): Sentence[] => {
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
  const spoken = (node: Text) => (node.parentElement?.closest(NUMBER) ? digitByDigit(node.data) : node.data);
  return sentences.map(({ nodes }) => ({ nodes, spoken: spokenSentence(nodes.map(spoken).join(''), numbers) }));
};

/** Starts to read the article that `bar` stands in, and makes its button pause and continue, beside one that stops. */
export const readAloud = (bar: HTMLElement, voices: SpeechSynthesisVoice[]): void => {
  // A voice of the device itself needs no network and tells nobody what is read.
  const voice = voices.find(({ localService }) => localService) ?? voices[0]!;
  const root = bar.closest('article') ?? document.body;
  const toggle = bar.querySelector('button')!;
  const stop = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: words.stop,
    hidden: true,
  });
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  bar.append(stop, status);
  const numbers = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"], a[href^="sms:"]')].map(
    ({ href }) => href.slice(4),
  );

  let sentences: Sentence[] = [];
  let position = 0;
  let marks: HTMLElement[] = [];
  /** What is being spoken; null in a pause. An utterance that was cancelled still reports its end. */
  let current: SpeechSynthesisUtterance | null = null;

  const unmark = () => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    marks = [];
  };
  const mark = ({ nodes }: Sentence) => {
    marks = nodes.map((node) => {
      const element = document.createElement('mark');
      node.replaceWith(element);
      element.append(node);
      return element;
    });
    const { top, bottom } = marks[0]!.getBoundingClientRect();
    if (top < 80 || bottom > innerHeight - 120) marks[0]!.scrollIntoView({ block: 'center' });
  };
  const silence = () => {
    current = null;
    speechSynthesis.cancel();
    unmark();
  };
  const end = () => {
    silence();
    root.normalize();
    sentences = [];
    position = 0;
    toggle.textContent = words.start;
    stop.hidden = true;
    bar.removeAttribute('data-reading');
  };
  const speak = () => {
    const sentence = sentences[position];
    if (!sentence) return end();
    mark(sentence);
    const utterance = new SpeechSynthesisUtterance(sentence.spoken);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => {
      if (current !== utterance) return;
      unmark();
      position++;
      speak();
    };
    utterance.onerror = () => {
      if (current !== utterance) return;
      end();
      status.textContent = words.failed;
    };
    current = utterance;
    speechSynthesis.speak(utterance);
  };
  const play = () => {
    if (sentences.length === 0) sentences = runs(root).flatMap((run) => sentencesOf(run, numbers));
    bar.setAttribute('data-reading', '');
    status.textContent = '';
    toggle.textContent = words.pause;
    stop.hidden = false;
    speak();
  };

  toggle.addEventListener('click', () => {
    if (!current) return play();
    // Not `pause()`, which Android forgets: the sentence is read again from its beginning.
    silence();
    toggle.textContent = words.continue;
  });
  stop.addEventListener('click', end);
  addEventListener('pagehide', end);
  play();
};
