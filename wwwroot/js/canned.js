// A slash at the start of what is written opens the canned replies: arrows move, Enter or Tab takes, Escape closes.

const query = text => /^\/(\S*)$/.exec(text)?.[1];
const gap = /\{\p{L}[\p{L}\p{N}_-]*\}/u;

export function offer(field, list, find, signal) {
  const status = list.parentElement.querySelector("[data-canned-status]");
  let found = [];
  let at = 0;
  let asked = 0;
  let isLooking = false;
  let takesFirst = false;
  let dismissed;

  function close() {
    asked++;
    found = [];
    isLooking = takesFirst = false;
    list.hidden = true;
    list.replaceChildren();
    status.textContent = "";
    field.removeAttribute("aria-activedescendant");
    delete field.dataset.choosing;
  }

  function mark(next) {
    at = (next + found.length) % found.length;
    for (const [i, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(i === at));
    field.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function take(index) {
    const { text } = found[index];
    close();
    field.focus();
    field.setRangeText(text, 0, field.value.length, "end");
    // What could not be filled in is marked, so that typing fills it.
    const missing = gap.exec(text);
    if (missing) field.setSelectionRange(missing.index, missing.index + missing[0].length);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  function draw() {
    list.replaceChildren(...found.map((reply, i) => {
      const option = Object.assign(document.createElement("li"), { id: `${list.id}-${i}`, className: "canned-option" });
      option.setAttribute("role", "option");
      const name = Object.assign(document.createElement("b"), { textContent: `/${reply.shortcut}` });
      option.append(name, " ", Object.assign(document.createElement("span"), { textContent: reply.text }));
      return option;
    }));
    list.hidden = false;
    status.textContent = list.dataset.found.replace("{0}", found.length);
    mark(0);
  }

  async function look() {
    const words = query(field.value);
    if (words === undefined || field.value === dismissed) {
      if (words === undefined) dismissed = undefined;
      return close();
    }

    const mine = ++asked;
    isLooking = true;
    field.dataset.choosing = "";
    const next = await find(words).catch(() => []);
    if (mine !== asked || signal.aborted) return;
    isLooking = false;
    found = next;
    if (!found.length) close();
    else if (takesFirst) take(0);
    else draw();
  }

  field.addEventListener("input", look, { signal });
  field.addEventListener("blur", close, { signal });
  field.addEventListener("keydown", event => {
    if (!("choosing" in field.dataset) || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      dismissed = field.value;
      close();
    } else if (isLooking && event.key === "Enter") {
      takesFirst = true;
    } else if (found.length && event.key === "ArrowDown") {
      mark(at + 1);
    } else if (found.length && event.key === "ArrowUp") {
      mark(at - 1);
    } else if (found.length && !event.shiftKey && (event.key === "Enter" || event.key === "Tab")) {
      take(at);
    } else {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
  }, { signal });
  list.addEventListener("pointerdown", event => event.preventDefault(), { signal });
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) take([...list.children].indexOf(option));
  }, { signal });
}
