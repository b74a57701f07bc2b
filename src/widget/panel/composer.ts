import type { Problem } from './protocol';
import type { Keeper } from './storage';

const maxLength = 2_000;
const maxHeight = 140;
const draftKey = 'draft';

export interface ComposerEvents {
  send(text: string): void;
  /** The button, or Enter, with nothing written. */
  sendNothing(): void;
  changed(): void;
  /** Somebody is writing. */
  typing(): void;
  refused(problem: Problem | 'file'): void;
}

/** Where the customer writes. What is typed is there again after a reload. */
export class Composer {
  constructor(
    form: HTMLFormElement, private readonly input: HTMLTextAreaElement, private readonly keeper: Keeper, private readonly events: ComposerEvents) {
    form.addEventListener('submit', event => { event.preventDefault(); this.submit(); });
    input.addEventListener('keydown', event => {
      // While an input method composes (Korean), Enter ends the composition; Safari tells it by key code 229 only.
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
        event.preventDefault();
        this.submit();
      }
    });
    input.addEventListener('input', () => {
      this.changed();
      if (!this.isEmpty)
        events.typing();
    });
    input.addEventListener('paste', event => {
      if (event.clipboardData?.files.length) {
        event.preventDefault();
        events.refused('file');
      }
    });
    addEventListener('dragover', event => event.preventDefault());
    addEventListener('drop', event => { event.preventDefault(); events.refused('file'); });
  }

  get isEmpty(): boolean {
    return !this.input.value.trim();
  }

  set placeholder(words: string) {
    this.input.placeholder = words;
  }

  focus(): void {
    this.input.focus();
  }

  /** From here on messages can be sent; one that was sent before this script ran is sent now. */
  begin(): void {
    document.onkeydown = document.onsubmit = null;
    if (!this.input.readOnly)
      return;
    this.input.readOnly = false;
    this.submit();
  }

  write(text: string): void {
    this.input.value = text;
    this.changed();
  }

  /** What was being typed when the page was left; what was typed since, even before this script ran, comes first. */
  restore(): void {
    this.write(this.input.value || (this.keeper.get(draftKey) ?? ''));
  }

  private changed(): void {
    if (this.input.value)
      this.keeper.set(draftKey, this.input.value);
    else
      this.keeper.remove(draftKey);
    this.input.style.blockSize = 'auto';
    this.input.style.blockSize = `${Math.min(this.input.scrollHeight + 2, maxHeight)}px`;
    this.events.changed();
  }

  private submit(): void {
    const text = this.input.value.trim();
    if (!text) {
      this.events.sendNothing();
    } else if (text.length > maxLength) {
      this.events.refused({ code: 'tooLong', limit: maxLength });
    } else {
      this.write('');
      this.events.send(text);
    }
    this.input.focus();
  }
}
