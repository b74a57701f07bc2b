// Keys of the agents' workspace. They press what is on the page: whatever bears data-shortcut. Everything is looked for at the press, since lists come and go.

const singleKeys = "single-keys";
const palette = () => document.getElementById("palette");
const help = () => document.getElementById("key-help");
const isShown = element => element.checkVisibility?.({ visibilityProperty: true }) ?? element.getClientRects().length > 0;
const isField = element => element?.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

// With another layout than a Latin one the key's place says which letter is meant.
function letter(event) {
  if (/^[a-z/?]$/i.test(event.key)) return event.key.toLowerCase();
  return event.code.startsWith("Key") ? event.code[3].toLowerCase() : event.key;
}

function labelOf(element) {
  return (element.getAttribute("aria-label") || element.innerText || element.placeholder || element.title || "").replace(/\s+/g, " ").trim();
}

function press(element) {
  if (!element || element.disabled) return false;
  if (isField(element)) element.focus();
  else element.click();
  return true;
}

const shortcut = key => [...document.querySelectorAll("[data-shortcut]")].find(e => e.dataset.shortcut === key && isShown(e));

function step(by) {
  const links = [...document.querySelectorAll(".inbox-rows a")].filter(isShown);
  if (links.length === 0) return;
  let at = links.indexOf(document.activeElement);
  if (at < 0) at = links.findIndex(a => a.getAttribute("aria-current") === "page");
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

// --- The palette: everything that can be pressed on the page, and a search for conversations.
let found = [];
let chosen = 0;

function commands() {
  const all = [
    ...[...document.querySelectorAll("[data-shortcut]")].map(e => ({ e, key: e.dataset.shortcut })),
    ...[...document.querySelectorAll(".owners a, .topnav a, .topbar-end a, .topbar-end button")].map(e => ({ e, key: "" })),
  ];
  return all.filter(({ e }) => isShown(e) && !e.disabled).map(({ e, key }) => ({ label: labelOf(e), key, run: () => press(e) })).filter(c => c.label);
}

function openPalette() {
  const dialog = palette();
  if (!dialog || dialog.open) return;
  dialog.available = commands();
  const field = dialog.querySelector("input");
  field.value = "";
  dialog.showModal();
  field.focus();
  filter();
}

function filter() {
  const dialog = palette();
  const text = dialog.querySelector("input").value.trim();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  found = dialog.available.filter(c => words.every(w => c.label.toLowerCase().includes(w)));
  if (text) {
    found.push({
      label: dialog.dataset.search.replace("{0}", text),
      key: "↵",
      run: () => globalThis.Blazor.navigateTo(`/conversations?search=${encodeURIComponent(text)}`),
    });
  }
  chosen = 0;
  draw();
}

function draw() {
  const dialog = palette();
  const list = dialog.querySelector("[role=listbox]");
  list.replaceChildren(...found.map((command, i) => {
    const option = document.createElement("div");
    option.id = `palette-${i}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", i === chosen);
    const label = document.createElement("span");
    label.textContent = command.label;
    option.append(label);
    if (command.key) {
      const key = document.createElement("kbd");
      key.textContent = command.key;
      option.append(key);
    }
    option.addEventListener("click", () => run(i));
    return option;
  }));
  dialog.querySelector("[data-none]").textContent = found.length === 0 ? dialog.querySelector("[data-none]").dataset.none : "";
  const field = dialog.querySelector("input");
  if (found.length > 0) field.setAttribute("aria-activedescendant", `palette-${chosen}`);
  else field.removeAttribute("aria-activedescendant");
  list.children[chosen]?.scrollIntoView({ block: "nearest" });
}

function run(i) {
  const command = found[i];
  palette().close();
  command?.run();
}

function inPalette(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by && found.length > 0) {
    chosen = (chosen + by + found.length) % found.length;
    draw();
  } else if (event.key === "Enter" && !event.isComposing && event.keyCode !== 229) {
    run(chosen);
  } else {
    return;
  }
  event.preventDefault();
}

function openHelp() {
  help().querySelector("[data-single-keys]").checked = localStorage.getItem(singleKeys) !== "off";
  help().showModal();
}

document.addEventListener("keydown", event => {
  if (!palette() || event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && letter(event) === "k") {
    event.preventDefault();
    openPalette();
    return;
  }
  if (palette().open) return inPalette(event);
  if (help().open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isField(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (localStorage.getItem(singleKeys) === "off") return;
  const key = letter(event);
  if (key === "?") openHelp();
  else if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
  else if (key === "o" && document.activeElement.matches(".inbox-rows a")) document.activeElement.click();
  else if (!/^[a-z/]$/.test(key) || event.shiftKey || !press(shortcut(key))) return;
  event.preventDefault();
});

document.addEventListener("input", event => {
  if (palette()?.contains(event.target)) filter();
  if (event.target.matches("[data-single-keys]")) {
    if (event.target.checked) localStorage.removeItem(singleKeys);
    else localStorage.setItem(singleKeys, "off");
  }
});

document.addEventListener("click", event => {
  if (event.target instanceof Element && (event.target.closest("[data-close-dialog]") || event.target.matches("dialog.keys-dialog"))) event.target.closest("dialog").close();
});
