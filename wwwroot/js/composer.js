// What an agent writes is kept in this browser until the server has it, so that no reload and no lost line takes it away. Replies and notes have a field
// each, and which of them is shown is decided here: no round trip lies between choosing one and writing in it.

import { offer } from "./canned.js";

const typingEvery = 2000;
const scripts = new WeakMap();
// What was to be sent by forms whose script had not started.
const wanted = new WeakMap();

const fieldOf = (form, kind) => form.querySelector(`[data-part="${kind}"] textarea`);

function choose(form, kind) {
  form.dataset.kind = kind;
  for (const tab of form.querySelectorAll("[data-write]")) tab.setAttribute("aria-pressed", String(tab.dataset.write === kind));
  fieldOf(form, kind).focus();
}

function send(form, kind) {
  const script = scripts.get(form);
  if (script) script.send(kind);
  else wanted.set(form, kind);
}

document.addEventListener("click", event => {
  const tab = event.target instanceof Element ? event.target.closest(".composer [data-write]") : null;
  if (tab) choose(tab.closest(".composer"), tab.dataset.write);
});

document.addEventListener("submit", event => {
  if (!event.target.matches(".composer")) return;
  event.preventDefault();
  send(event.target, event.target.dataset.kind);
});

function grow(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

/** The words of one field. The same words have the same id, however often they are sent; words that were sent and changed since are other words. */
function draftOf(field, key) {
  const fresh = text => ({ id: crypto.randomUUID(), text, tried: false });
  let draft = JSON.parse(localStorage.getItem(key) ?? "null") ?? fresh("");
  const set = next => {
    draft = next;
    if (draft.text) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  };
  // Words that were made of a suggestion bear its id until they are sent.
  const write = (text, from = draft.from) => {
    field.value = text;
    set({ ...fresh(text), from: text ? from : undefined });
    grow(field);
  };
  // What was typed before this ran counts, too.
  if (field.value && field.value !== draft.text) write(draft.text ? `${draft.text}\n${field.value}` : field.value);
  else field.value = draft.text;
  grow(field);
  return {
    write,
    edited() {
      set({ id: draft.tried ? crypto.randomUUID() : draft.id, text: field.value, tried: false, from: field.value ? draft.from : undefined });
      grow(field);
    },
    tried() {
      set({ ...draft, text: field.value, tried: true });
      return draft;
    },
    accepted(sent) {
      if (draft === sent) write("");
    },
  };
}

export function start(form, page, name) {
  if (!form?.isConnected) return { write() {}, read: () => "", replace() {}, end() {} };
  const ended = new AbortController();
  const { signal } = ended;
  const drafts = {};
  const sending = new Set();
  let told = 0;

  for (const kind of ["reply", "note"]) {
    const field = fieldOf(form, kind);
    drafts[kind] = draftOf(field, `${name}:${kind}`);
    field.addEventListener("input", () => {
      drafts[kind].edited();
      if (kind === "reply" && Date.now() - told > typingEvery) {
        told = Date.now();
        page.invokeMethodAsync("Type").catch(() => undefined);
      }
    }, { signal });
    offer(field, form.querySelector(`[data-part="${kind}"] [role=listbox]`), words => page.invokeMethodAsync("FindRepliesAsync", words), signal);
  }

  const script = {
    async send(kind) {
      const field = fieldOf(form, kind);
      if (sending.has(kind) || !field.value.trim() || field.closest("[hidden]")) return;
      sending.add(kind);
      const sent = drafts[kind].tried();
      try {
        if (await page.invokeMethodAsync("SendAsync", sent.id, sent.text, kind === "note", sent.from ?? null)) drafts[kind].accepted(sent);
      } catch {
        // The line is gone: the words stay, and are the same ones when they are sent again.
      } finally {
        sending.delete(kind);
      }
    },
    write(words, from) {
      const field = fieldOf(form, "reply");
      drafts.reply.write(field.value ? `${words}\n\n${field.value}` : words, from ?? undefined);
      choose(form, "reply");
    },
    read: () => fieldOf(form, "reply").value,
    // Only as long as nobody has gone on writing.
    replace(words, others) {
      if (fieldOf(form, "reply").value !== words) return;
      drafts.reply.write(others);
      choose(form, "reply");
    },
    end() {
      ended.abort();
      if (scripts.get(form) === script) scripts.delete(form);
    },
  };
  scripts.set(form, script);
  const kind = wanted.get(form);
  wanted.delete(form);
  if (kind) script.send(kind);
  return script;
}
