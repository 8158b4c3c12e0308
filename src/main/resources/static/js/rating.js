/* Rating by keyboard: 0 to 4 and N on the rating that has the focus, arrows or J and K to the next and the one before. */
(() => {
  "use strict";
  if (window.capRating) return;
  window.capRating = true;

  const writing = (target) => target.matches("textarea, select, input:not([type=radio])") || target.isContentEditable;

  const focusOn = (rating) => {
    const choice = rating.querySelector("input[type=radio]:checked:not(:disabled)") ?? rating.querySelector("input[type=radio]:not(:disabled)");
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
    const key = event.key.toLowerCase();
    if (key === "arrowdown" || key === "j") step(rating, 1);
    else if (key === "arrowup" || key === "k") step(rating, -1);
    else if (/^[0-4n]$/.test(key)) {
      const choice = rating.querySelector(`input[value="${key.toUpperCase()}"]:not(:disabled)`);
      if (!choice) return;
      const changed = !choice.checked;
      choice.checked = true;
      choice.focus();
      if (changed) choice.dispatchEvent(new Event("change", { bubbles: true }));
      if (key === "n") rating.querySelector("[data-rating-reason]")?.focus();
    } else return;
    event.preventDefault();
  });

  document.addEventListener("change", (event) => {
    const state = event.target.closest?.("[data-rating]")?.querySelector("[data-rating-state]");
    if (state && event.target.type === "radio") state.textContent = "";
  });
})();
