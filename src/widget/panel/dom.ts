type Child = Node | string | false | null | undefined;

/** An element whose children are nodes or text; never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, className = '', ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className)
    made.className = className;
  made.append(...children.filter(child => child !== false && child !== null && child !== undefined));
  return made;
}

export function button(className: string, label: Child, action: () => void): HTMLButtonElement {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

const paths = {
  up: 'M7 11v9H4v-9zM7 11l4-8a2 2 0 0 1 2 2v4h6l-1.5 9.3a2 2 0 0 1-2 1.7H7',
  down: 'M7 13V4H4v9zM7 13l4 8a2 2 0 0 0 2-2v-4h6l-1.5-9.3a2 2 0 0 0-2-1.7H7',
  star: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9L12 16.9l-5.2 2.8 1-5.9L3.500 9.700l5.900-.8z',
};

export function icon(name: keyof typeof paths): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
