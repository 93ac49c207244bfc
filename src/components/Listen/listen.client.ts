/** Offers to read aloud once the device is known to have a Vietnamese voice; the list of voices may arrive late. */
const bar = document.querySelector<HTMLElement>('.listen');
const vietnamese = () => speechSynthesis.getVoices().filter(({ lang }) => /^vi(?![a-z])/i.test(lang));

if (bar && 'speechSynthesis' in window) {
  const offer = () => {
    if (vietnamese().length > 0) bar.hidden = false;
  };
  offer();
  // Not `addEventListener`, which Safari 14 lacks here.
  speechSynthesis.onvoiceschanged = offer;
  bar
    .querySelector('button')!
    .addEventListener(
      'click',
      () => void import('./reader.client.ts').then(({ readAloud }) => readAloud(bar, vietnamese())),
      { once: true },
    );
}

export {};
