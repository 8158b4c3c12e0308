/*
 * Takes what a team agreed on in its last cycle into the fields, and no further: setting a value from here tells nobody,
 * so nothing is saved until the member does.
 */
(() => {
  "use strict";
  if (window.capLastCycle) return;
  window.capLastCycle = true;

  const fill = (field, value) => {
    if (field && value && field.value.trim() === "") field.value = value;
  };

  for (const button of document.querySelectorAll("[data-take]")) button.hidden = false;

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-take]");
    if (!button) return;
    const form = button.closest("form");
    const answer = button.dataset.takeAnswer;
    const points = form.querySelector("input.rating-points");
    const choice = form.querySelector(`input:is([type=radio], [type=checkbox])[value="${CSS.escape(answer)}"]`);
    if (points) points.value = answer === "N" ? "" : answer;
    if (choice) choice.checked = true;
    else if (form.elements.notApplicable) form.elements.notApplicable.checked = false;
    if (answer === "N") fill(form.elements.reason, button.dataset.takeReason);
    fill(form.elements.comment, button.dataset.takeComment);
    form.classList.add("is-taken");
    button.parentElement.querySelector("[data-taken]").textContent = "Repris dans le formulaire, pas encore enregistré : vérifiez, puis enregistrez la réponse.";
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt.closest?.("form.is-taken");
    if (!form || event.detail.xhr.status >= 300) return;
    form.classList.remove("is-taken");
    for (const said of form.querySelectorAll("[data-taken]")) said.textContent = "";
  });
})();
