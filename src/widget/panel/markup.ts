import { element } from './dom';

// An answer's text as nodes. Only paragraphs, lists, strong words and citation marks are markup, as on the agents' pages
// (Components/AnswerMarkup.cs); all else is text, whoever wrote it.

type Cite = (number: number, mark: string) => Node;

/** Text that grows: complete lines are drawn once, only the line that is still being written is drawn anew. */
export class GrowingText {
  private drawn = '';
  /** Where the line begins that is not complete yet. */
  private from = 0;
  private block: HTMLElement | undefined;
  private undo: (() => void) | undefined;

  constructor(private readonly root: HTMLElement, private readonly cite: Cite) {}

  update(text: string, growing: boolean): void {
    if (!text.startsWith(this.drawn)) {
      this.root.replaceChildren();
      this.from = 0;
      this.block = this.undo = undefined;
    }
    this.undo?.();
    this.undo = undefined;
    for (let end = text.indexOf('\n', this.from); end >= 0; end = text.indexOf('\n', this.from)) {
      this.line(text.slice(this.from, end), false);
      this.from = end + 1;
    }
    if (this.from < text.length)
      this.undo = this.line(text.slice(this.from), growing);
    this.drawn = text;
  }

  /** Returns what takes the line away again. */
  private line(line: string, growing: boolean): () => void {
    const before = this.block;
    const trimmed = line.trim();
    let home: HTMLElement;
    let nodes: Node[] = [];
    if (trimmed === '') {
      this.block = undefined;
      return () => { this.block = before; };
    }
    const isItem = /^[-*]( |$)/.test(trimmed);
    if (isItem) {
      if (this.block?.tagName !== 'UL')
        this.root.append(this.block = element('ul'));
      nodes = [element('li', '', ...this.spans(trimmed.slice(1).trim(), growing))];
      home = this.block;
    } else if (this.block?.tagName === 'UL' && /^\s/.test(line)) {
      home = this.block.lastElementChild as HTMLElement;
      nodes = [document.createTextNode('\n'), ...this.spans(trimmed, growing)];
    } else {
      if (this.block?.tagName === 'P')
        nodes = [document.createTextNode('\n')];
      else
        this.root.append(this.block = element('p'));
      home = this.block;
      nodes.push(...this.spans(trimmed, growing));
    }
    home.append(...nodes);
    const after = this.block;
    return () => {
      nodes.forEach(node => home.removeChild(node));
      if (after !== before)
        after.remove();
      this.block = before;
    };
  }

  private spans(line: string, growing: boolean): Node[] {
    const nodes: Node[] = [];
    let home: HTMLElement | undefined;
    const add = (node: Node | string) => home ? home.append(node) : nodes.push(typeof node === 'string' ? document.createTextNode(node) : node);
    // [1](address) is a link in Markdown, which answers do not have: it stays text.
    const pieces = line.split(/(\*\*|\[\d{1,3}\](?!\())/);
    pieces.forEach((piece, i) => {
      if (piece === '**' && (home || growing || pieces.indexOf('**', i + 1) > 0)) {
        if (home)
          home = undefined;
        else
          nodes.push(home = element('strong'));
      } else if (i % 2 === 1 && piece !== '**') {
        add(this.cite(Number(piece.slice(1, -1)), piece));
      } else if (piece) {
        add(piece);
      }
    });
    return nodes;
  }
}
