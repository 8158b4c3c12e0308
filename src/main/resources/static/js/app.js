/*
 * What every page does in the browser: keep typed text until the server has acknowledged it, ask before what cannot be
 * undone, say what failed, put the focus where the news is. Everything works without it except the keeping of text.
 */
(() => {
  "use strict";

  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
  const root = document.documentElement;
  root.classList.add("js");

  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  const icon = (name) => {
    const href = document.querySelector(".site-head use, main use")?.getAttribute("href")?.split("#")[0] ?? "/img/icons.svg";
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `${href}#${name}`);
    svg.append(use);
    return svg;
  };

  const clock = (at) => {
    const time = new Date(at);
    return `${time.getHours()} h ${String(time.getMinutes()).padStart(2, "0")}`;
  };

  const announce = (sentence) => {
    const announcer = document.getElementById("announcer");
    if (announcer) announcer.textContent = sentence;
  };

  /* ---- texts not yet acknowledged -----------------------------------------------------------------------------
   * sessionStorage, one entry a field: page, form, field name, value, time, and whether it has been sent. An entry goes
   * when the server has said yes: a 2xx answer to htmx, or a page that came by redirect or shows a notice. Whatever else
   * happens (refusal, conflict, expired login, network down, closed by mistake) it is offered back on the form's page.
   */
  const PREFIX = "cap-texts:";
  const page = () => location.pathname;
  const person = meta("person");

  const texts = {
    all(whose = person) {
      const found = [];
      for (let at = 0; at < sessionStorage.length; at++) {
        const key = sessionStorage.key(at);
        if (!key.startsWith(PREFIX)) continue;
        try {
          found.push({ key, ...JSON.parse(sessionStorage.getItem(key)) });
        } catch {
          sessionStorage.removeItem(key);
        }
      }
      return whose === null ? found : found.filter((entry) => entry.person === whose);
    },
    key: (form, name) => `${PREFIX}${person}|${page()}|${formName(form)}|${name}`,
    get(form, name) {
      const stored = sessionStorage.getItem(this.key(form, name));
      return stored === null ? null : JSON.parse(stored);
    },
    keep(form, field, value) {
      const entry = { person, page: page(), form: formName(form), name: field.name, label: labelOf(field), value, at: Date.now() };
      try {
        sessionStorage.setItem(this.key(form, field.name), JSON.stringify(entry));
      } catch (full) {
        console.warn("Le texte ne peut pas être gardé dans ce navigateur.", full);
      }
    },
    drop: (key) => sessionStorage.removeItem(key),
    forget(forgotten) {
      this.all().filter(forgotten).forEach((entry) => this.drop(entry.key));
    },
    forgetAll() {
      Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => sessionStorage.removeItem(key));
    },
  };

  const formName = (form) => form.dataset.keepAs || form.id || form.getAttribute("hx-post") || form.getAttribute("action") || "form";

  const labelOf = (field) => {
    const group = field.type === "radio" ? field.closest("fieldset")?.querySelector("legend") : null;
    const label = group ?? field.labels?.[0];
    return (label?.textContent ?? field.getAttribute("aria-label") ?? field.name).replace(/\s+/g, " ").replace("(facultatif)", "").trim();
  };

  const keeps = (field) => {
    const form = field.form;
    if (!form || !field.name || field.disabled || field.readOnly) return false;
    if (form.method === "get" && !form.hasAttribute("hx-post") && !form.hasAttribute("hx-put")) return false;
    if (form.dataset.keep === "off" || field.dataset.keep === "off" || form.method === "dialog") return false;
    return !["password", "hidden", "file", "submit", "button", "checkbox"].includes(field.type);
  };

  const fieldsOf = (scope) =>
    [...scope.querySelectorAll("input, textarea, select")].filter((field) => keeps(field) && (field.type !== "radio" || field.checked || !anyChecked(field)));

  const anyChecked = (radio) => [...radio.form.elements].some((other) => other.type === "radio" && other.name === radio.name && other.checked);

  const served = (field) => {
    if (field.type === "radio") {
      return [...field.form.elements].find((other) => other.type === "radio" && other.name === field.name && other.defaultChecked)?.value ?? "";
    }
    if (field instanceof HTMLSelectElement) {
      return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "";
    }
    return field.defaultValue;
  };

  const current = (field) => (field.type === "radio" ? new FormData(field.form).get(field.name) ?? "" : field.value);

  const remember = (field) => {
    if (!keeps(field)) return;
    if (current(field) === served(field)) texts.drop(texts.key(field.form, field.name));
    else texts.keep(field.form, field, current(field));
  };

  document.addEventListener("input", (event) => event.target.form && remember(event.target));
  document.addEventListener("change", (event) => event.target.form && remember(event.target));

  const unsavedHere = () =>
    texts.all().some((entry) => entry.page === page() && !entry.sent && !entry.offered && document.querySelector(`[name="${CSS.escape(entry.name)}"]`));

  let leaving = false;
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && unsavedHere()) event.preventDefault();
  });

  const markSent = (form) => {
    leaving = true;
    for (const entry of texts.all()) {
      if (entry.page === page() && entry.form === formName(form)) {
        const { key, ...stored } = entry;
        sessionStorage.setItem(key, JSON.stringify({ ...stored, sent: true }));
      }
    }
    setTimeout(() => (leaving = false), 4000);
  };

  /* On arrival: what was sent and said yes to goes, what was not comes back. */
  const settleArrival = () => {
    const refused = document.querySelector("[data-refusal], [data-outcome], .is-invalid") !== null;
    const redirected = (performance.getEntriesByType("navigation")[0]?.redirectCount ?? 0) > 0;
    const acknowledged = !refused && (redirected || document.querySelector("[data-notice]") !== null);
    // Nobody is signed in on the login page: whoever sent it, it was not received.
    const signedOut = document.querySelector('[data-outcome="login"]') !== null;
    for (const entry of texts.all(signedOut ? null : person)) {
      if (!entry.sent) continue;
      if (acknowledged) texts.drop(entry.key);
      else {
        const { key, ...stored } = entry;
        sessionStorage.setItem(key, JSON.stringify({ ...stored, sent: false, refusedAt: Date.now() }));
      }
    }
    document.querySelectorAll("[data-kept-text]").forEach(showKept);
  };

  /* An error page shows what was typed, so that it can be copied even when the form will never open again. */
  const showKept = (holder) => {
    const kept = texts.all().filter((entry) => entry.refusedAt && entry.value !== "");
    if (kept.length === 0) return;
    const list = element("dl");
    kept.forEach((entry) => list.append(element("dt", { textContent: entry.label }), element("dd", { textContent: entry.value, tabIndex: 0 })));
    const copy = element("button", { type: "button", className: "btn btn-secondary btn-sm" }, icon("copy"), "Copier tout");
    copy.addEventListener("click", () => copyText(kept.map((entry) => `${entry.label}\n${entry.value}`).join("\n\n"), copy));
    holder.replaceChildren(element("h2", { className: "h3", textContent: "Votre texte est gardé" }), list, copy);
    holder.hidden = false;
  };

  const offerBack = (scope) => {
    const forms = scope instanceof HTMLFormElement ? [scope] : [...scope.querySelectorAll("form")];
    for (const form of forms) {
      if (form.querySelector(":scope > [data-offer]")) continue;
      const lost = new Map();
      for (const field of fieldsOf(form)) {
        const entry = texts.get(form, field.name);
        if (!entry || field.type === "radio" && lost.has(field.name)) continue;
        if (entry.value === current(field)) {
          if (current(field) === served(field) && !form.querySelector(".is-invalid")) texts.drop(texts.key(form, field.name));
        } else if (document.activeElement !== field) {
          lost.set(field.name, { field, entry });
        }
      }
      if (lost.size > 0) form.prepend(offer(form, [...lost.values()]));
    }
  };

  const offer = (form, lost) => {
    const list = element("dl");
    lost.forEach(({ entry }) => list.append(element("dt", { textContent: entry.label }), element("dd", { textContent: entry.value || "(vide)", tabIndex: 0 })));
    const take = element("button", { type: "button", className: "btn btn-primary btn-sm", textContent: "Reprendre mon texte" });
    const leave = element("button", { type: "button", className: "btn btn-secondary btn-sm", textContent: "L’écarter" });
    const box = element("div", { className: "message message-warn kept-text" }, icon("save"),
      element("div", { className: "message-body" },
        element("p", {}, element("strong", { textContent: `Du texte saisi à ${clock(Math.max(...lost.map(({ entry }) => entry.at)))} n’a pas été enregistré` })),
        list,
        element("div", { className: "actions" }, take, leave)));
    box.dataset.offer = "";
    box.setAttribute("role", "status");
    take.addEventListener("click", () => {
      box.remove();
      lost.forEach(({ field, entry }) => {
        if (field.type === "radio") {
          const chosen = [...form.elements].find((other) => other.type === "radio" && other.name === field.name && other.value === entry.value);
          if (chosen) chosen.checked = true;
          (chosen ?? field).dispatchEvent(new Event("change", { bubbles: true }));
        } else {
          field.value = entry.value;
          field.dispatchEvent(new Event("input", { bubbles: true }));
          field.dispatchEvent(new Event("change", { bubbles: true }));
        }
      });
      lost[0].field.focus();
      announce("Votre texte est repris.");
    });
    leave.addEventListener("click", () => {
      lost.forEach(({ field }) => texts.drop(texts.key(form, field.name)));
      box.remove();
      announce("Le texte est écarté.");
    });
    return box;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-forget-texts]");
    if (!link) return;
    const form = link.closest("form");
    // in a form it is this form that is given up; a page about a form leads to the one it stands on
    const target = new URL(link.href).pathname;
    texts.forget((entry) => (form ? entry.page === page() && entry.form === formName(form) : entry.page === target));
  });

  /* ---- asking before sending ---------------------------------------------------------------------------------- */

  const confirmed = new WeakSet();

  const ask = ({ title, text, label, danger }, yes) => {
    const dialog = document.getElementById("confirm-dialog");
    if (!dialog) {
      if (window.confirm(text)) yes();
      return;
    }
    dialog.querySelector("#confirm-title").textContent = title || "Confirmer";
    dialog.querySelector("#confirm-text").textContent = text;
    const button = dialog.querySelector("[data-confirm-yes]");
    button.textContent = label || "Confirmer";
    button.className = danger ? "btn btn-danger" : "btn btn-primary";
    button.onclick = () => {
      dialog.close();
      yes();
    };
    dialog.showModal();
  };

  /* Texts in this page's other forms that the server has not acknowledged: sending this one would leave without them. */
  const unsavedBeside = (form) =>
    texts.all().filter((entry) => entry.page === page() && !entry.sent && entry.form !== formName(form) && typedIn(entry) !== undefined);

  const typedIn = (entry) =>
    [...document.forms].find((form) => formName(form) === entry.form && fieldsOf(form).some((field) => field.name === entry.name && current(field) === entry.value));

  const beingSaved = (form) => unsavedBeside(form).some((entry) => typedIn(entry).querySelector(".htmx-request") || typedIn(entry).matches(".htmx-request"));

  const settled = new WeakSet();

  const afterSaving = async (form, button) => {
    button?.setAttribute("aria-busy", "true");
    // a text that has just been left is on its way within a moment
    for (let waited = 0; waited < 10_000 && (waited < 300 || beingSaved(form)) && unsavedBeside(form).length > 0; waited += 100) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    button?.removeAttribute("aria-busy");
    const left = unsavedBeside(form);
    const send = () => {
      settled.add(form);
      confirmed.add(form);
      form.requestSubmit(button ?? undefined);
      settled.delete(form);
      confirmed.delete(form);
    };
    if (left.length === 0) return send();
    const labels = [...new Set(left.map((entry) => `« ${entry.label} »`))].slice(0, 5).join(", ");
    ask({ title: "Du texte n’est pas enregistré", text: `Sur cette page : ${labels}. Revenez-y pour l’enregistrer, ou continuez sans lui.`, label: "Continuer sans ce texte", danger: true }, send);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    const asking = button?.dataset.confirm ? button : form.dataset.confirm ? form : null;
    if (asking && !confirmed.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const options = { title: asking.dataset.confirmTitle, text: asking.dataset.confirm, label: asking.dataset.confirmLabel, danger: "confirmDanger" in asking.dataset };
      ask(options, () => {
        confirmed.add(form);
        form.requestSubmit(button ?? undefined);
        confirmed.delete(form);
      });
      return;
    }
    const staysHere = form.method === "dialog" || form.hasAttribute("hx-post") || form.hasAttribute("hx-put");
    if (!staysHere && !settled.has(form) && unsavedBeside(form).length > 0) {
      event.preventDefault();
      event.stopImmediatePropagation();
      afterSaving(form, button);
      return;
    }
    if (form.hasAttribute("data-forget-texts")) texts.forgetAll();
    if (staysHere || form.method === "get") return;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    markSent(form);
    form.dataset.sending = "yes";
    button?.setAttribute("aria-busy", "true");
    setTimeout(() => {
      delete form.dataset.sending;
      button?.removeAttribute("aria-busy");
    }, 8000);
  }, true);

  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sending]").forEach((form) => delete form.dataset.sending);
    document.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  });

  document.addEventListener("htmx:confirm", (event) => {
    if (!event.detail.question) return;
    event.preventDefault();
    const { confirmTitle, confirmLabel } = event.detail.elt.dataset;
    ask({ title: confirmTitle, text: event.detail.question, label: confirmLabel, danger: "confirmDanger" in event.detail.elt.dataset }, () => event.detail.issueRequest(true));
  });

  document.addEventListener("click", (event) => {
    const open = event.target.closest("[data-dialog-open]");
    if (open) document.getElementById(open.dataset.dialogOpen)?.showModal();
    const close = event.target.closest("[data-dialog-close]");
    if (close) close.closest("dialog")?.close();
    const toggle = event.target.closest("[data-nav-toggle]");
    if (toggle) {
      const nav = document.getElementById(toggle.getAttribute("aria-controls"));
      toggle.setAttribute("aria-expanded", String(nav.classList.toggle("is-open")));
    }
    const copy = event.target.closest("[data-copy]");
    if (copy) copyText(copy.dataset.copyText ?? "", copy);
  });

  const copyText = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
      announce("Texte copié.");
      button.lastChild.textContent = " Copié";
    } catch {
      announce("La copie n’est pas permise ici : sélectionnez le texte et copiez-le.");
    }
  };

  /* ---- files: too large is said before it is sent; drop and paste ------------------------------------------------ */

  const megabytes = (bytes) => `${(Math.round(bytes / 104857.6) / 10).toLocaleString("fr-FR")} Mo`;

  const checkFiles = (input) => {
    const limit = Number(input.dataset.maxBytes);
    const tooLarge = limit ? [...input.files].find((file) => file.size > limit) : null;
    const sentence = tooLarge ? `« ${tooLarge.name} » fait ${megabytes(tooLarge.size)}, plus que les ${megabytes(limit)} acceptés. Choisissez un fichier plus petit ou donnez un lien.` : "";
    const holder = document.getElementById(`${input.id}-error`);
    if (holder) {
      holder.hidden = !tooLarge;
      holder.querySelector("span").textContent = sentence;
    }
    input.classList.toggle("is-invalid", Boolean(tooLarge));
    if (tooLarge) {
      input.setAttribute("aria-invalid", "true");
      input.value = "";
      announce(sentence);
    } else input.removeAttribute("aria-invalid");
    return !tooLarge;
  };

  document.addEventListener("change", (event) => {
    if (event.target.matches?.("input[type=file][data-max-bytes]") && !checkFiles(event.target)) event.stopImmediatePropagation();
  }, true);

  const give = (input, files) => {
    if (files.length === 0) return;
    const transfer = new DataTransfer();
    [...files].slice(0, input.multiple ? undefined : 1).forEach((file) => transfer.items.add(file));
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
    document.addEventListener(type, (event) => {
      const zone = event.target.closest?.("[data-dropzone]");
      if (!zone) return;
      event.preventDefault();
      zone.classList.toggle("is-over", type === "dragenter" || type === "dragover");
      if (type === "drop") give(zone.querySelector("input[type=file]"), event.dataTransfer.files);
    });
  }

  document.addEventListener("paste", (event) => {
    const files = event.clipboardData?.files ?? [];
    if (files.length === 0) return;
    const input = event.target.closest?.("[data-dropzone]")?.querySelector("input[type=file]") ?? document.querySelector("[data-dropzone] input[type=file]");
    if (input) {
      event.preventDefault();
      give(input, files);
    }
  });

  /* ---- htmx ----------------------------------------------------------------------------------------------------- */

  const autosaveOf = (source) => (source.closest("[data-autosave-scope]") ?? document).querySelector("[data-autosave]");

  const showSaving = (source, state, sentence) => {
    const line = autosaveOf(source) ?? document.querySelector("[data-autosave]");
    if (!line) return;
    line.dataset.state = state;
    line.querySelector("[data-autosave-text]").textContent = sentence;
  };

  const alertOnTop = (sentence, link) => {
    const region = document.getElementById("alerts");
    if (!region) return;
    const body = element("p", { className: "message-body" }, sentence);
    if (link) body.append(" ", element("a", link));
    region.replaceChildren(element("div", { className: "message message-danger" }, icon("error"), body));
    region.scrollIntoView({ block: "nearest" });
  };

  const failures = {
    0: "Le serveur ne répond pas. Votre texte est gardé dans ce navigateur : réessayez dans un instant.",
    401: "Votre session a expiré. Votre texte est gardé :",
    403: "Cette action ne vous est pas permise, ou votre session a expiré. Votre texte est gardé :",
    404: "Cet élément n’existe plus. Votre texte est gardé : rechargez la page.",
    413: "Ce fichier est trop gros pour être reçu. Choisissez un fichier plus petit ou donnez un lien.",
  };

  document.addEventListener("htmx:configRequest", (event) => {
    const header = meta("_csrf_header");
    if (header) event.detail.headers[header] = meta("_csrf");
  });

  const sentBy = new WeakMap();

  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, requestConfig, xhr } = event.detail;
    if (requestConfig.verb === "get") return;
    const form = elt.closest("form");
    if (form) {
      const values = new Map([...requestConfig.formData.entries()].map(([name, value]) => [name, String(value)]));
      sentBy.set(xhr, [...values].map(([name, value]) => ({ key: texts.key(form, name), value })));
    }
    showSaving(elt, "saving", "Enregistrement…");
  });

  /* A login page arriving where a fragment was expected means the session is over. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    const login = xhr.status === 200 && /data-outcome="login"/.test(xhr.responseText);
    if (login) {
      event.detail.shouldSwap = false;
      event.detail.isError = true;
      event.detail.expired = true;
      sentBy.delete(xhr);
      showSaving(event.detail.elt, "failed", "Non enregistré : votre texte est gardé dans ce navigateur");
      alertOnTop(failures[401], { href: location.href, textContent: "se reconnecter" });
    }
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt, xhr, requestConfig } = event.detail;
    if (requestConfig.verb === "get") return;
    const sent = sentBy.get(xhr);
    const yes = xhr.status >= 200 && xhr.status < 300;
    if (yes && sent) {
      for (const { key, value } of sent) {
        const stored = sessionStorage.getItem(key);
        if (stored && JSON.parse(stored).value === value) texts.drop(key);
      }
      showSaving(elt, "saved", `Enregistré à ${clock(Date.now())}`);
      document.getElementById("alerts")?.replaceChildren();
    } else if (!yes) {
      showSaving(elt, "failed", "Non enregistré : votre texte est gardé dans ce navigateur");
    }
  });

  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.expired) return;
    const { status } = event.detail.xhr;
    const link = status === 401 || status === 403 ? { href: location.href, textContent: "recharger la page" } : null;
    alertOnTop(failures[status] ?? `Une erreur est survenue de notre côté. Votre texte est gardé dans ce navigateur : réessayez, et si cela recommence prévenez votre référent qualité.`, link);
  });

  for (const lost of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(lost, (event) => {
      showSaving(event.detail.elt, "failed", "Non enregistré : votre texte est gardé dans ce navigateur");
      alertOnTop(failures[0]);
    });
  }

  /* Focus goes to the news (a conflict, a list of errors), else stays where it was. */
  document.addEventListener("htmx:afterSettle", (event) => {
    const target = event.detail.target ?? event.target;
    sortErrors(target.parentElement ?? document);
    const news = target.matches?.("[data-focus]") ? target : target.querySelector?.("[data-focus]") ?? target.querySelector?.("[aria-invalid=true]");
    if (news) news.focus();
    else if (document.activeElement === document.body && event.detail.requestConfig?.elt?.id) {
      document.getElementById(event.detail.requestConfig.elt.id)?.focus();
    }
    if (target.querySelectorAll) offerBack(target.closest("form") ?? target);
  });

  /* Validation reports errors in no order; people correct a form from top to bottom. */
  const sortErrors = (scope) =>
    scope.querySelectorAll("form [data-refusal] .missing").forEach((list) => {
      const place = (item) => {
        const field = document.getElementById(decodeURIComponent(item.querySelector("a")?.hash.slice(1) ?? ""));
        return field ? [...field.form.elements].indexOf(field) : -1;
      };
      list.append(...[...list.children].sort((one, other) => place(one) - place(other)));
    });

  /* ---- arrival ---------------------------------------------------------------------------------------------------- */

  document.querySelectorAll("[data-empty-removes]").forEach((nav) => nav.textContent.trim() === "" && nav.remove());
  sortErrors(document);
  settleArrival();
  offerBack(document);
  document.querySelector("main [data-focus], .entry [data-focus]")?.focus();
  const moved = document.querySelector("[data-announce]");
  // a live region speaks of what changes in it, not of what it came with
  if (moved) setTimeout(() => announce(moved.textContent), 200);
})();
