import { matchLanguage } from '../i18n/match-language.ts';
import { spokenBlocks } from './spoken-blocks.ts';

/** Marks the block that is being said, for those who follow with their eyes. */
const NOW = 'is-spoken';

/**
 * Lets the phone read the sheet aloud, if it has a voice of its own for the language: a voice on a server would be told
 * what somebody reads, and falls silent without a signal.
 */
export function offerListening(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-act="listen"]');
  const sheet = document.querySelector('main.sheet');
  if (!button || !sheet || !('speechSynthesis' in window)) return;
  const look = () => {
    if (!voiceFor(document.documentElement.lang) || button.dataset['ready']) return;
    button.dataset['ready'] = 'true';
    button.closest('li')?.removeAttribute('hidden');
    prepare(button, sheet);
  };
  look();
  // Chrome has its voices only some time after the page.
  speechSynthesis.addEventListener?.('voiceschanged', look);
}

function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  const own = speechSynthesis.getVoices().filter(({ localService }) => localService);
  return own.find(({ lang }) => matchLanguage([lang], [language]) !== undefined);
}

function prepare(button: HTMLButtonElement, sheet: Element): void {
  const [listen, stop] = [button.textContent ?? '', button.dataset['stop'] ?? ''];
  let isSpeaking = false;
  const end = () => {
    isSpeaking = false;
    button.textContent = listen;
    sheet.querySelector(`.${NOW}`)?.classList.remove(NOW);
    speechSynthesis.cancel();
  };
  button.addEventListener('click', () => {
    if (isSpeaking) return end();
    isSpeaking = true;
    button.textContent = stop;
    // No voice reads the words of another language: who cannot say them says something else.
    const blocks = spokenBlocks(sheet).flatMap(({ language, ...block }) => {
      const voice = voiceFor(language);
      return voice ? [{ ...block, voice }] : [];
    });
    const sayFrom = (index: number): void => {
      const block = blocks[index];
      if (!isSpeaking) return;
      if (!block) return end();
      sheet.querySelector(`.${NOW}`)?.classList.remove(NOW);
      block.element.classList.add(NOW);
      const words = new SpeechSynthesisUtterance(block.text);
      words.voice = block.voice;
      words.lang = block.voice.lang;
      words.onend = () => sayFrom(index + 1);
      words.onerror = end;
      speechSynthesis.speak(words);
    };
    sayFrom(0);
  });
  // Phones go on speaking when the page has long gone.
  addEventListener('pagehide', end);
}
