/* « Toutes » over a group of checkboxes; shown by this script, since without it the box would do nothing. */
(() => {
  "use strict";
  for (const all of document.querySelectorAll("[data-check-all]")) {
    const group = all.closest("[data-check-group]");
    const boxes = [...group.querySelectorAll("input[type=checkbox]")].filter((box) => box !== all);
    const show = () => {
      const checked = boxes.filter((box) => box.checked).length;
      all.checked = checked === boxes.length;
      all.indeterminate = checked > 0 && checked < boxes.length;
    };
    all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
    group.addEventListener("change", show);
    all.closest("[data-check-all-holder]").hidden = false;
    show();
  }
})();
