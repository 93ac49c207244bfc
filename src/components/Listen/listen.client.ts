/** Shows the button to read aloud once the device reports a Vietnamese voice; the list of voices may load late. */
const bar = document.querySelector<HTMLElement>('.listen');
const toggle = bar?.querySelector('button');

/** The Vietnamese voice to use. A voice of the device itself needs no network and tells nobody what is read. */
const vietnameseVoice = (): SpeechSynthesisVoice | undefined => {
  const voices = speechSynthesis.getVoices().filter(({ lang }) => /^vi(?![a-z])/i.test(lang));
  return voices.find(({ localService }) => localService) ?? voices[0];
};

if (bar && toggle && 'speechSynthesis' in window) {
  const offer = () => {
    if (vietnameseVoice()) bar.hidden = false;
  };
  offer();
  // Not `addEventListener`, which `speechSynthesis` lacks in Safari 14.
  speechSynthesis.onvoiceschanged = offer;
  const start = async (): Promise<void> => {
    const { readAloud } = await import('./reader.client.ts');
    const voice = vietnameseVoice();
    if (voice) readAloud(bar, toggle, voice);
  };
  toggle.addEventListener('click', () => void start(), { once: true });
}

export {};
