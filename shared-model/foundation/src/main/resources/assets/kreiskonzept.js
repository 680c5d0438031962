// Improves pages that work without it: brings the summary of errors to the reader after a form was refused.
"use strict";

function focusErrorSummary(root) {
  const summary = root.querySelector(".kk-error-summary");
  if (summary) {
    summary.focus();
  }
}

focusErrorSummary(document);
document.addEventListener("htmx:afterSettle", (event) => focusErrorSummary(event.target));
