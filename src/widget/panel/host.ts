import type { Identity } from './protocol';

/** What the shop's page tells of itself and of its customer. */
export interface PageContext {
  language: string;
  productId: string | null;
  color: string | null;
  theme: string | null;
  identity: Identity | null;
}

/** What the page that frames this one keeps for it; a value that is null is gone. */
export type Entries = Record<string, string | null>;

export interface HostEvents {
  context(context: PageContext): void;
  kept(entries: Entries): void;
  shown(isShown: boolean): void;
  reset(): void;
}

const text = (value: unknown, most: number) => typeof value === 'string' && value.length <= most ? value : null;

function identityOf(value: unknown): Identity | null {
  const { id, hash, name, email } = (value ?? {}) as Record<string, unknown>;
  const [known, signature] = [text(id, 64), text(hash, 128)];
  if (!known || !signature)
    return null;
  return { id: known, hash: signature, ...(text(name, 100) ? { name: name as string } : {}), ...(text(email, 200) ? { email: email as string } : {}) };
}

/**
 * The page that frames this one. The server lets only one origin frame it and tells which in the address, so that both know exactly
 * whom they talk to.
 */
export class Host {
  private readonly origin = new URLSearchParams(location.search).get('host');
  readonly isThere = window.parent !== window && this.origin !== null;

  constructor(events: HostEvents) {
    if (!this.isThere)
      return;
    addEventListener('message', event => {
      if (event.source !== window.parent || event.origin !== this.origin || typeof event.data !== 'object' || event.data === null)
        return;
      const data = event.data as Record<string, unknown>;
      switch (data['type']) {
        case 'kept':
          events.kept((data['entries'] ?? {}) as Entries);
          break;
        case 'context':
          events.context({
            language: text(data['language'], 35) ?? document.documentElement.lang,
            productId: text(data['productId'], 64),
            color: text(data['color'], 7),
            theme: text(data['theme'], 5),
            identity: identityOf(data['identity']),
          });
          break;
        case 'opened':
        case 'closed':
          events.shown(data['type'] === 'opened');
          break;
        case 'reset':
          events.reset();
          break;
      }
    });
  }

  tell(type: 'ready' | 'close' | 'unread' | 'message' | 'identity' | 'keep', detail?: unknown): void {
    if (this.isThere)
      window.parent.postMessage({ type, detail }, this.origin!);
  }
}
