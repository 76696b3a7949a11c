// Keeps the page what the room is: hears which part changed and fetches it. What somebody is typing
// is never replaced; a page that comes back is told what it missed.
(function () {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const stage = byId("stage");
  const root = stage || byId("main");
  const connection = byId("connection");
  let since = root.dataset.since || "";
  let source = null;

  // The address may carry something already.
  function address(url, name, value) {
    const whole = new URL(url, location.href);
    whole.searchParams.set(name, value);
    return whole.pathname + whole.search;
  }

  async function answered(url) {
    const response = await fetch(url, { headers: { "HX-Request": "true" } });
    if (response.status === 404) {
      location.reload();
    }
    if (!response.ok) {
      throw new Error("status " + response.status);
    }
    return { html: await response.text(), upTo: response.headers.get("X-Up-To") };
  }

  const fetched = async (url) => (await answered(url)).html;

  // Runs one at a time; a call meanwhile makes it run once more.
  function alone(work) {
    let running = false;
    let again = false;
    return async function run() {
      if (running) {
        again = true;
        return;
      }
      running = true;
      try {
        await work();
      } catch (lost) {
        setTimeout(run, 2000);
      } finally {
        running = false;
      }
      if (again) {
        again = false;
        run();
      }
    };
  }

  // --- the thread only grows ---

  const hearing = byId("hearing");
  let thread = byId("thread");
  let newer = byId("newer");
  const atEnd = () => thread.scrollHeight - thread.scrollTop - thread.clientHeight < 80;

  function toEnd() {
    thread.scrollTop = thread.scrollHeight;
    newer.hidden = true;
  }

  function listen() {
    thread = byId("thread");
    newer = byId("newer");
    newer.addEventListener("click", toEnd);
    thread.addEventListener("scroll", () => atEnd() && (newer.hidden = true), { passive: true });
    toEnd();
  }

  // Somebody is in another group now: other lines are theirs to read.
  const refreshTalk = alone(async () => {
    hearing.innerHTML = await fetched(hearing.dataset.from);
    htmx.process(hearing);
    listen();
  });

  const refreshThread = alone(async () => {
    const asked = thread;
    const { html, upTo } = await answered(address(thread.dataset.from, "after", thread.dataset.last));
    if (asked !== thread) {
      return;
    }
    const stay = atEnd();
    const lines = new DOMParser().parseFromString("<ol>" + html + "</ol>", "text/html").querySelectorAll("ol > li");
    lines.forEach((line) => {
      if (!byId(line.id)) {
        thread.append(line);
        htmx.process(line);
      }
    });
    thread.dataset.last = upTo;
    if (lines.length) {
      stay ? toEnd() : (newer.hidden = false);
    }
  });

  // --- the private panel waits for whoever is typing ---

  const panel = byId("panel");
  const typed = (field) =>
    field.type === "radio" || field.type === "checkbox"
      ? field.checked !== field.defaultChecked
      : field.tagName === "SELECT"
        ? !Array.from(field.options).every((o) => o.selected === o.defaultSelected || !o.value)
        : field.value !== field.defaultValue;
  const fields = () => Array.from(panel.querySelectorAll("input:not([type=hidden]), textarea, select"));
  const busy = () => fields().some((field) => field === document.activeElement || typed(field));
  let sent = false;

  // The moment passed while somebody wrote: the words stay at hand.
  function keep() {
    const texts = fields().filter((f) => (f.type === "text" || f.tagName === "TEXTAREA") && typed(f) && f.value.trim());
    if (!texts.length) {
      return;
    }
    const kept = byId("kept");
    const box = document.createElement("div");
    const title = document.createElement("p");
    const close = document.createElement("button");
    box.className = "note-box kept";
    title.textContent = kept.dataset.title;
    close.type = "button";
    close.className = "button quiet";
    close.textContent = kept.dataset.close;
    close.addEventListener("click", () => box.remove());
    box.append(title, ...texts.map((f) => Object.assign(document.createElement("blockquote"), { textContent: f.value, dir: "auto" })), close);
    kept.append(box);
  }

  function show(html) {
    const held = panel.contains(document.activeElement)
      ? document.activeElement.form?.querySelector("input[name=press]")?.value
      : null;
    panel.innerHTML = html;
    htmx.process(panel);
    panel.dispatchEvent(new CustomEvent("panel-shown", { bubbles: true }));
    if (held) {
      const same = Array.from(panel.querySelectorAll("input[name=press]")).find((press) => press.value === held);
      same?.form.querySelector("button")?.focus();
    }
  }

  // The form somebody is typing in, as long as it is still asked: everything around it is made anew.
  function around(form, card, fresh) {
    const twin = fresh.querySelector("#" + CSS.escape(form.id));
    const nodes = Array.from(fresh.childNodes);
    const place = nodes.indexOf(twin);
    if (place < 0 || form.parentNode !== card) {
      return false;
    }
    Array.from(card.childNodes).forEach((old) => old !== form && old.remove());
    form.before(...nodes.slice(0, place));
    form.after(...nodes.slice(place + 1));
    card.dataset.key = fresh.dataset.key;
    htmx.process(card);
    panel.dispatchEvent(new CustomEvent("panel-shown", { bubbles: true }));
    return true;
  }

  const typedIn = () => {
    const field = fields().find((one) => one === document.activeElement) || fields().find(typed);
    return field?.form.closest("form.form");
  };

  const refreshPanel = alone(async () => {
    const html = await fetched(panel.dataset.from);
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-key]");
    const card = panel.querySelector("[data-key]");
    const same = fresh.dataset.key === card?.dataset.key;
    const form = sent ? null : typedIn();
    if (form && card && around(form, card, fresh)) {
      return;
    }
    if (same && !sent && busy()) {
      return;
    }
    sent = false;
    if (!same) {
      keep();
      byId("reply").querySelectorAll(".done, .moved").forEach((old) => old.remove());
    }
    show(html);
  });

  // --- a new private word is read out; the board is not, because every step has its line ---

  let heard = null;

  function newest() {
    const first = document.querySelector("#inbox .inbox li");
    const words = first ? Array.from(first.children).filter((part) => part.tagName !== "TIME").map((part) => part.textContent.trim()) : [];
    return { key: first?.textContent || "", words: words.join(" ") };
  }

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "inbox" && newest().key !== heard) {
      heard = newest().key;
      byId("newest").textContent = newest().words;
    }
  });

  // --- the stage ---

  const refreshStage = alone(async () => {
    stage.innerHTML = await fetched(stage.dataset.from);
    document.dispatchEvent(new CustomEvent("stage-shown"));
  });

  // --- hearing ---

  const hears = stage
    ? { stage: refreshStage }
    : {
        thread: refreshThread,
        talk: refreshTalk,
        panel: refreshPanel,
        board: () => htmx.trigger(document.body, "room-board"),
        inbox: () => htmx.trigger(document.body, "room-inbox"),
        people: () => htmx.trigger(document.body, "room-people"),
      };

  let lost = null;

  function connected() {
    clearTimeout(lost);
    lost = null;
    if (connection.classList.contains("lost")) {
      connection.classList.remove("lost");
      connection.textContent = connection.dataset.back;
      setTimeout(() => (connection.textContent = ""), 4000);
    }
  }

  // A blink is not worth a word.
  function disconnected() {
    lost ??= setTimeout(() => {
      connection.classList.add("lost");
      connection.textContent = connection.dataset.lost;
    }, 2500);
  }

  function open() {
    close();
    source = new EventSource(address(root.dataset.events, "since", since));
    source.onopen = connected;
    source.onerror = () => {
      disconnected();
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(open, 2000);
      }
    };
    Object.entries(hears).forEach(([name, refresh]) =>
      source.addEventListener(name, (event) => {
        since = event.lastEventId;
        refresh();
      }),
    );
  }

  function close() {
    source?.close();
    source = null;
  }

  // Browsers allow few connections to one place: a page that nobody sees gives its own back.
  let away = null;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(away);
    if (document.hidden) {
      away = setTimeout(close, 60000);
    } else if (!source) {
      open();
    }
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => event.persisted && open());

  if (!stage) {
    document.addEventListener("taken", (event) => {
      sent = panel.contains(event.detail);
      refreshThread();
      refreshPanel();
    });
    listen();
    heard = newest().key;
    // On a phone the list of people comes before what matters more.
    byId("here").open = matchMedia("(min-width: 60rem)").matches;
  }
  open();
})();
