// Tells the page when the panel is first seen, be it beside the conversation or opened over it.
export function start(panel, page) {
  const seen = new IntersectionObserver(entries => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    seen.disconnect();
    page.invokeMethodAsync("Show");
  });
  seen.observe(panel);
  return { end: () => seen.disconnect() };
}
