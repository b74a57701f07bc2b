/** The browser's storage, or, where it gives none to a framed page, one that lasts as long as the page. */
export function storage(): Storage {
  try {
    const probe = 'customer-service.probe';
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    const kept = new Map<string, string>();
    return {
      get length() { return kept.size; },
      key: index => [...kept.keys()][index] ?? null,
      getItem: key => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: key => void kept.delete(key),
      clear: () => kept.clear(),
    };
  }
}
