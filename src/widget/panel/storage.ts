import type { Entries, Host } from './host';

/**
 * Where the widget keeps what must survive a reload: the browser's own storage, or, where a browser gives none to a framed page, the
 * storage of the page that frames it.
 */
export class Keeper {
  private kept: Map<string, string> | undefined;

  constructor(private readonly host: () => Host, private readonly prefix: string) {
    try {
      localStorage.setItem(prefix, '');
      localStorage.removeItem(prefix);
    } catch {
      this.kept = new Map();
    }
  }

  get needsHost(): boolean {
    return this.kept !== undefined;
  }

  get(name: string): string | null {
    return this.kept ? this.kept.get(name) ?? null : localStorage.getItem(this.prefix + name);
  }

  set(name: string, value: string): void {
    if (!this.kept) {
      localStorage.setItem(this.prefix + name, value);
    } else if (this.kept.get(name) !== value) {
      this.kept.set(name, value);
      this.host().tell('keep', { name, value });
    }
  }

  remove(name: string): void {
    if (!this.kept)
      localStorage.removeItem(this.prefix + name);
    else if (this.kept.delete(name))
      this.host().tell('keep', { name, value: null });
  }

  names(): string[] {
    return this.kept ? [...this.kept.keys()]
      : Object.keys(localStorage).filter(key => key.startsWith(this.prefix)).map(key => key.slice(this.prefix.length));
  }

  /** Calls when another tab has changed something. */
  onChange(heard: (name: string) => void): void {
    addEventListener('storage', event => {
      if (event.key?.startsWith(this.prefix))
        heard(event.key.slice(this.prefix.length));
    });
    this.heard = heard;
  }

  /** What the page that frames this one has kept; a value that is null is gone. */
  take(entries: Entries): void {
    for (const [name, value] of Object.entries(entries)) {
      if (value === null)
        this.kept?.delete(name);
      else
        this.kept?.set(name, value);
      this.heard(name);
    }
  }

  private heard: (name: string) => void = () => undefined;
}
