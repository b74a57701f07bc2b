// The one line that a shop embeds: draws the launcher, and loads the panel in a frame of its own when it is first opened.

interface Identity { id: string; hash: string; name?: string; email?: string }
type Handler = (detail?: unknown) => void;

(() => {
  const script = document.currentScript as HTMLScriptElement | null;
  if (!script || 'CustomerService' in window)
    return;
  const settings = script.dataset;
  const origin = new URL(script.src).origin;
  const prefix = 'customer-service.';
  const openKey = `${prefix}open`;
  const wide = matchMedia('(min-width: 481px)');
  const handlers = new Map<string, Set<Handler>>();
  const root = document.documentElement;
  let language = settings['language'];
  let productId = settings['productId'] || null;
  let identity: Identity | null = null;
  let frame: HTMLIFrameElement | undefined;
  let isOpen = false;
  let isReady = false;

  const color = /^#[0-9a-f]{6}$/i.test(settings['color'] ?? '') ? settings['color']! : '#4a50cf';
  const [r, g, b] = [1, 3, 5].map(at => (Number.parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2) as [number, number, number];
  const ink = 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.183 ? '#16161c' : '#fff';
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'open' });
  // Made by script, so that it also works under a page's strict content security policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
:host{all:initial;position:fixed;inset:auto 20px 20px auto;z-index:2147483000}
button{all:unset;box-sizing:border-box;display:grid;place-items:center;width:56px;height:56px;border-radius:50%;background:${color};color:${ink};cursor:pointer;box-shadow:0 4px 18px #0004}
button:focus-visible{outline:3px solid ${color};outline-offset:3px;box-shadow:0 0 0 3px #fff}
svg{width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
b{position:absolute;top:-3px;right:-3px;min-width:20px;padding:0 5px;box-sizing:border-box;border-radius:10px;background:#d92d20;color:#fff;font:600 12px/20px system-ui,sans-serif;text-align:center}
iframe{position:fixed;inset:auto 20px 88px auto;width:400px;max-width:calc(100vw - 40px);height:min(704px,calc(100dvh - 108px));border:0;border-radius:16px;box-shadow:0 8px 48px #0003,0 0 0 1px #0000000d;background:Canvas}
[hidden]{display:none}
@media(max-width:480px){iframe{inset:0;width:100%;max-width:none;height:100dvh;border-radius:0}}
@media(prefers-reduced-motion:no-preference){button{transition:transform .15s}button:hover{transform:scale(1.06)}iframe{animation:up .18s ease-out}@keyframes up{from{opacity:0;transform:translateY(12px)}}}
@media print{:host{display:none}}
`);
  shadow.adoptedStyleSheets = [sheet];
  const add = <T extends Element>(parent: Node, made: T) => parent.appendChild(made);
  const svgOf = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name);
  const button = add(shadow, document.createElement('button'));
  const svg = add(button, svgOf('svg'));
  const path = add(svg, svgOf('path'));
  const badge = add(shadow, document.createElement('b'));
  button.type = 'button';
  badge.hidden = true;
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');

  // A page that may not store anything forgets.
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  const currentLanguage = () => language || root.lang || navigator.language;
  const say = (korean: string, english: string) => currentLanguage().toLowerCase().startsWith('ko') ? korean : english;
  const emit = (event: string, detail?: unknown) => handlers.get(event)?.forEach(handler => handler(detail));
  const post = (type: string, detail: object = {}) => {
    if (isReady)
      frame!.contentWindow?.postMessage({ type, ...detail }, origin);
  };
  const tellContext = () => post('context', { language: currentLanguage(), productId, color, theme: settings['theme'] ?? null, identity });
  const draw = () => {
    const unread = Number(badge.textContent);
    badge.hidden = isOpen || unread === 0;
    button.ariaLabel = isOpen ? say('상담 닫기', 'Close chat') : say('상담 열기', 'Open chat') + (unread ? say(`, 새 메시지 ${unread}개`, `, ${unread} new`) : '');
    button.ariaExpanded = String(isOpen);
    path.setAttribute('d', isOpen ? 'M6 9l6 6 6-6' : 'M21 11.500a8.400 8.400 0 0 1-12 7.600L3.500 20.500l1.400-5.200A8.400 8.400 0 1 1 21 11.500z');
    if (frame) {
      frame.hidden = !isOpen;
      frame.title = say('고객 상담', 'Customer chat');
    }
  };
  const show = (next: boolean) => {
    if (next === isOpen)
      return;
    isOpen = next;
    if (next && !frame) {
      frame = document.createElement('iframe');
      frame.allow = 'clipboard-write';
      frame.src = `${origin}/widget/panel?host=${encodeURIComponent(location.origin)}&lang=${encodeURIComponent(currentLanguage())}`;
      shadow.append(frame);
    }
    attempt(() => sessionStorage.setItem(openKey, next ? '1' : ''));
    draw();
    post(next ? 'opened' : 'closed');
    if (next)
      frame!.focus();
    else
      button.focus();
    emit(next ? 'open' : 'close');
  };

  // Browsers that give no storage to a framed page: what it keeps, it keeps here.
  const keep = () => {
    const mine = attempt(() => Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))) ?? [];
    post('kept', { entries: Object.fromEntries(mine.map(([key, value]) => [key.slice(prefix.length), value])) });
    addEventListener('storage', ({ key, newValue }) => {
      if (key?.startsWith(prefix))
        post('kept', { entries: { [key.slice(prefix.length)]: newValue } });
    });
  };

  addEventListener('message', event => {
    if (event.origin !== origin || event.source !== frame?.contentWindow || typeof event.data !== 'object' || event.data === null)
      return;
    const { type, detail } = event.data as { type?: unknown; detail?: unknown };
    if (type === 'ready') {
      isReady = true;
      if ((detail as { keep?: unknown }).keep)
        keep();
      tellContext();
      post(isOpen ? 'opened' : 'closed');
    } else if (type === 'close') {
      show(false);
    } else if (type === 'unread') {
      badge.textContent = String(detail);
      draw();
      emit('unread', detail);
    } else if (type === 'message') {
      emit('message', detail);
    } else if (type === 'keep') {
      const { name, value } = detail as { name: string; value: string | null };
      attempt(() => value === null ? localStorage.removeItem(prefix + name) : localStorage.setItem(prefix + name, value));
    } else if (type === 'identity' && detail === false) {
      console.warn('CustomerService.identify: the hash is wrong or has expired; the customer stays anonymous.');
    }
  });
  button.addEventListener('click', () => show(!isOpen));
  new MutationObserver(() => { draw(); tellContext(); }).observe(root, { attributeFilter: ['lang'] });

  Object.defineProperty(window, 'CustomerService', {
    value: Object.freeze({
      open: () => show(true),
      close: () => show(false),
      toggle: () => show(!isOpen),
      setProduct: (id: string | null) => { productId = id || null; tellContext(); },
      identify: (who: Identity) => { identity = who; tellContext(); },
      setLanguage: (code: string) => { language = code; draw(); tellContext(); },
      reset: () => { identity = null; post('reset'); tellContext(); },
      on: (event: string, handler: Handler) => {
        const known = handlers.get(event) ?? new Set();
        handlers.set(event, known.add(handler));
        if (event === 'ready' && host.isConnected)
          handler();
        return () => known.delete(handler);
      },
    }),
  });
  const ready = () => {
    document.body.append(host);
    draw();
    emit('ready');
    // Who was talking goes on talking on the next page, unless it would cover that page.
    if (wide.matches && attempt(() => sessionStorage.getItem(openKey)))
      show(true);
  };
  if (document.body)
    ready();
  else
    addEventListener('DOMContentLoaded', ready);
})();
