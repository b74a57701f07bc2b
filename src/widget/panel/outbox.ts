import type { Keeper } from './storage';

/** A message that the server has not confirmed. */
export interface Outgoing {
  clientId: string;
  text: string;
  productId?: string;
}

const prefix = 'outbox.';
const digits = 15;

/**
 * What was typed and not yet accepted: kept over reloads, so that nothing is lost, and under an id of its own, so that it is one
 * message however often it is sent. An entry a message: two tabs that write at once take nothing from each other.
 */
export class Outbox {
  constructor(private readonly keeper: Keeper) {}

  all(): Outgoing[] {
    const kept: Outgoing[] = [];
    for (const name of this.names()) {
      try {
        kept.push(JSON.parse(this.keeper.get(name)!) as Outgoing);
      } catch {
        this.keeper.remove(name);
      }
    }
    return kept;
  }

  add(text: string, productId: string | null): void {
    const message: Outgoing = { clientId: crypto.randomUUID(), text, ...(productId ? { productId } : {}) };
    const last = Number(this.names().at(-1)?.slice(prefix.length, prefix.length + digits) ?? 0);
    // Later than all that is there, whatever the clock says: the order of typing is the order of sending.
    const place = String(Math.max(Date.now(), last + 1)).padStart(digits, '0');
    this.keeper.set(`${prefix}${place}.${message.clientId}`, JSON.stringify(message));
  }

  remove(clientId: string): void {
    const name = this.names().find(n => n.endsWith(clientId));
    if (name)
      this.keeper.remove(name);
  }

  private names(): string[] {
    return this.keeper.names().filter(name => name.startsWith(prefix)).sort();
  }
}
