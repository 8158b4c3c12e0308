/*
 * Shares and sums of the weights follow what is being typed. The server reckons the same when the page is read again.
 */
(() => {
  "use strict";
  const share = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });

  const reckon = (group) => {
    const fields = [...group.querySelectorAll("[data-weight]")];
    const weights = fields.map((field) => (/^\s*\d+\s*$/.test(field.value) ? Number(field.value) : NaN));
    const sum = weights.reduce((total, weight) => total + (weight || 0), 0);
    group.querySelector("[data-sum]").textContent = String(sum);
    fields.forEach((field, at) => {
      const shown = field.closest("tr").querySelector("[data-share]");
      shown.textContent = weights[at] > 0 ? `${share.format((100 * weights[at]) / sum)} %` : "–";
    });
  };

  document.addEventListener("input", (event) => {
    const group = event.target.closest?.("[data-weights]");
    if (group && event.target.matches("[data-weight]")) reckon(group);
  });
})();
