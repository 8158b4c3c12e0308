/*
 * Rating by keyboard: a grade's figure and N on the rating that has the focus, arrows or J and K to the next and the one
 * before. On a panel the figure is typed; « sans objet » and a figure exclude each other.
 */
(() => {
  "use strict";
  if (window.capRating) return;
  window.capRating = true;

  const CHOICE = "input:is([type=radio], [type=checkbox])";

  const writing = (target) => target.matches(`textarea, select, input:not(${CHOICE})`) || target.isContentEditable;

  const focusOn = (rating) => {
    const choice = rating.querySelector("input[type=radio]:checked:not(:disabled)") ?? rating.querySelector("input:not(:disabled)");
    choice?.focus();
    rating.scrollIntoView({ block: "nearest" });
  };

  const step = (rating, by) => {
    const all = [...document.querySelectorAll("[data-rating]:not(:disabled)")];
    const next = all[all.indexOf(rating) + by];
    if (next) focusOn(next);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    const rating = event.target.closest("[data-rating]");
    if (!rating) return;
    // the upper row of a French keyboard types figures with the shift key only
    const key = /^Digit(\d)$/.exec(event.code)?.[1] ?? event.key.toLowerCase();
    if (key === "arrowdown" || key === "j") step(rating, 1);
    else if (key === "arrowup" || key === "k") step(rating, -1);
    else if (/^[0-9n]$/.test(key)) {
      const choice = rating.querySelector(`${CHOICE}[value="${key.toUpperCase()}"]:not(:disabled)`);
      if (!choice) return;
      const changed = !choice.checked;
      choice.checked = true;
      choice.focus();
      if (changed) choice.dispatchEvent(new Event("change", { bubbles: true }));
      if (key === "n") rating.querySelector("[data-rating-reason]")?.focus();
    } else return;
    event.preventDefault();
  });

  document.addEventListener("input", (event) => {
    const none = event.target.matches?.(".rating-points") && event.target.closest("[data-rating]")?.querySelector("[type=checkbox]");
    if (none && event.target.value !== "") none.checked = false;
  });

  document.addEventListener("change", (event) => {
    const rating = event.target.closest?.("[data-rating]");
    if (!rating || !event.target.matches(`${CHOICE}, .rating-points`)) return;
    const points = rating.querySelector(".rating-points");
    if (event.target.type === "checkbox" && event.target.checked && points) points.value = "";
    const state = rating.querySelector("[data-rating-state]");
    if (state) state.textContent = rating.querySelector(`${CHOICE}:checked`) || points?.value ? "" : state.dataset.ratingState;
  });
})();
