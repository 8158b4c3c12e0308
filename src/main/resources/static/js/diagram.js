/* The process as it stands: bpmn-js draws it, colours what is done and where it is; the text beside it says the same. */
(() => {
  "use strict";
  if (window.capDiagrams) return;
  window.capDiagrams = true;

  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  const lasting = (since) => {
    const minutes = Math.max(0, Math.floor((Date.now() - new Date(since)) / 60000));
    const count = (n, one, many) => `${n} ${n > 1 ? many : one}`;
    if (minutes < 1) return "depuis moins d’une minute";
    if (minutes < 60) return `depuis ${count(minutes, "minute", "minutes")}`;
    if (minutes < 60 * 24) return `depuis ${count(Math.floor(minutes / 60), "heure", "heures")}`;
    return `depuis ${count(Math.floor(minutes / 1440), "jour", "jours")}`;
  };

  const day = (since) => new Date(since).toLocaleDateString("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Paris" });

  const tell = (holder, state, nameOf) => {
    const parts = [];
    if (state.active.length === 0) parts.push(element("p", { textContent: "Le processus est terminé." }));
    else {
      parts.push(element("h3", { textContent: "En ce moment" }));
      const list = element("ul");
      for (const at of state.active) {
        const item = element("li", {}, element("strong", { textContent: nameOf(at.id) }));
        if (at.since) item.append(element("span", { textContent: `${lasting(at.since)} (${day(at.since)})` }));
        if (at.waitingFor) item.append(element("span", { textContent: `On attend : ${at.waitingFor}` }));
        list.append(item);
      }
      parts.push(list);
    }
    if (state.next?.length) {
      parts.push(element("h3", { textContent: "Ensuite" }));
      parts.push(element("ul", {}, ...state.next.map((name) => element("li", { textContent: name }))));
    }
    holder.replaceChildren(...parts);
  };

  /* Below this scale nobody reads the names: a narrow window starts on the step it is at, not on the whole. */
  const READABLE = 0.8;

  const standAt = (canvas, step) => {
    const { width, height } = canvas.viewbox().outer;
    const [wide, high] = [width / READABLE, height / READABLE];
    canvas.viewbox({ x: step.x + step.width / 2 - wide / 2, y: step.y + step.height / 2 - high / 2, width: wide, height: high });
  };

  const show = async (section) => {
    if (section.dataset.drawn) return;
    section.dataset.drawn = "yes";
    const text = section.querySelector("[data-diagram-text]");
    try {
      const answer = await fetch(section.dataset.diagramUrl, { headers: { Accept: "application/json" }, credentials: "same-origin" });
      if (!answer.ok || !answer.headers.get("Content-Type")?.includes("json")) throw new Error(`réponse ${answer.status}`);
      const state = await answer.json();
      const viewer = new BpmnJS({ container: section.querySelector("[data-diagram-canvas]") });
      await viewer.importXML(state.xml);
      const canvas = viewer.get("canvas");
      const registry = viewer.get("elementRegistry");
      const overlays = viewer.get("overlays");
      const nameOf = (id) => registry.get(id)?.businessObject.name || id;
      state.done.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, "live-done"));
      for (const at of state.active.filter(({ id }) => registry.get(id))) {
        canvas.removeMarker(at.id, "live-done");
        canvas.addMarker(at.id, "live-active");
        // also when the whole process is fitted in; the viewer hides what is small by default
        overlays.add(at.id, { show: { minZoom: 0 }, position: { bottom: -6, left: 0 }, html: element("div", { className: "live-flag", textContent: at.since ? lasting(at.since) : "en cours" }) });
      }
      canvas.zoom("fit-viewport", "auto");
      const here = state.active.map(({ id }) => registry.get(id)).find(Boolean);
      if (here && canvas.zoom() < READABLE / 1.5) standAt(canvas, here);
      section.querySelectorAll("[data-zoom]").forEach((button) =>
        button.addEventListener("click", () => {
          if (button.dataset.zoom === "fit") canvas.zoom("fit-viewport", "auto");
          else canvas.zoom(canvas.zoom() * (button.dataset.zoom === "in" ? 1.25 : 0.8));
        }));
      const drawing = section.querySelector(".djs-container svg");
      drawing?.setAttribute("role", "img");
      drawing?.setAttribute("aria-label", `Schéma du processus ${state.name} ; le texte à côté dit où il en est`);
      tell(text, state, nameOf);
      section.dataset.ready = "yes";
    } catch (failure) {
      console.warn("Schéma non affiché", failure);
      text.replaceChildren(element("p", { textContent: "Le schéma n’a pas pu être chargé. Rechargez la page ; le reste de la page est à jour." }));
    }
  };

  const showAll = (scope) => scope.querySelectorAll("[data-diagram-url]").forEach(show);
  showAll(document);
  document.addEventListener("htmx:afterSettle", (event) => showAll(event.target));
})();
