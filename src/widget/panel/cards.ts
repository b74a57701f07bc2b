import { button, element, icon } from './dom';
import type { LocalizedText, Lookup, LookupKind, Money, Product } from './protocol';
import type { Texts } from './texts';

// The server's own data; its shape is Core/Lookups/LookupData.cs.
interface Fact { label: LocalizedText; value: LocalizedText; asked: boolean }
interface ProductInfo { product: Product; facts: Fact[] }
interface Reviews { analysis: { reviewCount: number; average?: number; distribution: number[] } }
interface Stock { available?: number; warehouses: { name: LocalizedText; quantity?: number; nextDispatch: string; shipsToday: boolean }[] }
interface Recommendation { products: { product: Product }[] }

export interface CardContext {
  texts: Texts;
  ask(question: string): void;
}

export const kinds: LookupKind[] = ['productInfo', 'reviewAnalysis', 'stockCheck', 'recommendation'];

/** One lookup: being looked for, or what it found. */
export function card(kind: LookupKind, lookup: Lookup | undefined, context: CardContext): HTMLElement {
  const { texts } = context;
  const found = lookup?.state === 'found' ? bodies[kind](lookup.data as never, context) : undefined;
  const box = element('section', `card ${lookup ? lookup.state : 'looking'}`, element('h2', '', texts.lookups[kind]),
    ...(found ?? [element('p', 'muted', lookup ? lookup.summary || texts.states[lookup.state] : texts.looking)]));
  box.dataset['kind'] = kind;
  return box;
}

const mostFacts = 3;

const bodies: { [K in LookupKind]: (data: never, context: CardContext) => (Node | null)[] } = {
  productInfo: ({ product, facts }: ProductInfo, { texts }) => [
    element('strong', 'name', texts.pick(product.name)),
    price(product, texts),
    ...[...facts].sort((a, b) => Number(b.asked) - Number(a.asked)).slice(0, mostFacts).map(f => element('p', 'fact', `${texts.pick(f.label)} `, element('b', '', texts.pick(f.value)))),
  ],
  reviewAnalysis: ({ analysis }: Reviews, { texts }) => [
    element('p', 'average', icon('star'), element('b', '', analysis.average?.toFixed(1) ?? '–'), element('span', 'muted', texts.reviews(analysis.reviewCount))),
    bars([5, 4, 3, 2, 1].map(stars => ({ label: String(stars), value: analysis.distribution[stars - 1] ?? 0 })), texts, 'stars'),
  ],
  // A count that was not reported is unknown, not 0.
  stockCheck: ({ warehouses }: Stock, { texts }) => [
    bars(warehouses.map(w => ({ label: texts.pick(w.name), value: w.quantity })), texts, 'stock'),
  ],
  recommendation: ({ products }: Recommendation, { texts, ask }) => [
    element('ul', 'products', ...products.map(({ product }) => element('li', '',
      button('link', texts.pick(product.name), () => ask(texts.about(texts.pick(product.name)))), price(product, texts)))),
  ],
};

function bars(rows: { label: string; value: number | undefined }[], texts: Texts, className: string): HTMLElement {
  const most = Math.max(1, ...rows.map(row => row.value ?? 0));
  return element('ul', `bars ${className}`, ...rows.map(({ label, value }) => {
    const fill = element('i');
    fill.style.inlineSize = `${100 * (value ?? 0) / most}%`;
    return element('li', value === 0 ? 'none' : '', element('span', 'label', label), element('span', 'track', fill),
      element('span', 'number', value === undefined ? texts.unknown : value.toLocaleString(texts.code)));
  }));
}

function price({ price, listPrice, hasHigherPrices }: Product, texts: Texts): HTMLElement | null {
  if (!price)
    return null;
  if (hasHigherPrices)
    return element('span', 'price', texts.from(money(price, texts)));
  const before = listPrice && listPrice.minor > price.minor ? element('s', 'muted', money(listPrice, texts)) : null;
  return element('span', 'price', money(price, texts), before && ' ', before);
}

export function money({ minor, currency }: Money, texts: Texts): string {
  const format = new Intl.NumberFormat(texts.code, { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0));
}
