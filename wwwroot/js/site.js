// What a page must do in the browser itself. Everything listens on the document, so it works whenever Blazor redraws.

const attribute = (element, name) => element instanceof Element ? element.closest(`[${name}]`) : null;

// --- Theme: switched at once, and kept in a cookie so that the server draws the next page in it.
function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = dark ? "light" : "dark";
  root.dataset.theme = theme;
  for (const sheet of document.querySelectorAll("[data-theme-sheet]")) {
    sheet.media = sheet.dataset.themeSheet === theme ? "all" : "not all";
  }
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
}

// --- Enter sends, Shift+Enter breaks the line. While an input method composes (Korean, Japanese, Chinese), Enter ends the
// composition: browsers tell it by isComposing, Safari by key code 229 only. In a field whose list is open, Enter takes from it.
function sendOnEnter(event) {
  const field = attribute(event.target, "data-enter-sends");
  if (!field || "choosing" in field.dataset || event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  field.form?.requestSubmit();
}

// --- In a list that is open, the arrows move the choice and not the caret, and Enter takes it and does not submit.
function keepKeysInCombobox(event) {
  const box = event.target instanceof Element && event.target.matches("[role=combobox]") ? event.target : null;
  if (!box) return;
  const open = box.getAttribute("aria-expanded") === "true";
  if (event.key === "ArrowDown" || event.key === "ArrowUp" || event.key === "Enter" || (open && event.key === "Escape")) event.preventDefault();
}

// --- The skip link moves the focus itself: on an error page its address would be that of the error page.
function skip(event) {
  const link = attribute(event.target, "data-skip-to");
  if (!link) return;
  event.preventDefault();
  document.getElementById(link.dataset.skipTo)?.focus();
}

// --- A citation leads to its evidence: the very line if it is on the page, else the card. Evidence that is folded is unfolded, and
// looked for again when it is there.
function showEvidence(event) {
  const link = attribute(event.target, "data-cites");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const scope = link.closest("[data-evidence-scope]") ?? document;
  const fold = scope.querySelector("[data-evidence-fold]:not([open])");
  const show = () => {
    const card = document.getElementById(new URL(link.href).hash.slice(1));
    const line = [...scope.querySelectorAll("[data-evidence]")].find(e => e.dataset.evidence === link.dataset.cites);
    const target = line ?? card;
    if (!target) return false;
    for (let folded = target.closest("details:not([open])"); folded; folded = target.closest("details:not([open])")) folded.open = true;
    target.scrollIntoView({ block: "center", behavior: "smooth" });
    card?.focus({ preventScroll: true });
    target.classList.remove("evidence-shown");
    void target.offsetWidth; // starts the animation anew
    target.classList.add("evidence-shown");
    return true;
  };
  if (show()) {
    event.preventDefault();
  } else if (fold) {
    event.preventDefault();
    const drawn = new MutationObserver(() => { if (show()) drawn.disconnect(); });
    drawn.observe(fold, { childList: true, subtree: true });
    fold.open = true;
    setTimeout(() => drawn.disconnect(), 5000);
  }
}

// --- A thread is laid out from its end. What is unfolded in it grows downwards all the same, from where it was clicked.
function holdPlace(event) {
  const summary = event.target instanceof Element ? event.target.closest("[data-evidence-fold] summary") : null;
  const scroller = summary?.closest("[data-grows-up]");
  if (!scroller) return;
  const top = summary.getBoundingClientRect().top;
  const held = new ResizeObserver(() => { scroller.scrollTop += summary.getBoundingClientRect().top - top; });
  held.observe(summary.closest("[data-evidence-fold]"));
  setTimeout(() => held.disconnect(), 2000);
}

// --- In a list of links, the arrows go from one to the next.
function moveInList(event) {
  const list = attribute(event.target, "data-arrow-list");
  if (!list || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(event.target.closest("a"));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  links[Math.min(Math.max(next, 0), links.length - 1)].focus();
}

// --- Copy the address of the page, or what stands in the element that data-copy names.
async function copyText(button, text) {
  const told = document.getElementById(button.getAttribute("aria-describedby"));
  let copied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch { // no permission, or the page did not come over https
    const field = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(field);
    field.select();
    copied = document.execCommand("copy");
    field.remove();
    button.focus();
  }
  if (!told) return;
  told.textContent = copied ? button.dataset.copied : text;
  setTimeout(() => { told.textContent = ""; }, copied ? 2500 : 15000);
}

function copy(event) {
  const address = attribute(event.target, "data-copy-address");
  if (address) copyText(address, location.href);
  const button = attribute(event.target, "data-copy");
  const source = button && document.getElementById(button.dataset.copy);
  if (source) copyText(button, source.value ?? source.innerText);
}

// --- A menu closes when one looks elsewhere, or with Escape.
function closeMenus(event) {
  for (const menu of document.querySelectorAll("[data-menu][open]")) {
    if (event.type !== "keydown" && menu.contains(event.target)) continue;
    const held = menu.contains(document.activeElement);
    menu.open = false;
    if (held && event.type === "keydown") menu.querySelector("summary").focus();
  }
}

// --- What stands behind the # of an invitation or reset link is a secret: it leaves the address for the body of a form. The tab remembers it, for a reload
// or another language.
function openSecretLink() {
  const form = document.querySelector("[data-secret-form]");
  if (!form) return;
  const key = `link:${location.pathname}`;
  if (location.hash.length > 1) sessionStorage.setItem(key, location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
  form.elements.Link.value = sessionStorage.getItem(key) ?? "";
  form.submit();
}

document.addEventListener("keydown", event => {
  sendOnEnter(event);
  keepKeysInCombobox(event);
  moveInList(event);
  if (event.key === "Escape") closeMenus(event);
}, true);

document.addEventListener("click", event => {
  skip(event);
  holdPlace(event);
  showEvidence(event);
  if (attribute(event.target, "data-theme-toggle")) toggleTheme();
  if (attribute(event.target, "data-reload")) location.reload();
  if (attribute(event.target, "data-reconnect")) window.Blazor.reconnect().then(done => { if (!done) location.reload(); });
  copy(event);
  closeMenus(event);
}, true);

openSecretLink();
