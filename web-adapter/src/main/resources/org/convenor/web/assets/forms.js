// What makes sending safe: one id for every try of the same input, drafts that outlive a reload,
// sentences beside the fields they are about, a question before what cannot be undone.
(function () {
  "use strict";

  const byId = (id) => document.getElementById(id);

  // --- one id for one input: a double click, a retry and a resend are the same ---

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
  }

  document.addEventListener(
    "submit",
    (event) => {
      const rid = event.target.querySelector("input[name=rid]");
      if (rid && !rid.value) {
        rid.value = newId();
      }
    },
    true,
  );

  // --- drafts ---

  const isAnswer = (field) => field.name && (field.name === "words" || field.name.startsWith("a."));
  const isMark = (field) => field.type === "radio" || field.type === "checkbox";

  function key(field) {
    const press = field.form.querySelector("input[name=press]");
    const form = press ? press.value : field.form.dataset.draft || "";
    const mark = isMark(field) ? "=" + field.value : "";
    return "draft:" + location.pathname + ":" + form + ":" + field.name + mark;
  }

  function remember(field) {
    if (field.type === "radio") {
      answers(field.form).filter((f) => f.name === field.name).forEach((f) => sessionStorage.removeItem(key(f)));
    }
    sessionStorage.setItem(key(field), isMark(field) ? String(field.checked) : field.value);
  }

  function answers(form) {
    return Array.from(form.elements).filter(isAnswer);
  }

  function restore(root) {
    root.querySelectorAll("form").forEach((form) =>
      answers(form).forEach((field) => {
        const draft = sessionStorage.getItem(key(field));
        if (draft !== null) {
          if (isMark(field)) {
            field.checked = draft === "true";
          } else {
            field.value = draft;
          }
        }
        measure(field);
      }),
    );
    root.querySelectorAll("[data-most]").forEach(count);
  }

  function forget(form) {
    answers(form).forEach((field) => sessionStorage.removeItem(key(field)));
  }

  // --- how long is too long ---

  function measure(field) {
    const most = Number(field.dataset.max || 0);
    if (!most) {
      return;
    }
    let note = field.parentElement.querySelector(".count-note");
    const left = most - field.value.length;
    if (left > most * 0.1 && left > 20) {
      note?.remove();
      return;
    }
    if (!note) {
      note = document.createElement("p");
      note.className = "hint count-note";
      field.after(note);
    }
    note.textContent = field.value.length + " / " + most;
    note.classList.toggle("too-long", left < 0);
  }

  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field.form && isAnswer(field)) {
      remember(field);
      measure(field);
      clearError(field);
    }
  });

  // --- no more than so many of several: the rest cannot be checked until one is free again ---

  function count(box) {
    const marks = Array.from(box.querySelectorAll("input[type=checkbox]"));
    const used = marks.filter((mark) => mark.checked).length;
    marks.forEach((mark) => (mark.disabled = !mark.checked && used >= Number(box.dataset.most)));
    const note = box.querySelector(".used");
    if (used > 0 || note.textContent.startsWith("1 ")) {
      note.textContent = note.dataset.used.replace("#", used);
    }
  }

  document.addEventListener("change", (event) => {
    const box = event.target.closest("[data-most]");
    if (box) {
      count(box);
    }
  });

  // --- sentences beside their fields ---

  function clearError(field) {
    const box = field.closest(".field");
    box?.querySelector(".field-error")?.remove();
    field.removeAttribute("aria-invalid");
    const described = (field.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && !id.endsWith("-error"));
    described.length ? field.setAttribute("aria-describedby", described.join(" ")) : field.removeAttribute("aria-describedby");
  }

  function showErrors(form) {
    answers(form).forEach(clearError);
    let first = null;
    form.querySelectorAll(".errors li[data-field]").forEach((item) => {
      const field = answers(form).find((f) => f.name === item.dataset.field);
      if (!field) {
        return;
      }
      const error = document.createElement("p");
      error.className = "field-error";
      error.id = field.id + "-error";
      error.textContent = item.textContent;
      field.closest(".field").append(error);
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", ((field.getAttribute("aria-describedby") || "") + " " + error.id).trim());
      item.remove();
      first = first || field;
    });
    form.querySelectorAll(".errors ul:empty").forEach((list) => list.remove());
    first?.focus();
  }

  // --- after sending ---

  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  function reveal(element) {
    const box = element.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) {
      element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    }
  }

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt;
    if (form.tagName !== "FORM" || !event.detail.xhr.status) {
      return;
    }
    // It was answered, so the next try is a new input.
    form.querySelectorAll("input[name=rid]").forEach((rid) => (rid.value = ""));
    if (event.detail.xhr.getResponseHeader("X-Taken") === "yes") {
      forget(form);
      answers(form).forEach((field) => (isMark(field) ? (field.defaultChecked = field.checked) : (field.defaultValue = field.value)));
      form.querySelectorAll(".form-status").forEach((status) => status.replaceChildren());
      if (form.id === "composer") {
        byId("words").value = byId("words").defaultValue = "";
      }
      document.dispatchEvent(new CustomEvent("taken", { detail: form }));
    }
  });

  document.addEventListener("htmx:sendError", (event) => {
    const status = event.detail.elt.querySelector(".form-status") || byId("reply");
    const box = document.createElement("p");
    box.className = "note-box problem";
    box.textContent = byId("connection")?.dataset.unsent || "";
    status?.replaceChildren(box);
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    // A part that could not be fetched leaves what stands there.
    if (event.detail.xhr.status >= 400 && event.detail.requestConfig.verb === "get") {
      event.detail.shouldSwap = false;
    }
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    const target = event.detail.target;
    if (target.classList.contains("form-status")) {
      showErrors(target.closest("form"));
    } else if (target.id === "sheet-body" && target.childElementCount) {
      byId("sheet").showModal();
    } else if (target.id === "reply" && target.childElementCount) {
      const first = target.querySelector(".opened input:not([type=hidden]), .opened textarea, .opened select");
      first ? first.focus() : reveal(target);
    }
    restore(target);
  });

  document.addEventListener("panel-shown", (event) => restore(event.target));

  // --- a question first ---

  document.addEventListener("htmx:confirm", (event) => {
    const question = event.detail.elt.dataset.confirm;
    if (!question) {
      return;
    }
    event.preventDefault();
    const dialog = byId("confirm");
    byId("confirm-question").textContent = question;
    dialog.returnValue = "no";
    dialog.addEventListener(
      "close",
      () => {
        if (dialog.returnValue === "yes") {
          event.detail.issueRequest(true);
        }
      },
      { once: true },
    );
    dialog.showModal();
  });

  // --- small comforts ---

  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || !("enter" in (field.dataset || {})) || event.isComposing) {
      return;
    }
    if (event.ctrlKey || event.metaKey || (!event.shiftKey && !matchMedia("(pointer: coarse)").matches)) {
      event.preventDefault();
      field.form.requestSubmit();
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) {
      return;
    }
    const field = byId(button.dataset.copy);
    field.select();
    const copied = () => (button.textContent = button.dataset.copied);
    if (navigator.clipboard) {
      navigator.clipboard.writeText(field.value).then(copied, () => {});
    } else if (document.execCommand("copy")) {
      copied();
    }
  });

  restore(document);
})();
