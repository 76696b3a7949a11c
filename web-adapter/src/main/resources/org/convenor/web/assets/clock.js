// Counts down beside every deadline. The page says what time it was on the server when it was made,
// so a device with a wrong clock still counts right. Screen readers are not told every second.
(function () {
  "use strict";

  const offsets = new WeakMap();

  function offset(clock) {
    const known = offsets.get(clock);
    if (known && known.now === clock.dataset.now) {
      return known.offset;
    }
    const fresh = { now: clock.dataset.now, offset: Number(clock.dataset.now) - Date.now() };
    offsets.set(clock, fresh);
    return fresh.offset;
  }

  function part(clock, name, make) {
    let found = clock.querySelector("." + name);
    if (!found) {
      found = make();
      found.classList.add(name);
      clock.append(found);
    }
    return found;
  }

  function digits() {
    const span = document.createElement("span");
    span.setAttribute("aria-hidden", "true");
    return span;
  }

  function bar() {
    const progress = document.createElement("progress");
    progress.max = 1;
    progress.setAttribute("aria-hidden", "true");
    return progress;
  }

  function span(ms) {
    const seconds = Math.max(0, Math.ceil(ms / 1000));
    const pad = (n) => String(n).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    return hours > 0
      ? hours + ":" + pad(Math.floor(seconds / 60) % 60) + ":" + pad(seconds % 60)
      : Math.floor(seconds / 60) + ":" + pad(seconds % 60);
  }

  function show(clock) {
    const running = clock.dataset.deadline;
    if (!running && !clock.dataset.left) {
      return;
    }
    const left = running
      ? Number(running) - Date.now() - offset(clock)
      : Number(clock.dataset.left);
    const total = Number(clock.dataset.total);
    const over = Boolean(running) && left <= 0;
    const text = over ? clock.dataset.over : span(left);
    const shown = part(clock, "digits", digits);
    if (shown.textContent !== text) {
      shown.textContent = text;
    }
    clock.classList.toggle("over", over);
    clock.classList.toggle("soon", !over && total > 0 && left < total * 0.2);
    if (total > 0) {
      part(clock, "bar", bar).value = Math.min(1, Math.max(0, left / total));
    }
  }

  function tick() {
    document.querySelectorAll(".clock").forEach(show);
  }

  document.addEventListener("htmx:afterSwap", tick);
  document.addEventListener("stage-shown", tick);
  setInterval(tick, 500);
  tick();
})();
