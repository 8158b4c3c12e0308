/*
 * The one-tap screen: a tap is put down in this browser first and sent from there, so that a network that is away loses
 * nothing. Each tap has an entry and a random id of its own: two windows send the same one without counting it twice. What is
 * kept belongs to an account and is sent in that person's session only.
 */
(() => {
  "use strict";

  const screen = document.querySelector("[data-tally]");
  const form = document.getElementById("tally-form");
  if (!screen || !form) return;

  const PREFIX = "cap-tally:";
  const account = screen.dataset.account;
  const mine = `${PREFIX}${account}:`;
  const TAP = `${mine}tap:`;
  const BATCH = 50;
  const AGAIN = 10_000;
  const UNDO = 10 * 60_000;

  const part = (name) => screen.querySelector(`[data-tally-${name}]`);
  const pointField = form.querySelector("[data-tally-point]");
  const channelField = form.querySelector("[data-tally-channel]");
  const note = form.elements.note;
  const stands = [...form.querySelectorAll("a[data-point]")];
  const meta = (name) => document.querySelector(`meta[name="${name}"]`);
  const sending = { header: meta("_csrf_header")?.content, token: meta("_csrf")?.content };

  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  const icon = (name) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `/img/icons.svg#${name}`);
    svg.append(use);
    return svg;
  };

  const announce = (sentence) => {
    document.getElementById("announcer").textContent = sentence;
  };

  const clock = (at) => new Date(at).toLocaleTimeString("fr-FR", { hour: "numeric", minute: "2-digit" }).replace(":", " h ");
  const several = (count, one, more) => `${count} ${count === 1 ? one : more}`;

  /* ---- what is kept in the browser ----------------------------------------------------------------------------- */

  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };

  const write = (key, value) => localStorage.setItem(key, JSON.stringify(value));

  const keys = (prefix) => Object.keys(localStorage).filter((key) => key.startsWith(prefix));

  const taps = () => keys(TAP).map(read).filter((tap) => tap?.id).sort((one, other) => one.at - other.at);
  const waiting = () => taps().filter((tap) => !tap.refusal);
  const refused = () => taps().filter((tap) => tap.refusal);
  const ofOthers = () => keys(PREFIX).filter((key) => key.includes(":tap:") && !key.startsWith(TAP)).length;
  const drop = (id) => localStorage.removeItem(TAP + id);

  const last = () => {
    const tap = read(`${mine}last`);
    return tap && Date.now() - tap.at < UNDO ? tap : null;
  };

  /* ---- where and what ------------------------------------------------------------------------------------------ */

  const today = new Map(stands.map((stand) => [stand.dataset.point, Number(stand.dataset.today)]));

  const standAt = (point, channel) => stands.find((stand) => stand.dataset.point === point && stand.dataset.channel === channel);

  const takeStand = (stand) => {
    pointField.value = stand.dataset.point;
    channelField.value = stand.dataset.channel;
    part("stand").textContent = stand.dataset.name;
    stands.forEach((other) => (other === stand ? other.setAttribute("aria-current", "true") : other.removeAttribute("aria-current")));
    write(`${mine}where`, { point: stand.dataset.point, channel: stand.dataset.channel });
    const address = new URL(location.href);
    address.searchParams.set("point", stand.dataset.point);
    address.searchParams.set("channel", stand.dataset.channel);
    history.replaceState(null, "", address);
    show();
  };

  const subjects = () => [...form.querySelectorAll("input[name=subject]")];
  const subject = () => subjects().find((radio) => radio.checked);
  const wordsOf = (control) => (control.closest("label") ?? control).querySelector("[data-words]").textContent.trim();

  const chooseSubject = (radio) => {
    radio.checked = true;
    write(`${mine}subject`, radio.value);
    form.querySelector("#subject-error")?.remove();
  };

  /* ---- what the page says -------------------------------------------------------------------------------------- */

  const state = { away: false, signedOut: false, outOfTeam: false, busy: false, news: "" };

  const message = (tone, sign, ...body) =>
    element("div", { className: `message message-${tone}` }, icon(sign), element("div", { className: "message-body" }, element("p", {}, ...body)));

  const status = () => {
    const count = waiting().length;
    const queued = several(count, "demande en attente d’envoi", "demandes en attente d’envoi");
    if (state.outOfTeam && count > 0) {
      return message("warn", "lock", `Vous n’êtes plus membre de l’équipe d’accueil : ${queued}, gardée${count === 1 ? "" : "s"} sur cet appareil. Demandez à votre référent qualité de vous y remettre ; elle${count === 1 ? "" : "s"} partir${count === 1 ? "a" : "ont"} alors.`);
    }
    if (state.signedOut && count > 0) {
      return message("warn", "lock", `${queued}, gardée${count === 1 ? "" : "s"} sur cet appareil : votre session est terminée. `, element("a", { href: "/tally", textContent: "Se reconnecter" }));
    }
    if (state.away) {
      return message("warn", "alert", count > 0 ? `Pas de réseau : ${queued}. Continuez, tout partira au retour du réseau.` : "Pas de réseau : continuez, tout partira au retour du réseau.");
    }
    if (count > 0) return message("info", "send", `${queued}…`);
    if (state.news) return message("ok", "check-circle", state.news);
    const others = ofOthers();
    if (others > 0) return message("info", "person", `Cet appareil garde ${several(others, "demande", "demandes")} d’une autre personne : l’envoi se fera quand elle s’y reconnectera.`);
    return null;
  };

  const said = new Map();

  /* A live region is written to only when it says something else: it would be read out again each time. */
  const put = (holder, key, ...made) => {
    if (said.get(holder) === key) return;
    said.set(holder, key);
    holder.replaceChildren(...made);
  };

  const show = () => {
    const told = status();
    put(part("state"), told?.textContent ?? "", ...(told ? [told] : []));
    showLast();
    showRefused();
    const counted = part("today");
    if (counted) counted.textContent = String((today.get(pointField.value) ?? 0) + waiting().filter((tap) => tap.point === pointField.value).length);
  };

  const showLast = () => {
    const tap = last();
    if (!tap) return said.has(part("last")) ? put(part("last"), "") : undefined;
    const button = element("button", { type: "button", className: "btn btn-secondary", textContent: "Annuler" });
    button.setAttribute("aria-label", `Annuler la demande : ${tap.words}`);
    button.addEventListener("click", () => undo(tap));
    put(part("last"), tap.id, element("div", { className: "tally-last" }, element("p", {}, icon("check-circle"), ` ${clock(tap.at)} : ${tap.words}`), button));
  };

  const showRefused = () => {
    const list = refused();
    put(part("refused"), list.map((tap) => tap.id).join(), ...list.map((tap) => {
      const button = element("button", { type: "button", className: "btn btn-secondary", textContent: "Écarter" });
      button.addEventListener("click", () => {
        drop(tap.id);
        show();
      });
      return element("div", { className: "message message-danger" }, icon("error"),
        element("div", { className: "message-body" },
          element("p", {}, element("strong", { textContent: `Non enregistrée : ${tap.words}, ${new Date(tap.at).toLocaleDateString("fr-FR")} à ${clock(tap.at)}` })),
          element("p", { textContent: tap.refusal }),
          element("div", { className: "actions" }, button)));
    }));
  };

  /* ---- tapping --------------------------------------------------------------------------------------------------- */

  const fault = (sentence) => {
    state.news = "";
    put(part("state"), sentence, message("danger", "error", sentence));
    document.getElementById("subject").focus();
  };

  const tap = (button) => {
    const chosen = subject();
    if (!chosen) return fault("Choisissez le sujet avant de noter l’issue.");
    const oriented = button.name === "orientation";
    const made = {
      id: crypto.randomUUID(),
      point: pointField.value,
      channel: channelField.value,
      subject: chosen.value,
      outcome: oriented ? "ORIENTED" : button.value,
      orientation: oriented ? button.value : null,
      note: note.value.trim() || null,
      at: Date.now(),
      words: `${wordsOf(chosen)}, ${oriented ? "orienté vers " : ""}${wordsOf(button)}`,
    };
    try {
      write(TAP + made.id, made);
    } catch {
      return fault("Cet appareil ne peut plus rien garder : la demande n’est pas notée. Libérez de la place, ou notez-la ailleurs.");
    }
    write(`${mine}last`, { id: made.id, point: made.point, at: made.at, words: made.words });
    note.value = "";
    note.closest("details").open = false;
    state.news = "";
    announce(`Noté : ${made.words}`);
    button.classList.add("is-tapped");
    setTimeout(() => button.classList.remove("is-tapped"), 400);
    show();
    send();
  };

  const undo = async (tap) => {
    await send();
    if (localStorage.getItem(TAP + tap.id) === null) {
      try {
        const answer = await post("/tally/undo", { id: tap.id });
        if (new URL(answer.url).pathname === "/login") return signedOut();
        if (!answer.ok) return fault("Cette demande ne s’annule plus : elle a plus de dix minutes, et reste comptée.");
        today.set(tap.point, Math.max(0, (today.get(tap.point) ?? 1) - 1));
      } catch {
        return fault("La demande est déjà partie : pour l’annuler, attendez le retour du réseau.");
      }
    }
    drop(tap.id);
    localStorage.removeItem(`${mine}last`);
    state.news = `Annulé : ${tap.words}`;
    show();
    screen.querySelector(".tally-tap")?.focus();
  };

  /* ---- sending ----------------------------------------------------------------------------------------------------- */

  const post = (address, fields) =>
    fetch(address, {
      method: "POST",
      headers: sending.header ? { [sending.header]: sending.token } : {},
      body: new URLSearchParams(fields),
    });

  const signedOut = () => {
    state.signedOut = true;
    show();
  };

  /** Whether the session is this account's; the page may be older than the session, or kept from before it. */
  const renew = async () => {
    const answer = await fetch("/tally/session", { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" }, redirect: "manual", cache: "no-store" });
    // signed in still, and no member of any team
    state.outOfTeam = answer.status === 403;
    if (!answer.ok) return false;
    const session = await answer.json();
    Object.assign(sending, { header: session.header, token: session.token });
    return session.account === account;
  };

  const sendBatch = async (batch) => {
    const fields = { batch: JSON.stringify({ account, now: Date.now(), taps: batch.map(({ words, ...tap }) => tap) }) };
    let answer = sending.token ? await post("/tally/contacts", fields) : null;
    if (answer === null || answer.status === 403 || new URL(answer.url).pathname === "/login") {
      if (!(await renew())) return false;
      answer = await post("/tally/contacts", fields);
    }
    if (answer.status === 422) {
      const { refusal } = await answer.json();
      batch.forEach((tap) => write(TAP + tap.id, { ...tap, refusal }));
      return true;
    }
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    const told = await answer.json();
    for (const { id, refusal } of told.taps) {
      const tap = read(TAP + id);
      if (!tap) continue;
      if (refusal) write(TAP + id, { ...tap, refusal });
      else drop(id);
    }
    today.forEach((count, point) => today.set(point, told.today[point] ?? 0));
    return true;
  };

  const sendWaiting = async () => {
    try {
      for (let batch = waiting().slice(0, BATCH); batch.length > 0; batch = waiting().slice(0, BATCH)) {
        state.signedOut = !(await sendBatch(batch));
        state.away = false;
        if (state.signedOut) break;
        if (batch.length > 1) state.news = `Envoyé : ${batch.length} demandes.`;
      }
    } catch {
      state.away = true;
    }
  };

  let round = null;

  /* One at a time: what is tapped meanwhile goes with the next turn of the same round. */
  const send = () => {
    round ??= sendWaiting().finally(() => {
      round = null;
      show();
    });
    return round;
  };

  const sendIfAny = () => {
    if (waiting().length > 0) send();
    else show();
  };

  /* ---- events --------------------------------------------------------------------------------------------------------- */

  form.addEventListener("click", (event) => {
    const button = event.target.closest(".tally-tap");
    const stand = event.target.closest("a[data-point]");
    if (button) {
      event.preventDefault();
      tap(button);
    } else if (stand && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      takeStand(stand);
      stand.closest("details").open = false;
      stand.closest("details").querySelector("summary").focus();
    }
  });

  form.addEventListener("change", (event) => {
    if (event.target.name === "subject") chooseSubject(event.target);
  });

  /* Keys of one letter can be switched off: whoever dictates, or types without looking, would tap by chance. */
  const switched = form.querySelector("#tally-keys");
  form.querySelector("[data-tally-keys]").hidden = false;
  switched.checked = read(`${PREFIX}keys`) !== false;
  switched.addEventListener("change", () => write(`${PREFIX}keys`, switched.checked));

  let orienting = false;
  const orientations = part("orientations");
  const orient = (on) => {
    orienting = on;
    orientations.classList.toggle("is-awaited", on);
  };

  document.addEventListener("keydown", (event) => {
    if (!switched.checked || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("textarea, select, input:not([type=radio]):not([type=checkbox]), dialog")) return;
    const key = event.key.toUpperCase();
    const keyed = (within) => within.find((control) => control.dataset.key === key);
    if (orienting && key === "ESCAPE") orient(false);
    else if (key === "O") {
      orient(true);
      orientations.querySelector("button")?.focus();
    } else if (/^\d$/.test(key)) {
      const button = orienting ? keyed([...orientations.querySelectorAll("button")]) : null;
      const radio = orienting ? null : keyed(subjects());
      orient(false);
      if (button) tap(button);
      else if (radio) {
        chooseSubject(radio);
        radio.focus();
      } else return;
    } else {
      const button = keyed([...form.querySelectorAll(".tally-tap[name=outcome]")]);
      if (!button) return;
      orient(false);
      tap(button);
    }
    event.preventDefault();
  });

  for (const type of ["online", "focus", "pageshow"]) window.addEventListener(type, sendIfAny);
  window.addEventListener("offline", () => {
    state.away = true;
    show();
  });
  window.addEventListener("storage", (event) => event.key?.startsWith(PREFIX) && show());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sendIfAny());
  setInterval(() => (waiting().length > 0 ? send() : show()), AGAIN);

  /* ---- arrival ----------------------------------------------------------------------------------------------------------- */

  const asked = new URLSearchParams(location.search);
  const before = read(`${mine}where`);
  const stand = asked.has("point") ? standAt(asked.get("point"), asked.get("channel")) : before && standAt(before.point, before.channel);
  const kept = read(`${mine}subject`);
  const radio = subject() ?? subjects().find((one) => one.value === (asked.get("subject") ?? kept));
  if (radio) chooseSubject(radio);
  if ("tallyShell" in screen.dataset) state.away = true;
  if (stand) takeStand(stand);
  sendIfAny();

  if ("serviceWorker" in navigator && !("tallyShell" in screen.dataset)) {
    navigator.serviceWorker
      .register("/tally-worker.js", { scope: "/tally" })
      .then(() => navigator.serviceWorker.ready)
      .then((registration) => registration.active.postMessage("keep-shell"))
      .catch((why) => console.warn("Cet écran ne s’ouvrira pas sans réseau.", why));
  }
})();
