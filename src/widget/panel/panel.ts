import { Chat, type Line } from './chat';
import { paint } from './colour';
import { Composer } from './composer';
import { button, element, icon } from './dom';
import { Host, type PageContext } from './host';
import { Log, type LogContext } from './log';
import type { Owner, Product } from './protocol';
import { Keeper } from './storage';
import { noteIn, textsFor } from './texts';
import { download } from './transcript';

const find = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const [sendButton, menu] = [find<HTMLButtonElement>('send'), find('menu')];
const noticeTime = 8_000;
const waitTime = 30_000;
const typingTime = 6_000;
const prefix = 'customer-service.';

const keeper: Keeper = new Keeper(() => host, prefix);
let texts = textsFor(document.documentElement.lang);
let isShown = window.parent === window;
let unread = 0;
let product: Product | null = null;
let noticeTimer: ReturnType<typeof setTimeout> | undefined;
let waitTimer: ReturnType<typeof setTimeout> | undefined;
let typingTimer: ReturnType<typeof setTimeout> | undefined;
let owner: Owner | undefined;
const announced = new Set<number>();

const chat = new Chat('/hubs/chat', keeper, {
  changed: sequences => {
    if (sequences === null) {
      announced.clear();
      log.reset(chat.thread);
    } else {
      log.changed(sequences);
      sequences.forEach(announce);
    }
    drawAll();
  },
  outboxChanged: drawAll,
  lineChanged: line => { drawLine(line); drawAll(); if (line === 'online') void lookAt(chat.productId); },
  refused: (message, problem) => {
    // What cannot be accepted goes back to where it can be changed.
    if (problem.code !== 'tooMany' && composer.isEmpty)
      composer.write(message.text);
    tell(texts.problem(problem));
  },
  typing: author => author === 'agent' && drawTyping(true),
  identified: accepted => host.tell('identity', accepted),
});

const host: Host = new Host({
  kept: entries => {
    keeper.take(entries);
    composer.restore();
  },
  context: take,
  shown: shown => {
    isShown = shown;
    if (!shown)
      return;
    unread = 0;
    host.tell('unread', 0);
    if (!matchMedia('(pointer: coarse)').matches)
      composer.focus();
  },
  reset: () => { composer.write(''); void chat.forget(); },
});

const composer = new Composer(find<HTMLFormElement>('form'), find<HTMLTextAreaElement>('input'), keeper, {
  send: text => { log.toEnd(); chat.send(text); },
  sendNothing: () => chat.thread.isAnswering && attempt(chat.stop()),
  changed: () => drawSend(),
  typing: () => chat.typing(),
  refused: problem => tell(problem === 'file' ? texts.noFiles : texts.problem(problem)),
});

const context = (): LogContext => ({
  texts,
  ask: question => { log.toEnd(); chat.send(question); },
  retry: sequence => attempt(chat.retry(sequence)),
  rate: (sequence, thumb) => attempt(chat.rate(sequence, thumb)),
  evidence: chat.evidence,
});
const log = new Log(find('log'), find('jump'), context);

/** Does what was clicked, and says so when it did not work. */
function attempt(work: Promise<unknown>): void {
  work.then(done => done === false && tell(texts.failed), () => tell(chat.line === 'online' ? texts.failed : texts.lines[chat.line]));
}

/** Tells once that somebody else's message is complete: to those who listen to the page, and to the shop's page. */
function announce(sequence: number): void {
  const message = chat.thread.messages.get(sequence);
  if (!message || message.author === 'customer' || message.state === 'running' || announced.has(sequence))
    return;
  announced.add(sequence);
  if (message.author === 'agent')
    drawTyping(false);
  if (Date.now() - Date.parse(message.sentAt) > 10 * 60_000)
    return;
  const words = message.note ? noteIn(texts, message) : message.text.replace(/\*\*|\[\d{1,3}\]/g, '');
  find('announcer').textContent = `${message.agent ?? texts.authors[message.author]}: ${words}`;
  host.tell('message', { author: message.author });
  if (!isShown && (!message.note || message.note === 'agentJoined'))
    host.tell('unread', ++unread);
}

function drawAll(): void {
  const pending = chat.outbox.all();
  log.drawPending(pending, chat.line === 'online' ? texts.sending : texts.waitingForLine);
  find('welcome').hidden = chat.thread.messages.size > 0 || pending.length > 0;
  const now = chat.thread.conversation?.owner ?? 'assistant';
  drawSend();
  if (now !== owner) {
    owner = now;
    find('subtitle').textContent = texts.owners[now];
    document.body.dataset['owner'] = now;
    find('person').hidden = now !== 'assistant' && now !== 'closed';
    find('end').hidden = now === 'closed';
    drawBanner();
  }
}

function drawSend(): void {
  const stops = chat.thread.isAnswering && composer.isEmpty;
  sendButton.dataset['mode'] = stops ? 'stop' : 'send';
  sendButton.ariaLabel = stops ? texts.stop : texts.send;
  sendButton.title = sendButton.ariaLabel;
}

function drawTyping(isTyping: boolean): void {
  clearTimeout(typingTimer);
  find('typing').hidden = !isTyping;
  if (isTyping)
    typingTimer = setTimeout(() => drawTyping(false), typingTime);
}

/** What stands between thread and composer: the wait for a person, or the end. */
function drawBanner(): void {
  const banner = find('banner');
  clearTimeout(waitTimer);
  banner.hidden = owner !== 'waiting' && owner !== 'closed';
  if (owner === 'waiting') {
    const words = element('p', '', texts.notes.personWanted);
    banner.replaceChildren(words, button('pill', texts.toAssistant, () => attempt(chat.backToAssistant())));
    const refresh = () => {
      chat.wait().then(wait => { words.textContent = texts.wait(wait); }, () => undefined);
      waitTimer = setTimeout(refresh, waitTime);
    };
    refresh();
  } else if (owner === 'closed') {
    const given = chat.thread.conversation?.rating;
    banner.replaceChildren(given ? element('p', '', texts.thanks) : rating(), button('pill', texts.renew, () => attempt(chat.renew())));
  }
}

function rating(): HTMLElement {
  const stars = element('div', 'rating');
  for (let count = 1; count <= 5; count++) {
    const star = button('star', icon('star'), () => attempt(chat.rateConversation(count).then(done => {
      if (done)
        stars.closest('fieldset')!.replaceWith(element('p', '', texts.thanks));
      return done;
    })));
    star.ariaLabel = texts.stars(count);
    stars.append(star);
  }
  return element('fieldset', '', element('legend', '', texts.rate), stars);
}

function drawLine(line: Line): void {
  document.body.dataset['line'] = line;
  clearTimeout(noticeTimer);
  // A line that is back within a moment is nobody's business.
  if (line === 'connecting')
    noticeTimer = setTimeout(() => say(texts.lines.connecting), 1_500);
  else
    say(texts.lines[line]);
}

function tell(words: string): void {
  clearTimeout(noticeTimer);
  say(words);
  noticeTimer = setTimeout(() => say(texts.lines[chat.line]), noticeTime);
}

function say(words: string): void {
  find('notice').textContent = words;
  find('notice').hidden = words === '';
}

/** The shop's page says who is there and what they look at. */
function take({ language, productId, color, theme, identity }: PageContext): void {
  const root = document.documentElement;
  root.style.colorScheme = theme === 'light' || theme === 'dark' ? theme : '';
  if (color && /^#[0-9a-f]{6}$/i.test(color))
    paint(color);
  const isAnother = JSON.stringify(identity) !== JSON.stringify(chat.identity) || language !== chat.language;
  chat.identity = identity;
  if (language !== chat.language) {
    chat.language = language;
    translate();
  }
  if (productId !== chat.productId)
    void lookAt(productId);
  if (chat.line === 'online' && isAnother)
    void chat.reopen();
  else
    void chat.start();
  composer.begin();
}

async function lookAt(productId: string | null): Promise<void> {
  chat.productId = productId;
  const found = productId && chat.line === 'online' ? await chat.product(productId).catch(() => null) : null;
  if (productId !== chat.productId)
    return;
  product = found;
  drawProduct();
}

function drawProduct(): void {
  const line = find('product');
  line.hidden = !product;
  if (product) {
    const remove = button('remove', '×', () => void lookAt(null));
    remove.ariaLabel = texts.without;
    line.replaceChildren(element('span', '', texts.lookingAt(texts.pick(product.name))), remove);
  }
  find('suggestions').replaceChildren(...(product ? texts.productSuggestions : texts.suggestions).map(words => element('li', '', button('suggestion', words, () => chat.send(words)))));
}

function translate(): void {
  texts = textsFor(chat.language);
  document.documentElement.lang = texts.code;
  document.title = texts.title;
  document.querySelectorAll<HTMLElement>('[data-text]').forEach(e => { e.textContent = texts[e.dataset['text'] as 'title']; });
  document.querySelectorAll<HTMLElement>('[data-label]').forEach(e => {
    e.ariaLabel = texts[e.dataset['label'] as 'title'];
    if (e instanceof HTMLButtonElement)
      e.title = e.ariaLabel;
  });
  composer.placeholder = texts.placeholder;
  owner = undefined;
  log.reset(chat.thread);
  drawProduct();
  drawAll();
}

addEventListener('keydown', event => {
  if (event.key === 'Escape' && !event.isComposing && !menu.matches(':popover-open'))
    host.tell('close');
});
find('jump').addEventListener('click', () => find('log').scrollTo({ top: find('log').scrollHeight }));
find('close').addEventListener('click', () => host.tell('close'));
find('close').hidden = !host.isThere;
find('person').addEventListener('click', () => attempt(chat.askForPerson()));
menu.addEventListener('click', () => menu.hidePopover());
find('end').addEventListener('click', () => attempt(chat.close()));
find('renew').addEventListener('click', () => attempt(chat.renew()));
find('download').addEventListener('click', () => download(chat.thread.ordered(), texts));

chat.language = document.documentElement.lang;
translate();
drawLine(chat.line);
composer.restore();
if (host.isThere) {
  host.tell('ready', { keep: keeper.needsHost });
} else {
  void chat.start();
  composer.begin();
}
