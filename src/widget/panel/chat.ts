import { HttpTransportType, type HubConnection, HubConnectionBuilder, HubConnectionState, type ISubscription, LogLevel } from '@microsoft/signalr';
import { Outbox, type Outgoing } from './outbox';
import type { Author, Evidence, Identity, OpenReply, Problem, Product, SendReply, Thumb, Update, Wait } from './protocol';
import type { Keeper } from './storage';
import { Thread } from './thread';

const visitorKey = 'visitor';
const conversationKey = 'conversation';
const typingEvery = 3_000;
/** How long something clicked waits for the line, in milliseconds. */
const patience = 30_000;
const retryDelays = [300, 1_000, 2_000, 4_000, 8_000, 15_000];

export type Line = 'connecting' | 'online' | 'offline';

export interface ChatEvents {
  /** Messages by sequence that changed; null for all. */
  changed(sequences: number[] | null): void;
  outboxChanged(): void;
  lineChanged(line: Line): void;
  refused(message: Outgoing, problem: Problem): void;
  identified(accepted: boolean): void;
  /** Somebody else is writing right now. */
  typing(author: Author): void;
}

/** The customer's side of the thread: sends what is in the outbox until it is accepted, and follows what comes. */
export class Chat {
  thread = new Thread();
  readonly outbox: Outbox;
  productId: string | null = null;
  identity: Identity | null = null;
  language = 'ko';
  line: Line = 'connecting';
  private hub: HubConnection | undefined;
  private conversationId: string | null = null;
  private following: ISubscription<Update> | undefined;
  private flushing = false;
  private starting: Promise<void> | undefined;
  private attempt = 0;
  private toldTypingAt = -typingEvery;
  private readonly waiting = new Set<{ resolve(): void; reject(reason: Error): void }>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly address: string, private readonly keeper: Keeper, private readonly events: ChatEvents) {
    this.outbox = new Outbox(keeper);
    addEventListener('online', () => this.startNow());
    addEventListener('offline', () => this.tell('offline'));
    // A handshake that fails before the library waits for it is told to nobody; the start fails as well, and is tried again.
    addEventListener('unhandledrejection', event => {
      if (/handshake/i.test(String(event.reason)))
        event.preventDefault();
    });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.startNow());
    keeper.onChange(name => {
      const now = keeper.get(conversationKey);
      if (name === conversationKey && now && now !== this.conversationId)
        void this.reopen();
      else if (name !== conversationKey)
        events.outboxChanged();
    });
  }

  start(): Promise<void> {
    return this.starting ??= this.connect().finally(() => { this.starting = undefined; });
  }

  /** Accepts what was typed: it is kept from here on, whatever happens to page or line. */
  send(text: string): void {
    this.outbox.add(text, this.productId);
    this.events.outboxChanged();
    void this.flush();
  }

  stop = () => this.call<void>('Stop');
  retry = (sequence: number) => this.call<boolean>('Retry', sequence);
  rate = (sequence: number, thumb: Thumb | null) => this.call<boolean>('Rate', sequence, thumb);
  rateConversation = (stars: number) => this.call<boolean>('RateConversation', stars);
  askForPerson = () => this.call<void>('AskForPerson');
  backToAssistant = () => this.call<void>('BackToAssistant');
  close = () => this.call<void>('Close');
  wait = () => this.call<Wait>('Wait');
  evidence = (sequence: number) => this.call<Evidence | null>('Evidence', sequence);
  product = (id: string) => this.call<Product | null>('Product', id);

  /** Lets a person on the other side see that the customer is writing. */
  typing(): void {
    const owner = this.thread.conversation?.owner;
    if (this.line !== 'online' || (owner !== 'waiting' && owner !== 'agent') || performance.now() - this.toldTypingAt < typingEvery)
      return;
    this.toldTypingAt = performance.now();
    this.call<void>('Typing').catch(() => undefined);
  }

  /** Ends the thread, if there is one, and begins an empty one. */
  async renew(): Promise<void> {
    if (this.thread.conversation && this.thread.conversation.owner !== 'closed')
      await this.close();
    this.keeper.set(conversationKey, `C${crypto.randomUUID().replaceAll('-', '')}`);
    await this.reopen();
  }

  /** Forgets who was here: the next one at this browser sees nothing of it. */
  async forget(): Promise<void> {
    this.identity = null;
    this.keeper.remove(visitorKey);
    this.keeper.remove(conversationKey);
    this.outbox.all().forEach(message => this.outbox.remove(message.clientId));
    this.following?.dispose();
    this.conversationId = null;
    this.thread = new Thread();
    this.events.changed(null);
    await this.reopen();
  }

  /** Comes in anew over the same line, as somebody else or in another language. */
  async reopen(): Promise<void> {
    if (this.line !== 'online')
      return;
    try {
      await this.open();
      this.follow();
      void this.flush();
    } catch {
      await this.hub?.stop();
    }
  }

  /** What is clicked while the line is being made waits for it. */
  private async call<T>(method: string, ...values: unknown[]): Promise<T> {
    await this.online();
    return this.hub!.invoke<T>(method, ...values);
  }

  private online(): Promise<void> {
    if (this.line === 'online')
      return Promise.resolve();
    return this.line === 'offline' ? Promise.reject(new Error('offline')) : new Promise((resolve, reject) => {
      const wait = { resolve, reject };
      this.waiting.add(wait);
      setTimeout(() => this.waiting.delete(wait) && reject(new Error('offline')), patience);
    });
  }

  private async connect(): Promise<void> {
    clearTimeout(this.timer);
    if (this.line === 'online')
      return;
    // A web socket needs one request, so that any server behind a balancer may take it. Where none gets through, the others do.
    const transport = this.attempt % 2 === 0
      ? { transport: HttpTransportType.WebSockets, skipNegotiation: true }
      : { transport: HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling };
    void this.hub?.stop();
    const hub = this.hub = new HubConnectionBuilder().withUrl(this.address, transport).configureLogging(LogLevel.None).build();
    hub.onclose(() => hub === this.hub && this.lost());
    try {
      await hub.start();
      await this.open();
    } catch {
      // Before it ran there is nothing that would tell of its end.
      if (hub.state === HubConnectionState.Disconnected)
        this.lost();
      else
        await hub.stop();
      return;
    }
    this.attempt = 0;
    this.tell('online');
    this.follow();
    void this.flush();
  }

  private async open(): Promise<void> {
    const reply = await this.hub!.invoke<OpenReply>('Open', {
      visitor: this.keeper.get(visitorKey), conversationId: this.keeper.get(conversationKey), language: this.language,
      productId: this.productId, identity: this.identity,
    });
    this.keeper.set(visitorKey, reply.visitor);
    if (reply.version > 0)
      this.keeper.set(conversationKey, reply.conversationId);
    if (this.identity)
      this.events.identified(reply.identified ?? false);
    if (reply.conversationId === this.conversationId && this.thread.version <= reply.version)
      return;
    this.conversationId = reply.conversationId;
    this.thread = new Thread();
    this.events.changed(null);
  }

  private follow(): void {
    this.following?.dispose();
    const thread = this.thread;
    const hub = this.hub!;
    this.following = hub.stream<Update>('Follow', { since: thread.version, progress: thread.progress }).subscribe({
      next: update => {
        if (update.typing) {
          this.events.typing(update.typing);
          return;
        }
        const changed = thread.apply(update);
        // A thread is worth finding again once something stands in it.
        if (update.conversation)
          this.keeper.set(conversationKey, update.conversation.id);
        for (const message of update.messages ?? [])
          if (message.clientId)
            this.outbox.remove(message.clientId);
        this.events.changed(changed);
      },
      // The line is worth nothing without what comes over it.
      error: () => void hub.stop(),
      // The thread is not this visitor's any more: somebody signed in, in another tab.
      complete: () => void this.reopen(),
    });
  }

  /** One after another, so that the order stays as it was typed. */
  private async flush(): Promise<void> {
    if (this.flushing)
      return;
    this.flushing = true;
    let pause = 0;
    try {
      for (let message = this.outbox.all()[0]; message && this.line === 'online'; message = this.outbox.all()[0]) {
        const { problem } = await this.call<SendReply>('Send', message);
        if (problem)
          this.events.refused(message, problem);
        if (problem?.code === 'tooMany') {
          pause = (problem.retryAfter ?? 2) * 1_000;
          break;
        }
        this.outbox.remove(message.clientId);
        this.events.outboxChanged();
      }
    } catch {
      // The server could not write it, or its answer was lost: it is sent again, with the same id.
      pause = retryDelays[2]!;
    } finally {
      this.flushing = false;
    }
    if (pause > 0)
      setTimeout(() => void this.flush(), pause);
  }

  private lost(): void {
    this.tell(navigator.onLine ? 'connecting' : 'offline');
    clearTimeout(this.timer);
    const delay = retryDelays[Math.min(this.attempt++, retryDelays.length - 1)]!;
    this.timer = setTimeout(() => void this.start(), delay * (0.5 + Math.random()));
  }

  private startNow(): void {
    if (this.line === 'online' || !this.hub)
      return;
    this.attempt = 0;
    void this.start();
  }

  private tell(line: Line): void {
    if (this.line === line)
      return;
    this.line = line;
    this.events.lineChanged(line);
    if (line === 'connecting')
      return;
    const waiting = [...this.waiting];
    this.waiting.clear();
    waiting.forEach(({ resolve, reject }) => line === 'online' ? resolve() : reject(new Error('offline')));
  }
}
