/*
 * Forms saved line by line: the answer brings news and states but never a field, so what marks a field as refused, and
 * what counts as already saved, is brought up to date here.
 */
(() => {
  "use strict";
  if (window.capRows) return;
  window.capRows = true;

  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt, xhr, requestConfig } = event.detail;
    const form = elt.closest?.("form[data-row]");
    if (!form || requestConfig.verb === "get") return;
    if (xhr.status >= 200 && xhr.status < 300) {
      for (const field of form.elements) {
        if (!field.name || !requestConfig.formData.has(field.name)) continue;
        const sent = requestConfig.formData.get(field.name);
        if (field.type === "radio" || field.type === "checkbox") field.defaultChecked = field.value === sent;
        else if (field.type !== "hidden" && field.type !== "file" && "defaultValue" in field && field.value === sent) field.defaultValue = sent;
      }
    }
    for (const error of form.querySelectorAll("[data-field-error]")) {
      const refused = error.textContent.trim() !== "";
      for (const field of form.querySelectorAll(`[aria-describedby~="${CSS.escape(error.id)}"]`)) {
        field.classList.toggle("is-invalid", refused);
        if (refused) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      }
      if (refused) error.closest("details")?.setAttribute("open", "");
    }
  });
})();
