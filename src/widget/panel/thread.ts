import type { Citation, Conversation, Evidence, Lookup, LookupKind, Message, Update, Writer } from './protocol';

/** An answer in the making, or the evidence of one that is done. */
export interface Answer {
  /** The number of the next event that is wanted. */
  next: number;
  text: string;
  looking: LookupKind[];
  lookups: Lookup[];
  citations: Citation[];
  author?: Writer;
}

/** What the browser knows of the thread. Applying the same update twice changes nothing. */
export class Thread {
  conversation: Conversation | undefined;
  readonly messages = new Map<number, Message>();
  readonly answers = new Map<string, Answer>();

  get version(): number {
    return this.conversation?.version ?? 0;
  }

  get isAnswering(): boolean {
    return [...this.messages.values()].some(m => m.state === 'running');
  }

  /** By answer, the number of the next event of those that are half known. */
  get progress(): Record<string, number> {
    const running = [...this.messages.values()].filter(m => m.state === 'running' && m.answerId);
    return Object.fromEntries(running.map(m => [m.answerId!, this.answer(m.answerId!).next]));
  }

  ordered(): Message[] {
    return [...this.messages.values()].sort((a, b) => a.sequence - b.sequence);
  }

  answer(id: string): Answer {
    let answer = this.answers.get(id);
    if (!answer)
      this.answers.set(id, answer = { next: 0, text: '', looking: [], lookups: [], citations: [] });
    return answer;
  }

  /** What an answer rests on that was not followed as it came. */
  know({ answerId, author, lookups, citations }: Evidence): void {
    Object.assign(this.answer(answerId), { author, lookups, citations });
  }

  /** Returns the sequence numbers of the messages to draw anew. */
  apply(update: Update): number[] {
    if (update.conversation) {
      if (update.conversation.version < this.version)
        return [];
      this.conversation = update.conversation;
      for (const message of update.messages ?? [])
        this.messages.set(message.sequence, message);
      return (update.messages ?? []).map(m => m.sequence);
    }

    const { answerId, number, sequence } = update;
    // What has ended grows no more.
    if (answerId === undefined || number === undefined || sequence === undefined || this.messages.get(sequence)?.state !== 'running')
      return [];
    const answer = this.answer(answerId);
    if (number < answer.next)
      return [];
    answer.next = number + 1;
    if (update.looking)
      answer.looking.push(update.looking);
    else if (update.lookup)
      answer.lookups.push(update.lookup);
    else if (update.text !== undefined)
      answer.text += update.text;
    else if (update.citation)
      answer.citations.push(update.citation);
    else if (update.author)
      answer.author = update.author;
    return [sequence];
  }
}
