// What pages do beyond links and forms; without it they say the same.
"use strict";
document.documentElement.classList.add("js");
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => document.documentElement.classList.add("painted"))));

for (const form of document.querySelectorAll("form.filters, form.search")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
}

for (const button of document.querySelectorAll("button.copy")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    document.getElementById("live").textContent = button.dataset.copied;
    button.textContent = button.dataset.copied;
  });
}

// Scripts of Chinese: as published, simplified, proper traditional.
for (const choice of document.querySelectorAll("input[name=script]")) {
  choice.addEventListener("change", () => {
    for (const part of document.querySelectorAll("[data-hans], [data-hant]")) {
      part.dataset.published ??= part.textContent;
      part.textContent = (choice.value && part.dataset[choice.value]) || part.dataset.published;
    }
  });
}

// Side notes in step with the text: a highlight shows its card, a card its highlight.
const marks = (number) => document.querySelectorAll(`mark[data-numbers~="${number}"]`);
const show = (number, toMark) => {
  for (const each of document.querySelectorAll(".current")) each.classList.remove("current");
  const card = document.querySelector(`.card[data-number="${number}"]`);
  card?.classList.add("current");
  for (const mark of marks(number)) mark.classList.add("current");
  const target = toMark ? marks(number)[0] : card;
  target?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
};
for (const mark of document.querySelectorAll(".document mark[data-numbers]")) {
  mark.addEventListener("click", () => show(mark.dataset.numbers.split(" ")[0], false));
}
for (const card of document.querySelectorAll(".card[data-number]")) {
  card.addEventListener("click", (event) => {
    if (!event.target.closest("a:not(.number), button, summary")) show(card.dataset.number, true);
  });
}
const arrived = () => {
  const card = location.hash && document.getElementById(location.hash.slice(1))?.closest(".card[data-number]");
  if (card) show(card.dataset.number, true);
};
addEventListener("hashchange", arrived);
arrived();

// Jobs: each event of the server has the page show what it would show now.
for (const job of document.querySelectorAll("#job[data-events]")) {
  const source = new EventSource(job.dataset.events);
  let isAsking = false;
  let isStale = false;
  const show = async () => {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    while (isStale) {
      isStale = false;
      const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
      if (!answer?.ok) break;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.getElementById("job");
      const state = job.querySelector(".state").textContent;
      job.replaceChildren(...now.childNodes);
      const told = job.querySelector(".state").textContent;
      if (told !== state) document.getElementById("live").textContent = told;
      if (!now.dataset.events) for (const part of document.querySelectorAll(".while-running")) part.hidden = true;
      await new Promise((done) => setTimeout(done, 400));
    }
    isAsking = false;
  };
  source.addEventListener("job", show);
  source.addEventListener("end", () => { source.close(); show(); });
}

// Files that are dropped anywhere on the field's label are those of the field.
for (const place of document.querySelectorAll("label.drop")) {
  const over = (event) => { event.preventDefault(); place.classList.toggle("over", event.type === "dragover"); };
  for (const type of ["dragover", "dragleave", "drop"]) place.addEventListener(type, over);
  place.addEventListener("drop", (event) => { place.querySelector("input").files = event.dataTransfer.files; });
}
