// The agents' page without a mouse. A key acts on the element that bears it as data-shortcut; single keys can be turned off.

const single = "single-keys";
const rows = () => [...document.querySelectorAll(".inbox [data-arrow-list] a")].filter(link => link.checkVisibility());
const isOn = () => localStorage.getItem(single) !== "off";
// The one of a dialog that is just being closed is none.
const isField = element => element instanceof Element && element.checkVisibility() && element.closest("input, textarea, select, [contenteditable], [role=listbox]") !== null;

// By the letter where it is one; by its place on the keyboard where the layout writes another script (ㅓ is where j is).
function letterOf(event) {
  if (/^[\x21-\x7e]$/.test(event.key)) return event.key.toLowerCase();
  if (event.code === "Slash") return event.shiftKey ? "?" : "/";
  return /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase();
}

function move(step) {
  const links = rows();
  const focused = links.indexOf(document.activeElement);
  const at = focused >= 0 ? focused : links.findIndex(link => link.getAttribute("aria-current") === "page");
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
  links[next]?.focus();
  links[next]?.scrollIntoView({ block: "nearest" });
}

function act(element) {
  if (element.matches("input, textarea, select")) {
    element.focus();
    element.select?.();
    return;
  }

  element.click();
  // What has been unfolded goes on with its first choice.
  if (element.matches("summary")) setTimeout(() => element.parentElement.querySelector("[open] > :not(summary) :is(button, a, input):not(:disabled)")?.focus());
}

export function start(palette, help) {
  const ended = new AbortController();
  const { signal } = ended;
  const show = dialog => {
    if (document.querySelector("dialog[open]")) return;
    dialog.showModal();
    dialog.dispatchEvent(new Event("shown"));
  };
  commands(palette, signal);

  const toggle = help.querySelector("[data-single-keys]");
  toggle.checked = isOn();
  toggle.addEventListener("change", () => localStorage.setItem(single, toggle.checked ? "on" : "off"), { signal });
  for (const dialog of [palette, help]) {
    dialog.addEventListener("click", event => {
      if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
    }, { signal });
  }

  document.addEventListener("click", event => {
    if (event.target instanceof Element && event.target.closest("[data-keys-help]")) show(help);
  }, { signal });

  document.addEventListener("keydown", event => {
    if (event.isComposing || event.defaultPrevented) return;
    const letter = letterOf(event);
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && letter === "k") {
      event.preventDefault();
      show(palette);
      return;
    }

    if (document.querySelector("dialog[open]")) return;
    if (isField(event.target)) {
      if (event.key === "Escape" && event.keyCode !== 229) event.target.blur();
      return;
    }

    if (!isOn() || event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && letter !== "?")) return;
    if (letter === "j" || letter === "k") {
      move(letter === "j" ? 1 : -1);
    } else if (letter === "o") {
      const link = document.activeElement;
      if (rows().includes(link)) link.click();
    } else if (letter === "?") {
      show(help);
    } else {
      const element = letter && [...document.querySelectorAll(`[data-shortcut="${CSS.escape(letter)}"]`)].find(e => e.checkVisibility() && !e.disabled);
      if (!element) return;
      act(element);
    }

    event.preventDefault();
  }, { signal });

  palette.dataset.ready = "";
  return {
    end() {
      ended.abort();
      palette.close();
      help.close();
    },
  };
}

// --- The palette: whatever can be pressed on the page, found by its name; and conversations, found by their words.
function commands(palette, signal) {
  const field = palette.querySelector("input");
  const list = palette.querySelector("[role=listbox]");
  const status = palette.querySelector("[role=status]");
  let all = [];
  let shown = [];
  let at = 0;

  const textOf = node => node.nodeType === Node.TEXT_NODE ? node.textContent : node.ariaHidden === "true" ? "" : [...node.childNodes].map(textOf).join(" ");
  const nameOf = element => (element.ariaLabel ?? textOf(element)).trim().replace(/\s+/g, " ");

  function gather() {
    const seen = new Set();
    return [...document.querySelectorAll("[data-shortcut], [data-keys-help], .desk nav a, .topbar nav a, .topbar [hreflang], .topbar [data-theme-toggle], .topbar .account")]
      .filter(e => e.checkVisibility() && !e.disabled && !seen.has(e) && seen.add(e))
      .map(element => ({
        name: element.matches("input, textarea") ? element.labels?.[0]?.textContent.trim() || nameOf(element) || element.placeholder : nameOf(element),
        group: element.closest("nav, [role=group]")?.getAttribute("aria-label") ?? "",
        key: element.dataset.shortcut ?? "",
        run: () => act(element),
      }))
      // What can be done here comes before where one can go.
      .sort((a, b) => (b.key !== "") - (a.key !== ""));
  }

  function mark(next) {
    at = shown.length ? (next + shown.length) % shown.length : 0;
    for (const [i, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(i === at));
    if (shown.length) {
      field.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  function draw() {
    const words = field.value.trim();
    const parts = words.toLowerCase().split(/\s+/);
    shown = all.filter(c => parts.every(p => `${c.name} ${c.group}`.toLowerCase().includes(p)));
    if (words) {
      shown.push({
        name: palette.dataset.search.replace("{0}", () => words), group: "", key: "",
        run: () => window.Blazor.navigateTo(`conversations?search=${encodeURIComponent(words)}`),
      });
    }

    list.replaceChildren(...shown.map((command, i) => {
      const option = Object.assign(document.createElement("li"), { id: `${list.id}-${i}` });
      option.setAttribute("role", "option");
      for (const [name, text] of [["span", command.name], ["small", command.group], ["kbd", command.key]]) {
        if (text) option.append(Object.assign(document.createElement(name), { textContent: text }), " ");
      }
      return option;
    }));
    status.textContent = palette.dataset.found.replace("{0}", shown.length);
    mark(0);
  }

  function take(index) {
    const command = shown[index];
    if (!command) return;
    palette.close();
    command.run();
  }

  palette.addEventListener("shown", () => {
    all = gather();
    field.value = "";
    draw();
    field.focus();
  }, { signal });
  field.addEventListener("input", draw, { signal });
  palette.addEventListener("keydown", event => {
    if (event.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) mark(at + step);
    else if (event.key === "Enter") take(at);
    else if (event.key === "Escape") palette.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, { signal });
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) take([...list.children].indexOf(option));
  }, { signal });
}
