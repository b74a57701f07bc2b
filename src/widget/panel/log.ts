import { element } from './dom';
import { MessageView, type MessageContext } from './message';
import type { Outgoing } from './outbox';
import type { Evidence } from './protocol';
import type { Thread } from './thread';

const nearEnd = 60;
const margin = 12;

export interface LogContext extends MessageContext {
  evidence(sequence: number): Promise<Evidence | null>;
}

/** The thread on the page. Draws at most once a frame, and of each message only what changed. */
export class Log {
  private thread: Thread | undefined;
  private readonly views = new Map<number, MessageView>();
  private readonly pending = new Map<string, HTMLElement>();
  private readonly waiting = new Set<number>();
  private frame = 0;
  private isFollowing = true;
  private scrolledTo = 0;
  private question: HTMLElement | undefined;
  private readonly sight: IntersectionObserver;

  constructor(private readonly root: HTMLElement, private readonly jump: HTMLElement, private readonly context: () => LogContext) {
    root.addEventListener('scroll', () => {
      if (Math.abs(root.scrollTop - this.scrolledTo) > 2)
        this.isFollowing = this.left < nearEnd;
      this.jump.hidden = this.left < nearEnd;
    }, { passive: true });
    new ResizeObserver(() => this.isFollowing && this.toEnd()).observe(root);
    // What an answer rests on is fetched when it is looked at.
    this.sight = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting)
          void this.fetch(Number((target as HTMLElement).dataset['sequence']), target);
    }, { root });
  }

  /** Draws all anew: another thread, or another language. */
  reset(thread: Thread): void {
    this.thread = thread;
    this.sight.disconnect();
    this.views.clear();
    this.pending.clear();
    this.root.replaceChildren();
    this.isFollowing = true;
    this.question = undefined;
    this.changed([...thread.messages.keys()]);
  }

  changed(sequences: Iterable<number>): void {
    for (const sequence of sequences)
      this.waiting.add(sequence);
    this.frame ||= requestAnimationFrame(() => this.draw());
  }

  /** Messages that the server has not confirmed stand at the end. */
  drawPending(messages: Outgoing[], words: string): void {
    const ids = new Set(messages.map(m => m.clientId));
    for (const [id, node] of this.pending) {
      if (!ids.has(id)) {
        node.remove();
        this.pending.delete(id);
      }
    }
    for (const { clientId, text } of messages) {
      let node = this.pending.get(clientId);
      if (!node) {
        node = element('article', 'message customer pending', element('div', 'bubble', element('div', 'text', text)), element('footer'));
        this.pending.set(clientId, node);
        this.root.append(node);
        this.question = node;
        this.toEnd();
      }
      node.lastElementChild!.textContent = words;
    }
  }

  /** To the end, but no further than the last question at the top: a long answer is read from its beginning. */
  toEnd(): void {
    this.isFollowing = true;
    this.root.scrollTop = Math.min(this.root.scrollHeight, this.question?.isConnected ? this.question.offsetTop - margin : Infinity);
    this.scrolledTo = this.root.scrollTop;
    this.jump.hidden = this.left < nearEnd;
  }

  private draw(): void {
    this.frame = 0;
    for (const sequence of [...this.waiting].sort((a, b) => a - b)) {
      const message = this.thread?.messages.get(sequence);
      if (!message)
        continue;
      let view = this.views.get(sequence);
      if (!view) {
        view = new MessageView(message, this.context());
        this.views.set(sequence, view);
        this.place(view.element, sequence);
        if (message.author === 'customer')
          this.question = view.element;
      }
      view.update(message, message.answerId ? this.thread!.answers.get(message.answerId) : undefined);
      if (view.lacksEvidence)
        this.sight.observe(view.element);
    }
    this.waiting.clear();
    if (this.isFollowing)
      this.toEnd();
  }

  /** Pixels below what is in view. */
  private get left(): number {
    return this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight;
  }

  private place(node: HTMLElement, sequence: number): void {
    let before = this.pending.values().next().value ?? null;
    for (let at = (before ? before.previousElementSibling : this.root.lastElementChild) as HTMLElement | null;
      at && Number(at.dataset['sequence']) > sequence; at = at.previousElementSibling as HTMLElement | null)
      before = at;
    this.root.insertBefore(node, before);
  }

  private async fetch(sequence: number, target: Element): Promise<void> {
    this.sight.unobserve(target);
    const thread = this.thread!;
    const evidence = await this.context().evidence(sequence).catch(() => null);
    if (!evidence || thread !== this.thread)
      return;
    thread.know(evidence);
    this.changed([sequence]);
  }
}
