/** A message that the server has not confirmed. */
export interface Outgoing {
  clientId: string;
  text: string;
  productId?: string;
}

const prefix = 'customer-service.outbox.';

/**
 * What was typed and not yet accepted: kept over reloads, so that nothing is lost, and under an id of its own, so that it is one
 * message however often it is sent. An entry a message: two tabs that write at once take nothing from each other.
 */
export class Outbox {
  constructor(private readonly storage: Storage) {}

  all(): Outgoing[] {
    const kept: Outgoing[] = [];
    for (const key of this.keys()) {
      try {
        kept.push(JSON.parse(this.storage.getItem(key)!) as Outgoing);
      } catch {
        this.storage.removeItem(key);
      }
    }
    return kept;
  }

  add(text: string, productId: string | null): void {
    const message: Outgoing = { clientId: crypto.randomUUID(), text, ...(productId ? { productId } : {}) };
    const last = this.keys().at(-1)?.slice(prefix.length, prefix.length + 15) ?? '';
    // Later than all that is there, whatever the clock says: the order of typing is the order of sending.
    const place = Math.max(Date.now(), Number(last) + 1 || 0);
    this.storage.setItem(`${prefix}${String(place).padStart(15, '0')}.${message.clientId}`, JSON.stringify(message));
  }

  remove(clientId: string): void {
    const key = this.keys().find(k => k.endsWith(clientId));
    if (key)
      this.storage.removeItem(key);
  }

  private keys(): string[] {
    return Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i)!).filter(k => k.startsWith(prefix)).sort();
  }
}
