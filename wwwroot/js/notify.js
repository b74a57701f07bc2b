// Tells an agent of a customer's new words by a short sound and a notification, if the agent has asked for it in this browser.

const key = "notify";

function beep() {
  const audio = new AudioContext();
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.setValueAtTime(660, audio.currentTime);
  tone.frequency.setValueAtTime(880, audio.currentTime + 0.09);
  volume.gain.setValueAtTime(0.08, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + 0.3);
  tone.connect(volume).connect(audio.destination);
  tone.onended = () => audio.close();
  tone.start();
  tone.stop(audio.currentTime + 0.3);
}

export function start(button, page) {
  const ended = new AbortController();
  const show = isOn => {
    button.setAttribute("aria-pressed", String(isOn));
    const isRefused = isOn && (!("Notification" in window) || Notification.permission === "denied");
    return page.invokeMethodAsync("Set", isOn, isRefused);
  };

  // Browsers ask for permission, and let pages sound, only after a press.
  button.addEventListener("click", async () => {
    const isOn = button.getAttribute("aria-pressed") !== "true";
    localStorage.setItem(key, String(isOn));
    if (isOn) {
      beep();
      if ("Notification" in window && Notification.permission === "default") await Notification.requestPermission();
    }
    await show(isOn);
  }, { signal: ended.signal });

  show(localStorage.getItem(key) === "true").catch(() => undefined);
  return {
    tell(id, title, name, address, isOpen) {
      if (isOpen && !document.hidden) return;
      beep();
      if (!("Notification" in window) || Notification.permission !== "granted") return;
      const shown = new Notification(title, { body: name, tag: id });
      shown.onclick = () => {
        window.focus();
        window.Blazor.navigateTo(address);
        shown.close();
      };
    },
    end: () => ended.abort(),
  };
}
