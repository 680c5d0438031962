// Improves pages that work without it: brings the summary of errors to the reader after a form was refused, and tells who writes
// in a form whose draft cannot be kept, so that nothing is lost when a session ends, and which file is too large.
"use strict";

function focusErrorSummary(root) {
  const summary = root.querySelector(".kk-error-summary");
  if (summary) {
    summary.focus();
  }
}

focusErrorSummary(document);
document.addEventListener("htmx:afterSettle", (event) => focusErrorSummary(event.target));

// A file that is too large would be refused after a long time, and on some ways without the form: it is told before anything is sent.
function tooLarge(field) {
  const most = Number(field.dataset.largest);
  const over = Array.from(field.files).some((file) => file.size > most);
  field.closest(".kk-field").querySelector(".kk-file__large").hidden = !over;
  field.setAttribute("aria-invalid", String(over));
  return over;
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-largest]")) {
    tooLarge(event.target);
  }
});

document.addEventListener("submit", (event) => {
  const over = Array.from(event.target.querySelectorAll("[data-largest]")).find(tooLarge);
  if (over) {
    event.preventDefault();
    over.focus();
  }
});

function beat(event) {
  return event.target.closest && event.target.closest("[data-writing]");
}

// After somebody has signed in again in another window, the values that guard the forms come from a fresh page.
async function renew(part) {
  const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } }).catch(() => null);
  const fresh =
    answer && answer.ok && !answer.redirected
      ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[name=csrfToken]")
      : null;
  part.querySelector(".kk-writing__ended").hidden = Boolean(fresh);
  part.dataset.writing = fresh ? "" : "ended";
  if (fresh) {
    document.querySelectorAll("[name=csrfToken]").forEach((field) => (field.value = fresh.value));
  }
  return Boolean(fresh);
}

async function retry(event) {
  const part = beat(event);
  if (part && !part.dataset.trying) {
    part.dataset.trying = "yes";
    if (await renew(part)) {
      htmx.trigger(part.querySelector(".kk-writing__kept"), "again");
    }
  }
}

// One try after each word, not a storm.
document.addEventListener("input", (event) => {
  const part = event.target.form && event.target.form.querySelector("[data-writing]");
  if (part) {
    delete part.dataset.trying;
  }
});

document.addEventListener("htmx:responseError", retry);
document.addEventListener("htmx:sendError", retry);
document.addEventListener("htmx:beforeSwap", (event) => {
  const answered = new URL(event.detail.xhr.responseURL, location.href).pathname;
  if (beat(event) && answered !== event.detail.pathInfo.requestPath) {
    event.detail.shouldSwap = false;
    retry(event);
  }
});

document.addEventListener("submit", async (event) => {
  const part = event.target.querySelector("[data-writing=ended]");
  if (part) {
    event.preventDefault();
    if (await renew(part)) {
      event.target.submit();
    } else {
      part.scrollIntoView();
    }
  }
});
