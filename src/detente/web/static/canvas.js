// A network on a canvas: drawn by the processor alone, hence ties are left out while it moves, and what is near the pointer is drawn
// over the rest, which stays as it is. Ties of disagreement have an arrow at each end.
"use strict";
(() => {
  const IN_MEMORY = { willReadFrequently: true }; // where a graphics card is only made believe, a canvas on it waits for that
  const STILL = 140, EDGE = 28, MOST_NEAR = 24; // milliseconds until ties come back; pixels around; names of neighbours
  const WIDTHS = [0.6, 1, 2, 3.5], FARTHEST = 40; // of ties; how near one can come
  const byClaims = (nodes) => nodes.map((_, i) => i).sort((one, other) => nodes[other].claims - nodes[one].claims);

  // What a drawing holds, in arrays: sizes of nodes, which of them are of a colour, ties by look, and the ties at each node.
  const prepared = ({ nodes, ties }) => {
    const most = Math.max(1, ...nodes.map((node) => node.claims)), heaviest = Math.max(...ties.map((tie) => Math.abs(tie.weight)), 1e-9);
    const small = Math.max(0.4, Math.min(1, Math.sqrt(300 / nodes.length))), looks = new Map(), at = nodes.map(() => []);
    ties.forEach((tie, i) => {
      const look = `${tie.sort} ${WIDTHS[Math.min(3, Math.floor(4 * Math.abs(tie.weight) / heaviest))]}`;
      if (!looks.has(look)) looks.set(look, []);
      looks.get(look).push(i);
      at[tie.one].push(i);
      at[tie.other].push(i);
    });
    const colours = [...new Set(nodes.map((node) => node.colour))].map((colour) => [colour, nodes.flatMap((node, i) => (node.colour === colour ? [i] : []))]);
    return { nodes, ties, looks, at, colours, sizes: nodes.map((node) => small * (3 + 9 * Math.sqrt(node.claims / most))), order: byClaims(nodes) };
  };

  const walk = (place, told, inks, open) => {
    const held = prepared(told), { nodes, ties, sizes } = held, xs = new Float64Array(nodes.length), ys = new Float64Array(nodes.length);
    const [base, over] = [0, 1].map(() => place.appendChild(document.createElement("canvas")).getContext("2d", IN_MEMORY));
    let width = 0, height = 0, view = { zoom: 1, x: 0, y: 0 }, near = null, waiting = 0, later = 0;

    const clear = (on) => { on.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0); on.clearRect(0, 0, width, height); };
    const fitted = () => {
      ({ clientWidth: width, clientHeight: height } = place);
      for (const { canvas } of [base, over]) Object.assign(canvas, { width: width * devicePixelRatio, height: height * devicePixelRatio });
    };
    const placed = () => nodes.forEach((node, i) => {
      xs[i] = view.x + view.zoom * (EDGE + node.x * (width - 2 * EDGE));
      ys[i] = view.y + view.zoom * (EDGE + node.y * (height - 2 * EDGE));
    });
    const isFar = ({ one, other }) => Math.max(xs[one], xs[other]) < 0 || Math.min(xs[one], xs[other]) > width
      || Math.max(ys[one], ys[other]) < 0 || Math.min(ys[one], ys[other]) > height;

    const arrow = (on, from, to, line) => {
      const x = xs[from] - xs[to], y = ys[from] - ys[to], far = Math.hypot(x, y), head = 4 + line;
      if (far < sizes[from] + sizes[to] + 2 * head) return;
      const [cos, sin] = [x / far, y / far], tip = [xs[to] + cos * sizes[to], ys[to] + sin * sizes[to]];
      on.moveTo(...tip);
      on.lineTo(tip[0] + head * cos + head * sin / 2, tip[1] + head * sin - head * cos / 2);
      on.lineTo(tip[0] + head * cos - head * sin / 2, tip[1] + head * sin + head * cos / 2);
    };
    const drawTies = (on, look, some, ink) => {
      const [sort, line] = look.split(" "), seen = some.map((i) => ties[i]).filter((tie) => !isFar(tie));
      Object.assign(on, { strokeStyle: ink[sort] ?? ink.faint, fillStyle: ink[sort] ?? ink.faint, lineWidth: Number(line) });
      on.setLineDash(sort === "mixed" ? [6, 3] : []);
      on.beginPath();
      for (const { one, other } of seen) { on.moveTo(xs[one], ys[one]); on.lineTo(xs[other], ys[other]); }
      on.stroke();
      if (sort !== "against") return;
      on.beginPath();
      for (const { one, other } of seen) { arrow(on, one, other, Number(line)); arrow(on, other, one, Number(line)); }
      on.fill();
    };
    const drawNodes = (on, some, colour) => {
      on.fillStyle = colour;
      on.beginPath();
      for (const i of some) { on.moveTo(xs[i] + sizes[i], ys[i]); on.arc(xs[i], ys[i], sizes[i], 0, 2 * Math.PI); }
      on.fill();
    };
    // Names of the most heard, as many as stand beside each other.
    const drawNames = (on, some, most, ink) => {
      const taken = [];
      Object.assign(on, { font: `13px ${ink.sans}`, textBaseline: "middle", lineWidth: 3, lineJoin: "round", strokeStyle: ink.paper, fillStyle: ink.ink });
      on.setLineDash([]);
      for (const i of some) {
        if (taken.length >= most) return;
        const long = on.measureText(nodes[i].label).width, gap = sizes[i] + 4, fits = xs[i] + gap + long < width;
        const left = fits ? xs[i] + gap : xs[i] - gap - long, right = left + long, top = ys[i] - 8;
        if (left < 0 || xs[i] > width || top < 0 || top > height - 16) continue;
        if (taken.some((box) => left < box.right && box.left < right && Math.abs(top - box.top) < 16)) continue;
        taken.push({ left, right, top });
        on.strokeText(nodes[i].label, left, ys[i]);
        on.fillText(nodes[i].label, left, ys[i]);
      }
    };
    const drawNear = () => {
      clear(over);
      if (near === null) return;
      const ink = inks(), own = held.at[near], ends = [...new Set([near, ...own.flatMap((i) => [ties[i].one, ties[i].other])])];
      Object.assign(over, { globalAlpha: 0.85, fillStyle: ink.paper });
      over.fillRect(0, 0, width, height);
      over.globalAlpha = 1;
      for (const [look, some] of held.looks) {
        const mine = some.filter((i) => ties[i].one === near || ties[i].other === near);
        if (mine.length) drawTies(over, look, mine, ink);
      }
      for (const i of ends) drawNodes(over, [i], ink.groups[nodes[i].colour]);
      drawNames(over, [near, ...ends.slice(1).sort((one, other) => nodes[other].claims - nodes[one].claims)], MOST_NEAR, ink);
    };
    const draw = (isMoving) => {
      const ink = inks();
      placed();
      clear(base);
      base.globalAlpha = ties.length > 1000 ? 0.35 : 0.6;
      if (!isMoving) for (const [look, some] of held.looks) drawTies(base, look, some, ink);
      base.globalAlpha = 1;
      for (const [colour, some] of held.colours) drawNodes(base, some, ink.groups[colour]);
      if (!isMoving) drawNames(base, held.order, width / 24, ink);
      drawNear();
    };
    const moved = () => {
      clearTimeout(later);
      later = setTimeout(() => draw(false), STILL);
      waiting ||= requestAnimationFrame(() => { waiting = 0; draw(true); });
    };
    const zoomed = (by, x = width / 2, y = height / 2) => {
      const zoom = Math.min(FARTHEST, Math.max(1, view.zoom * by)), share = zoom / view.zoom;
      view = zoom === 1 ? { zoom, x: 0, y: 0 } : { zoom, x: x - (x - view.x) * share, y: y - (y - view.y) * share };
      over.canvas.classList.toggle("nearer", zoom > 1);
      moved();
    };

    const found = (x, y) => {
      let best = null, least = 12;
      for (const i of held.order) {
        const far = Math.hypot(xs[i] - x, ys[i] - y) - sizes[i];
        if (far < least) { best = i; least = far; }
      }
      return best;
    };
    const show = (node) => {
      if (node === near) return;
      near = node;
      over.canvas.classList.toggle("on-node", node !== null);
      place.dataset.near = node === null ? "" : nodes[node].id;
      drawNear();
    };
    let grip = null;
    const listen = (name, act) => over.canvas.addEventListener(name, act);
    listen("pointerdown", ({ offsetX: x, offsetY: y }) => { grip = { x, y, from: { x, y } }; });
    listen("pointermove", ({ offsetX: x, offsetY: y, buttons, pointerId }) => {
      if (!grip || !buttons || view.zoom === 1) { show(found(x, y)); return; }
      over.canvas.setPointerCapture(pointerId);
      view = { ...view, x: view.x + x - grip.x, y: view.y + y - grip.y };
      grip = { ...grip, x, y };
      moved();
    });
    listen("pointerup", ({ offsetX: x, offsetY: y, pointerType }) => {
      const node = found(x, y), isClick = grip && Math.hypot(x - grip.from.x, y - grip.from.y) < 5, wasShown = node === near;
      grip = null;
      if (!isClick) return;
      show(node);
      if (node !== null && (wasShown || pointerType === "mouse")) open(nodes[node].id);
    });
    listen("pointerleave", ({ pointerType }) => { if (pointerType === "mouse") show(null); });
    listen("wheel", (event) => { event.preventDefault(); zoomed(1.2 ** (-event.deltaY / 100), event.offsetX, event.offsetY); });
    new ResizeObserver(() => { if (place.clientWidth !== width || place.clientHeight !== height) { fitted(); draw(false); } }).observe(place);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw(false));
    fitted();
    draw(false);
    return { nearer: () => zoomed(1.5), farther: () => zoomed(1 / 1.5), whole: () => zoomed(0) };
  };
  window.detenteCanvas = { walk };
})();
