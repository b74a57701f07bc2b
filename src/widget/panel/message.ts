import { card, type CardContext, kinds } from './cards';
import { button, element, icon } from './dom';
import { GrowingText } from './markup';
import type { Citation, Lookup, LookupKind, Message, Thumb } from './protocol';
import { noteIn } from './texts';
import type { Answer } from './thread';

export interface MessageContext extends CardContext {
  retry(sequence: number): void;
  rate(sequence: number, thumb: Thumb | null): void;
}

/** One message on the page. Only what changed of it is drawn anew. */
export class MessageView {
  readonly element: HTMLElement;
  private readonly cards = element('div', 'cards');
  private readonly text = element('div', 'text');
  private readonly bubble: HTMLElement;
  private readonly sources = element('div', 'sources');
  private readonly foot = element('footer');
  private readonly growing: GrowingText;
  private readonly shown = new Map<LookupKind, { lookup: Lookup | undefined; card: HTMLElement }>();
  private answer: Answer | undefined;

  constructor(private message: Message, private readonly context: MessageContext) {
    const { texts } = context;
    this.element = element('article', `message ${message.author}`);
    this.element.dataset['sequence'] = String(message.sequence);
    this.growing = new GrowingText(this.text, (number, mark) => this.cite(number, mark));
    this.bubble = element('div', 'bubble', this.text, this.sources);
    if (message.note) {
      this.element.append(element('p', 'note', noteIn(texts, message)));
    } else if (message.author === 'assistant') {
      this.element.append(this.cards, this.bubble, this.foot);
    } else {
      this.text.textContent = message.text;
      this.element.append(this.bubble, this.foot);
    }
    if (!message.note)
      this.element.ariaLabel = texts.authors[message.author];
  }

  /** Whether evidence is still to be fetched: what was not seen as it came. */
  get lacksEvidence(): boolean {
    return this.message.author === 'assistant' && this.message.state !== 'running' && this.shown.size === 0;
  }

  update(message: Message, answer: Answer | undefined): void {
    this.message = message;
    this.answer = answer;
    if (message.note)
      return;
    if (message.author === 'assistant') {
      const isRunning = message.state === 'running';
      this.drawCards();
      this.growing.update(isRunning ? answer?.text ?? '' : message.text, isRunning);
      this.bubble.ariaBusy = String(isRunning);
      this.bubble.classList.toggle('waiting', isRunning && !answer?.text);
      this.bubble.hidden = !isRunning && !message.text;
    }
    this.drawFoot();
  }

  private drawCards(): void {
    for (const kind of kinds) {
      const lookup = this.answer?.lookups.find(l => l.kind === kind);
      if (!lookup && !this.answer?.looking.includes(kind))
        continue;
      const old = this.shown.get(kind);
      if (old && old.lookup === lookup)
        continue;
      const drawn = card(kind, lookup, this.context);
      if (old)
        old.card.replaceWith(drawn);
      else
        this.cards.append(drawn);
      this.shown.set(kind, { lookup, card: drawn });
    }
  }

  private drawFoot(): void {
    const { texts } = this.context;
    const { agent, author, state, sentAt, sequence, thumb, text } = this.message;
    const time = element('time', '', texts.time(sentAt));
    time.dateTime = sentAt;
    if (author !== 'assistant') {
      this.foot.replaceChildren(...(author === 'agent' ? [element('span', '', agent ?? texts.authors.agent), ' · '] : []), time);
      return;
    }
    if (!state || state === 'running') {
      this.foot.replaceChildren(element('span', '', this.answer?.text ? texts.writing : texts.searching));
      return;
    }
    const writer = this.answer?.author ? `${texts.writers[this.answer.author]} · ` : '';
    const broken = state === 'completed' ? [] : [
      element('p', 'broken', texts.ends[state]),
      button('pill retry', state === 'interrupted' && text ? texts.goOn : texts.again, () => this.context.retry(sequence)),
    ];
    const vote = (value: Thumb, label: string) => {
      const made = button('thumb', icon(value), () => this.context.rate(sequence, thumb === value ? null : value));
      made.ariaLabel = label;
      made.title = label;
      made.ariaPressed = String(thumb === value);
      return made;
    };
    const focused = this.foot.contains(document.activeElement) ? [...this.foot.querySelectorAll('button')].indexOf(document.activeElement as HTMLButtonElement) : -1;
    this.foot.replaceChildren(...broken, element('span', 'writer', writer, time),
      ...(text ? [element('span', 'thumbs', vote('up', texts.thumbUp), vote('down', texts.thumbDown))] : []));
    this.foot.querySelectorAll('button')[focused]?.focus();
  }

  private cite(number: number, mark: string): Node {
    const made = button('cite', String(number), () => {
      const known = this.sources.querySelector(`[data-number="${number}"]`);
      const citation = this.answer?.citations.find(c => c.number === number);
      made.ariaExpanded = String(!known && !!citation);
      if (known)
        known.remove();
      else if (citation)
        this.sources.append(source(citation));
    });
    made.ariaLabel = this.context.texts.source(mark);
    made.ariaExpanded = 'false';
    return made;
  }
}

function source({ number, evidenceId, label, quote }: Citation): HTMLElement {
  const made = element('p', 'source', element('b', '', `${number} `), link(evidenceId, label), quote ? element('q', '', quote) : null);
  made.dataset['number'] = String(number);
  made.role = 'note';
  return made;
}

/** A quotation from a document is read where it stands. */
function link(evidenceId: string, label: string): Node | string {
  const place = /^document:([0-9a-f]{32})#(\d+)$/.exec(evidenceId);
  if (!place)
    return label;
  const made = element('a', '', label);
  made.href = `/documents/${place[1]}?passage=${place[2]}#p-${place[2]}`;
  made.target = '_blank';
  made.rel = 'noopener';
  return made;
}
