// What an agent writes is kept in this browser until the server has it, so that no reload and no lost line takes it away. Whether it is a reply or a note is
// decided here as well: a word that is typed right after switching is never sent to the wrong side.

const typingEvery = 2000;

export function start(form, page, name) {
  if (!form) return null;
  const ended = new AbortController();
  const drafts = {};
  let told = 0;
  let isSending = false;

  const kind = () => form.dataset.kind;
  const field = (which = kind()) => form.querySelector(`textarea[data-kind="${which}"]`);
  const key = which => `${name}:${which}`;
  const keep = which => (drafts[which].text ? localStorage.setItem(key(which), JSON.stringify(drafts[which])) : localStorage.removeItem(key(which)));

  // A field that has just come holds what was written before, also what was typed into it before this ran.
  function restore() {
    for (const which of ["reply", "note"]) {
      const there = field(which);
      if (!there || there.dataset.restored) continue;
      there.dataset.restored = "true";
      const kept = JSON.parse(localStorage.getItem(key(which)) ?? "null") ?? { id: crypto.randomUUID(), text: "", tried: false };
      const text = kept.text.startsWith(there.value) ? kept.text : [kept.text, there.value].filter(Boolean).join("\n");
      drafts[which] = text === kept.text ? kept : { id: crypto.randomUUID(), text, tried: false };
      if (there.value !== text) there.value = text;
    }
  }

  function choose(which) {
    form.dataset.kind = which;
    for (const tab of form.querySelectorAll("[data-tab]")) tab.setAttribute("aria-pressed", tab.dataset.tab === which);
    for (const part of form.querySelectorAll("[data-part]")) part.hidden = part.dataset.part !== which;
    field()?.focus();
  }

  function write(which, text, from) {
    drafts[which] = { id: crypto.randomUUID(), text, tried: false, from };
    field(which).value = text;
    keep(which);
  }

  const list = canned(form, field, page, words => {
    write(kind(), words, undefined);
    field().focus();
  });

  form.addEventListener("click", event => {
    const tab = event.target.closest("[data-tab]");
    if (tab) choose(tab.dataset.tab);
  }, { signal: ended.signal });

  form.addEventListener("input", event => {
    const which = event.target.dataset.kind;
    if (!which) return;
    restore();
    // Words that were sent and changed since are other words.
    const { id, tried, from } = drafts[which];
    drafts[which] = { id: tried ? crypto.randomUUID() : id, text: event.target.value, tried: false, from: event.target.value ? from : undefined };
    keep(which);
    list.look();
    if (which === "reply" && Date.now() - told > typingEvery) {
      told = Date.now();
      page.invokeMethodAsync("Type").catch(() => undefined);
    }
  }, { signal: ended.signal });

  form.addEventListener("keydown", event => list.key(event), { signal: ended.signal, capture: true });
  form.addEventListener("focusout", () => list.close(), { signal: ended.signal });

  form.addEventListener("submit", async event => {
    event.preventDefault();
    restore();
    const which = kind();
    const written = field();
    if (isSending || !written?.value.trim()) return;
    isSending = true;
    const sent = drafts[which] = { ...drafts[which], text: written.value, tried: true };
    keep(which);
    try {
      if (await page.invokeMethodAsync("SendAsync", sent.id, sent.text, which === "note", sent.from ?? null) && drafts[which] === sent) {
        drafts[which] = { id: crypto.randomUUID(), text: "", tried: false };
        written.value = "";
        keep(which);
      }
    } catch {
      // The line is gone: the words stay, and are the same ones when they are sent again.
    } finally {
      isSending = false;
    }
  }, { signal: ended.signal });

  restore();
  return {
    restore,
    // Words that were made of a suggestion bear its id until they are sent.
    write(words, from) {
      restore();
      if (!field("reply")) return;
      const before = field("reply").value;
      write("reply", before ? `${words}\n\n${before}` : words, from ?? drafts.reply.from);
      choose("reply");
    },
    read: () => field("reply")?.value ?? "",
    // Only as long as nobody has gone on writing.
    replace(words, others) {
      if (field("reply")?.value !== words) return;
      write("reply", others, drafts.reply.from);
      choose("reply");
    },
    end: () => ended.abort(),
  };
}

// --- Canned replies: a slash at the beginning opens a list, which narrows with what is typed.
function canned(form, field, page, take) {
  const box = form.querySelector("[role=listbox]");
  const status = form.querySelector("[data-canned-status]");
  let found = [];
  let chosen = 0;
  let asked = 0;

  const isOpen = () => !box.hidden;

  function close() {
    asked++;
    box.hidden = true;
    field()?.removeAttribute("aria-activedescendant");
  }

  function draw() {
    box.replaceChildren(...found.map((reply, i) => {
      const option = document.createElement("div");
      option.id = `canned-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", i === chosen);
      const shortcut = document.createElement("b");
      shortcut.textContent = `/${reply.shortcut}`;
      const text = document.createElement("span");
      text.textContent = reply.text;
      option.append(shortcut, text);
      option.addEventListener("mousedown", event => { event.preventDefault(); close(); take(reply.text); });
      return option;
    }));
    field().setAttribute("aria-activedescendant", `canned-${chosen}`);
    box.children[chosen]?.scrollIntoView({ block: "nearest" });
    status.textContent = `${found[chosen].shortcut}, ${chosen + 1}/${found.length}`;
  }

  return {
    close,
    async look() {
      const text = field()?.value ?? "";
      if (!/^\/[^\s/]*$/.test(text)) return close();
      const mine = ++asked;
      const answer = await page.invokeMethodAsync("FindRepliesAsync", text.slice(1)).catch(() => []);
      if (mine !== asked) return;
      found = answer;
      chosen = 0;
      box.hidden = found.length === 0;
      if (found.length > 0) draw();
    },
    key(event) {
      if (!isOpen() || event.isComposing || event.keyCode === 229) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        chosen = (chosen + step + found.length) % found.length;
        draw();
      } else if (event.key === "Escape") {
        close();
      } else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") {
        const words = found[chosen].text;
        close();
        take(words);
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
