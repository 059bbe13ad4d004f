// Permanent addresses: a click puts them into the clipboard, too.
"use strict";
for (const link of document.querySelectorAll("a.share")) {
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    history.replaceState(null, "", link.href);
    await navigator.clipboard.writeText(link.href);
    document.getElementById("live").textContent = link.dataset.copied;
    link.textContent = link.dataset.copied;
  });
}
