"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const panel = one("#panel");
  const facing = one(".facing", panel);
  const state = { topic: null, numbers: [], at: 0, opener: null };

  document.documentElement.classList.add("js");

  const fill = (pattern, slots) => pattern.replace(/\{(\w+)\}/g, (_, name) => slots[name]);
  const say = (text) => { one("#live").textContent = text; };
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const selecting = () => !getSelection().isCollapsed;
  const noteOf = (topic) => all(".cell-note").find((note) => note.dataset.topic === topic);
  const numbersOf = (element) => (element.dataset.numbers || "").split(" ").filter(Boolean);

  /* Scripts: what was published is kept on the element before it is first replaced. */
  const script = () => (one("input[name=script]:checked") || { value: "" }).value;
  const write = (root) => {
    const chosen = script();
    all("[data-hans], [data-hant]", root).forEach((element) => {
      if (element.dataset.published === undefined) element.dataset.published = element.textContent;
      element.textContent = (chosen && element.dataset[chosen]) || element.dataset.published;
    });
  };

  /* Evidence: the cards of the list below are copied into the panel, so a page holds each of them once. */
  const copyCard = (number) => {
    const original = one(`#statement-${number}`);
    const card = original.cloneNode(true);
    card.removeAttribute("id");
    card.tabIndex = -1;
    return card;
  };

  const moveTo = (element, block) =>
    element && element.scrollIntoView({ block, behavior: calm() ? "auto" : "smooth" });

  const scrollPanel = (card) => {
    const head = one("header", panel).offsetHeight;
    panel.scrollTo({ top: Math.max(0, card.offsetTop - head - 12), behavior: calm() ? "auto" : "smooth" });
  };

  const select = (at, { scroll = true } = {}) => {
    state.at = at;
    const number = state.numbers[at];
    all(".current").filter((element) => !element.matches(".cell")).forEach((e) => e.classList.remove("current"));
    const card = one(`.card[data-number="${number}"]`, facing);
    const position = fill(panel.dataset.position, { i: at + 1, n: state.numbers.length });
    one("#position").textContent = state.numbers.length > 1 ? position : "";
    one("#previous").disabled = at === 0;
    one("#next").disabled = at >= state.numbers.length - 1;
    if (!card) return;
    card.classList.add("current");
    all(`mark[data-numbers~="${number}"]`).forEach((mark) => {
      if (!mark.matches(".speaker, .cue")) mark.classList.add("current");
    });
    if (scroll) moveTo(one(`#mark-${number}`), "center");
    scrollPanel(card);
    say(`${position}: ${one(".who", card).textContent.trim()}. ${one("blockquote", card).textContent}`);
  };

  const open = (title, meaning, numbers, at, opener, options) => {
    Object.assign(state, { numbers, opener });
    one("#panel-title").replaceChildren(...title);
    one("#panel-meaning").textContent = meaning;
    facing.replaceChildren(...numbers.map(copyCard));
    facing.classList.toggle("single", numbers.length === 1);
    one(".sides", panel).hidden = numbers.length === 1;
    panel.hidden = false;
    document.documentElement.classList.add("walking");
    panel.focus({ preventScroll: true });
    select(at, options);
  };

  const markCell = (topic) => all(".cell").forEach((cell) => cell.classList.toggle("current", cell.dataset.topic === topic));

  const openCell = (topic, opener, number) => {
    const note = noteOf(topic);
    if (!note) return;
    state.topic = topic;
    markCell(topic);
    const numbers = numbersOf(note);
    const title = [...one("h3", note).cloneNode(true).childNodes];
    const meaning = `${one(".meaning", note).textContent}\n${one(".rule", note).textContent}`;
    open(title, meaning, numbers, Math.max(0, numbers.indexOf(number)), opener);
    if (!numbers.length) say(one(".references", note).textContent);
  };

  const openStatements = (numbers, opener) => {
    const within = state.topic && !panel.hidden && state.numbers.indexOf(numbers[0]);
    if (typeof within === "number" && within >= 0) { select(within, { scroll: false }); return; }
    state.topic = null;
    markCell(null);
    open([document.createTextNode(panel.dataset.statement)], "", numbers, 0, opener, { scroll: false });
  };

  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    document.documentElement.classList.remove("walking");
    all(".current").forEach((element) => element.classList.remove("current"));
    const { opener } = state;
    state.topic = null;
    if (opener && opener.isConnected) {
      moveTo(opener, "center");
      opener.focus({ preventScroll: true });
    }
  };

  const step = (by) => {
    const at = state.at + by;
    if (at >= 0 && at < state.numbers.length) select(at);
  };

  const done = (button) => {
    const label = button.textContent;
    button.textContent = panel.dataset.copied;
    say(panel.dataset.copied);
    setTimeout(() => { button.textContent = label; }, 1500);
  };

  /* A page opened from a disk may not use the clipboard: then the old way. */
  const copyOldWay = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  };

  const copy = async (button) => {
    const text = button.dataset.citation;
    try {
      await navigator.clipboard.writeText(text);
      done(button);
    } catch {
      if (copyOldWay(text)) done(button);
      button.focus({ preventScroll: true });
    }
  };

  const follow = (link) => {
    const [, kind, number] = /^#(statement|mark)-(\d+)$/.exec(link.getAttribute("href")) || [];
    if (kind === "statement") openStatements([number], link);
    if (kind === "mark") moveTo(one(`#mark-${number}`), "center");
    return Boolean(kind);
  };

  document.addEventListener("click", (event) => {
    const target = event.target;
    const link = target.closest("a[href^='#']");
    if (link) { if (follow(link)) event.preventDefault(); return; }
    if (target.closest("#previous")) return step(-1);
    if (target.closest("#next")) return step(1);
    if (target.closest("#close")) return close();
    const button = target.closest(".copy");
    if (button) { copy(button); return; }
    const toCell = target.closest(".to-cell");
    if (toCell) return openCell(toCell.dataset.topic, state.opener, toCell.closest(".card").dataset.number);
    if (selecting()) return;
    const cell = target.closest(".cell[data-topic]");
    if (cell) return openCell(cell.dataset.topic, cell);
    const mark = target.closest("mark[data-numbers]");
    if (mark) return openStatements(numbersOf(mark), mark.closest("p, h3, h4").querySelector(".reference"));
    const card = target.closest(".facing .card");
    if (card && !card.classList.contains("current")) select(state.numbers.indexOf(card.dataset.number));
  });

  const siblingCell = (cell, by) => {
    const cells = all(".cell[data-topic]", cell.closest("svg"));
    return cells[cells.indexOf(cell) + by];
  };

  const cellKey = (event, cell) => {
    if (event.key === "Enter" || event.key === " ") openCell(cell.dataset.topic, cell);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const other = siblingCell(cell, event.key === "ArrowDown" ? 1 : -1);
      if (other) other.focus();
    } else return false;
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const cell = event.target.closest(".cell[data-topic]");
    if (cell && cellKey(event, cell)) { event.preventDefault(); return; }
    if (panel.hidden || event.target.matches("input, textarea")) return;
    if (event.key === "Escape") close();
    else if (event.key === "ArrowRight") step(1);
    else if (event.key === "ArrowLeft") step(-1);
    else return;
    event.preventDefault();
  });

  document.addEventListener("change", (event) => {
    if (event.target.name !== "script") return;
    write(document);
    const tags = { hans: "zh-Hans", hant: "zh-Hant" };
    all(".document, .card blockquote, .office").forEach((element) => {
      if (element.dataset.lang === undefined) element.dataset.lang = element.lang;
      if (element.dataset.lang.startsWith("zh")) element.lang = tags[event.target.value] || element.dataset.lang;
    });
  });
})();
