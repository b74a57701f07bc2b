// What an agent writes is kept in this browser until the server has it, so that no reload and no lost line takes it away.

const typingEvery = 2000;

export function start(form, page, name, isNote) {
  const key = `${name}:${isNote ? "note" : "reply"}`;
  const field = form.querySelector("textarea");
  const ended = new AbortController();
  let draft = JSON.parse(localStorage.getItem(key) ?? "null") ?? { id: crypto.randomUUID(), text: "", tried: false };
  let told = 0;
  let isSending = false;
  // What was typed before this ran counts, too.
  field.value = draft.text = field.value || draft.text;

  const keep = () => (draft.text ? localStorage.setItem(key, JSON.stringify(draft)) : localStorage.removeItem(key));

  field.addEventListener("input", () => {
    // Words that were sent and changed since are other words.
    draft = { id: draft.tried ? crypto.randomUUID() : draft.id, text: field.value, tried: false, from: field.value ? draft.from : undefined };
    keep();
    if (!isNote && Date.now() - told > typingEvery) {
      told = Date.now();
      page.invokeMethodAsync("Type").catch(() => undefined);
    }
  }, { signal: ended.signal });

  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (isSending || !field.value.trim()) return;
    isSending = true;
    draft = { id: draft.id, text: field.value, tried: true, from: draft.from };
    keep();
    const sent = draft;
    try {
      if (await page.invokeMethodAsync("SendAsync", sent.id, sent.text, isNote, sent.from ?? null) && draft === sent) {
        draft = { id: crypto.randomUUID(), text: "", tried: false };
        field.value = "";
        keep();
      }
    } catch {
      // The line is gone: the words stay, and are the same ones when they are sent again.
    } finally {
      isSending = false;
    }
  }, { signal: ended.signal });

  return {
    // Words that were made of a suggestion bear its id until they are sent.
    write(words, from) {
      draft = { id: crypto.randomUUID(), text: field.value ? `${words}\n\n${field.value}` : words, tried: false, from: from ?? draft.from };
      field.value = draft.text;
      keep();
      field.focus();
    },
    read: () => field.value,
    // Only as long as nobody has gone on writing.
    replace(words, others) {
      if (field.value !== words) return;
      draft = { id: crypto.randomUUID(), text: others, tried: false, from: draft.from };
      field.value = others;
      keep();
      field.focus();
    },
    end: () => ended.abort(),
  };
}
