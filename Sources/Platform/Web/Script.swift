/// The one script of our own. No page needs it: it sends what is typed in a form to be kept as a draft.
public enum Script {
    /// Its text, as it is served.
    public static let own = """
        (function () {
          "use strict";
          var waitMilliseconds = 1200;

          function watch(form) {
            var timer = null, sending = null, isDone = false;
            var says = document.createElement("p");
            says.className = "tc-draft-state";
            says.setAttribute("role", "status");
            form.appendChild(says);

            function typed() {
              var fields = new URLSearchParams(new FormData(form));
              var heading = document.querySelector("h1");
              fields.set("_form", new URL(form.action).pathname);
              fields.set("_title", heading ? heading.textContent : "");
              return fields;
            }

            function keep() {
              timer = null;
              if (sending) { sending.abort(); }
              sending = new AbortController();
              fetch(form.dataset.draft, { method: "POST", body: typed(), signal: sending.signal, redirect: "manual" })
                .then(function (answer) {
                  var isKept = answer.status === 204;
                  says.textContent = isKept ? "Your draft is kept." : "Your draft could not be kept. Save soon.";
                })
                .catch(function (fault) {
                  if (fault.name !== "AbortError") { says.textContent = "Your draft could not be kept. Save soon."; }
                });
            }

            form.addEventListener("input", function () {
              clearTimeout(timer);
              timer = setTimeout(keep, waitMilliseconds);
            });
            form.addEventListener("submit", function () {
              isDone = true;
              clearTimeout(timer);
              if (sending) { sending.abort(); }
            });
            window.addEventListener("pagehide", function () {
              if (timer !== null && !isDone) { navigator.sendBeacon(form.dataset.draft, typed()); }
            });
          }

          document.querySelectorAll("form[data-draft]").forEach(watch);
        })();
        """
}
