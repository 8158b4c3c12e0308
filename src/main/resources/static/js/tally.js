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
  const UNDONE = `${mine}undo:`;
  const BATCH = 50;
  const AGAIN = 10_000;
  const UNDO = 10 * 60_000;

  /** Why nothing goes out. */
  const AWAY = "away";
  const FAILING = "failing";
  const SIGNED_OUT = "signed-out";
  const ANOTHER = "another";
  const OUT_OF_TEAM = "out-of-team";

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

  const kept = (prefix) => keys(prefix).map(read).filter((one) => one?.id).sort((one, other) => one.at - other.at);
  const taps = () => kept(TAP);
  const undone = () => kept(UNDONE);
  const isUndone = (tap) => localStorage.getItem(UNDONE + tap.id) !== null;
  const waiting = () => taps().filter((tap) => !tap.refusal);
  const refused = () => taps().filter((tap) => tap.refusal && !isUndone(tap));
  const ofOthers = () => keys(PREFIX).filter((key) => key.includes(":tap:") && !key.startsWith(TAP)).length;
  const drop = (id) => {
    localStorage.removeItem(TAP + id);
    localStorage.removeItem(UNDONE + id);
  };

  const last = () => {
    const tap = read(`${mine}last`);
    return tap && Date.now() - tap.at < UNDO ? tap : null;
  };

  /* ---- where and what ------------------------------------------------------------------------------------------ */

  const today = new Map(stands.map((stand) => [stand.dataset.point, Number(stand.dataset.today)]));

  /** What the server counts, with what waits to be counted and without what waits to be taken back. */
  const countedAt = (point) => {
    const here = (one) => one.point === point;
    const local = new Set(taps().map((tap) => tap.id));
    return Math.max(0, (today.get(point) ?? 0)
      + waiting().filter((tap) => here(tap) && !isUndone(tap)).length
      - undone().filter((one) => here(one) && !local.has(one.id)).length);
  };

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

  const state = { held: null, fault: "", news: "" };

  const message = (tone, sign, ...body) =>
    element("div", { className: `message message-${tone}` }, icon(sign), element("div", { className: "message-body" }, element("p", {}, ...body)));

  /** « 2 demandes et 1 annulation en attente d’envoi »; null when nothing waits. */
  const queue = () => {
    const toSend = waiting().filter((tap) => !isUndone(tap)).length;
    const toTakeBack = undone().length;
    const parts = [toSend > 0 && several(toSend, "demande", "demandes"), toTakeBack > 0 && several(toTakeBack, "annulation", "annulations")];
    const words = parts.filter(Boolean).join(" et ");
    return words && { words: `${words} en attente d’envoi`, many: toSend + toTakeBack > 1 };
  };

  const held = (reason, { words, many }) => {
    const here = `${words}, gardée${many ? "s" : ""} sur cet appareil`;
    const leaving = `elle${many ? "s" : ""} partir${many ? "ont" : "a"}`;
    switch (reason) {
      case OUT_OF_TEAM:
        return message("warn", "lock", `Vous n’êtes plus membre de l’équipe d’accueil : ${here}. Demandez à votre référent qualité de vous y remettre ; ${leaving} alors.`);
      case ANOTHER:
        return message("warn", "lock", `${here} : une autre personne s’y est connectée. Quand vous vous y reconnecterez, ${leaving}.`);
      case SIGNED_OUT:
        return message("warn", "lock", `${here} : votre session est terminée. `, element("a", { href: "/tally", textContent: "Se reconnecter" }));
      case FAILING:
        return message("warn", "alert", `Le serveur ne répond pas comme il devrait : ${here}. Continuez, l’envoi est retenté de lui-même.`);
      case AWAY:
        return message("warn", "alert", `Pas de réseau : ${words}. Continuez, tout partira au retour du réseau.`);
      default:
        return message("info", "send", `${words}…`);
    }
  };

  const status = () => {
    if (state.fault) return message("danger", "error", state.fault);
    const queued = queue();
    if (queued) return held(state.held, queued);
    if (state.held === AWAY) return message("warn", "alert", "Pas de réseau : continuez, tout partira au retour du réseau.");
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
    if (counted) counted.textContent = String(countedAt(pointField.value));
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
      const without = element("button", { type: "button", className: "btn btn-primary", textContent: "Compter sans la note" });
      without.addEventListener("click", () => {
        mark(tap.id, { note: null, refusal: undefined });
        show();
        send();
      });
      return element("div", { className: "message message-danger" }, icon("error"),
        element("div", { className: "message-body" },
          element("p", {}, element("strong", { textContent: `Non enregistrée : ${tap.words}, ${new Date(tap.at).toLocaleDateString("fr-FR")} à ${clock(tap.at)}` })),
          element("p", { textContent: tap.refusal }),
          ...(tap.note ? [element("p", { className: "quiet", textContent: `Note : ${tap.note}` })] : []),
          element("div", { className: "actions" }, ...(tap.note ? [without] : []), button)));
    }));
  };

  /* ---- tapping --------------------------------------------------------------------------------------------------- */

  /** It stays to be read until the next tap. */
  const fault = (sentence) => {
    state.news = "";
    state.fault = sentence;
    show();
  };

  const tap = (button) => {
    const chosen = subject();
    if (!chosen) {
      fault("Choisissez le sujet avant de noter l’issue.");
      document.getElementById("subject").focus();
      return;
    }
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
      // as long in characters when it is: what is kept never grows
      posted: 0,
      words: `${wordsOf(chosen)}, ${oriented ? "orienté vers " : ""}${wordsOf(button)}`,
    };
    try {
      write(TAP + made.id, made);
    } catch {
      fault("Cet appareil ne peut plus rien garder : la demande n’est pas notée. Libérez de la place, ou notez-la ailleurs.");
      return;
    }
    write(`${mine}last`, { id: made.id, point: made.point, at: made.at, words: made.words });
    note.value = "";
    note.closest("details").open = false;
    state.news = "";
    state.fault = "";
    announce(`Noté : ${made.words}`);
    button.classList.add("is-tapped");
    setTimeout(() => button.classList.remove("is-tapped"), 400);
    show();
    send();
  };

  const takenBack = (one) => {
    drop(one.id);
    state.news = `Annulé : ${one.words}`;
  };

  /* What was never posted is nobody's yet. Of anything else only the server knows whether it arrived: it is asked. */
  const undo = async (tap) => {
    const here = read(TAP + tap.id);
    const asks = !here || here.posted && !here.refusal;
    try {
      if (asks) write(UNDONE + tap.id, { ...tap, at: Date.now() });
    } catch {
      fault("Cet appareil ne peut plus rien garder : la demande n’est pas annulée. Libérez de la place, puis annulez-la de nouveau.");
      return;
    }
    localStorage.removeItem(`${mine}last`);
    state.fault = "";
    if (asks) await send();
    else takenBack(tap);
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

  /** Why this account cannot send now, null when it can; the page may be older than the session, or kept from before it. */
  const renew = async () => {
    const answer = await fetch("/tally/session", { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" }, redirect: "manual", cache: "no-store" });
    if (answer.status === 403) return OUT_OF_TEAM;
    if (answer.status >= 500) return FAILING;
    if (!answer.ok) return SIGNED_OUT;
    const session = await answer.json();
    // what opens another person's session must not open it to this queue
    if (session.account !== account) return ANOTHER;
    Object.assign(sending, { header: session.header, token: session.token });
    return null;
  };

  /**
   * An answer of the server to this account, or why there is none.
   *
   * @param leaving what is sent, asked for as it leaves
   */
  const postAsMine = async (address, leaving) => {
    let answer = sending.token ? await post(address, leaving()) : null;
    if (answer === null || answer.status === 403 || new URL(answer.url).pathname === "/login") {
      const reason = await renew();
      if (reason) return { reason };
      answer = await post(address, leaving());
    }
    return { answer };
  };

  /** It may have been dropped meanwhile, here or in another window. */
  const mark = (id, more) => {
    const tap = read(TAP + id);
    if (tap) write(TAP + id, { ...tap, ...more });
  };

  const sendBatch = async (batch) => {
    const { reason, answer } = await postAsMine("/tally/contacts", () => {
      const leaving = batch.filter(({ id }) => read(TAP + id));
      leaving.forEach(({ id }) => mark(id, { posted: 1 }));
      return { batch: JSON.stringify({ account, now: Date.now(), taps: leaving.map(({ words, posted, ...tap }) => tap) }) };
    });
    if (reason) return reason;
    if (answer.status === 409) return ANOTHER;
    if (answer.status === 422) {
      const { refusal } = await answer.json();
      batch.forEach(({ id }) => mark(id, { refusal }));
      return null;
    }
    if (!answer.ok) return FAILING;
    const told = await answer.json();
    for (const { id, refusal } of told.taps) {
      if (refusal) mark(id, { refusal });
      else localStorage.removeItem(TAP + id);
    }
    today.forEach((count, point) => today.set(point, told.today[point] ?? 0));
    return null;
  };

  /** After the taps themselves: one that was refused is counted nowhere. */
  const sendUndone = async (one) => {
    if (read(TAP + one.id)?.refusal) {
      takenBack(one);
      return null;
    }
    const { reason, answer } = await postAsMine("/tally/undo", () => ({ id: one.id, askedAt: one.at, sentAt: Date.now() }));
    if (reason) return reason;
    if (answer.status === 422 || answer.status === 404) {
      drop(one.id);
      fault(answer.status === 422
        ? `Trop de temps a passé : « ${one.words} » ne s’annule plus, et reste comptée.`
        : `« ${one.words} » n’est plus à votre équipe : elle ne s’annule pas d’ici.`);
      return null;
    }
    if (!answer.ok) return FAILING;
    today.set(one.point, Math.max(0, (today.get(one.point) ?? 1) - 1));
    takenBack(one);
    return null;
  };

  /** Taps first, what was tapped meanwhile as well. Tells why it stopped, null when everything has gone. */
  const sendEverything = async () => {
    for (;;) {
      const batch = waiting().slice(0, BATCH);
      const [one] = undone();
      if (batch.length === 0 && !one) return null;
      const reason = batch.length > 0 ? await sendBatch(batch) : await sendUndone(one);
      if (reason) return reason;
      if (batch.length > 1) state.news = `Envoyé : ${batch.length} demandes.`;
    }
  };

  const sendWaiting = async () => {
    try {
      state.held = await sendEverything();
    } catch (why) {
      // this is how a browser says that it reached nobody
      state.held = why instanceof TypeError ? AWAY : FAILING;
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
    if (queue()) send();
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
    // the upper row of a French keyboard types figures with the shift key only
    const key = /^Digit(\d)$/.exec(event.code)?.[1] ?? event.key.toUpperCase();
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

  for (const type of ["focus", "pageshow"]) window.addEventListener(type, sendIfAny);
  for (const type of ["online", "offline"]) {
    window.addEventListener(type, () => {
      state.held = type === "offline" ? AWAY : null;
      sendIfAny();
    });
  }
  window.addEventListener("storage", (event) => event.key?.startsWith(PREFIX) && show());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sendIfAny());
  setInterval(sendIfAny, AGAIN);

  /* ---- arrival ----------------------------------------------------------------------------------------------------------- */

  const asked = new URLSearchParams(location.search);
  const before = read(`${mine}where`);
  const stand = asked.has("point") ? standAt(asked.get("point"), asked.get("channel")) : before && standAt(before.point, before.channel);
  const lately = read(`${mine}subject`);
  const radio = subject() ?? subjects().find((one) => one.value === (asked.get("subject") ?? lately));
  if (radio) chooseSubject(radio);
  if ("tallyShell" in screen.dataset) state.held = AWAY;
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
