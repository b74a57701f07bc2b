import { element } from './dom';
import type { Message } from './protocol';
import { noteIn, type Texts } from './texts';

/** Saves the thread as a text file. */
export function download(messages: Message[], texts: Texts): void {
  const lines = messages.filter(m => m.text || m.note).map(m => {
    const at = new Date(m.sentAt).toLocaleString(texts.code, { dateStyle: 'medium', timeStyle: 'medium' });
    const end = m.state && m.state !== 'completed' ? `\n(${texts.ends[m.state]})` : '';
    return `${at} · ${m.agent ?? texts.authors[m.author]}\n${m.note ? noteIn(texts, m) : m.text.replaceAll('**', '')}${end}\n`;
  });
  const link = element('a');
  link.href = URL.createObjectURL(new Blob(['\uFEFF', lines.join('\n')], { type: 'text/plain;charset=utf-8' }));
  link.download = `chat-${new Date().toISOString().slice(0, 10)}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
