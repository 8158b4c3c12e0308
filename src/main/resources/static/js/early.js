/*
 * Loaded before the page is drawn, and small for that reason. A button pressed while the page is still arriving waits for
 * its scripts: sent at once it would not ask before what cannot be undone, and a button of htmx would do nothing. Where
 * the scripts never come, the browser says all the same that the page is there, and the button does what it does without.
 */
(() => {
  "use strict";

  let ready = false;
  let pressed = null;

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button, input[type=submit]");
    if (ready || !button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed = button;
    button.setAttribute("aria-busy", "true");
  }, true);

  document.addEventListener("DOMContentLoaded", () => {
    // the other scripts, too, begin their work with this event, and were asked later
    setTimeout(() => {
      ready = true;
      pressed?.removeAttribute("aria-busy");
      pressed?.click();
    });
  });
})();
