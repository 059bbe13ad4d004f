// The network as one can walk in it: its places come from the server; by WebGL where a graphics card draws, else on a canvas.
"use strict";
(() => {
  const place = document.getElementById("network");
  if (!place) return;
  const VENDOR = ["graphology.umd.min.js", "sigma.min.js"].map((name) => `/static/vendor/${name}`);
  const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i; // what draws WebGL without a graphics card, slower than a canvas
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const inks = () => ({
    for: colour("--common"), against: colour("--left"), mixed: colour("--mixed"), faint: colour("--faint"), ink: colour("--ink"), paper: colour("--paper"),
    rule: colour("--rule"), sans: colour("--sans"), groups: ["--left", "--right", "--common", "--mixed", "--soft"].map(colour),
  });
  const open = (node) => { if (place.dataset.actors) location.assign(`/actors/${encodeURIComponent(node)}${location.search}`); };

  const hasCard = () => {
    const gl = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
    if (!gl) return false;
    const told = gl.getExtension("WEBGL_debug_renderer_info"), name = gl.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
    gl.getExtension("WEBGL_lose_context")?.loseContext();
    return !SOFTWARE.test(name);
  };
  const script = (src) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed, async: false }));
  });
  const unpacked = ({ nodes, ties, further }) => ({
    nodes: nodes.map(([id, label, claims, community, x, y]) => ({ id, label, claims, x, y, colour: community % 5 })),
    ties: ties.map(([one, other, sort, weight]) => ({ one, other, sort, weight })), further,
  });

  const made = (told) => {
    const graph = new window.graphology.Graph({ type: "undirected", multi: true }), ink = inks();
    const most = Math.max(1, ...told.nodes.map((node) => node.claims)), heaviest = Math.max(...told.ties.map((tie) => Math.abs(tie.weight)), 1e-9);
    for (const { id, label, claims, x, y, colour: group } of told.nodes) {
      graph.addNode(id, { label, x, y: 1 - y, size: 4 + 12 * Math.sqrt(claims / most), color: ink.groups[group] });
    }
    for (const { one, other, sort, weight } of told.ties) {
      graph.addEdge(told.nodes[one].id, told.nodes[other].id, { size: 0.4 + 4 * Math.abs(weight) / heaviest, color: ink[sort] ?? ink.faint, type: sort === "against" ? "apart" : "line" });
    }
    return graph;
  };
  const walkByCard = async (told) => {
    await Promise.all(VENDOR.map(script));
    const graph = made(told), { Sigma } = window, { EdgeRectangleProgram, EdgeDoubleArrowProgram } = Sigma.rendering ?? Sigma;
    let near = null;
    const sigma = new Sigma(graph, place, {
      labelFont: colour("--sans"), labelColor: { color: colour("--ink") }, labelRenderedSizeThreshold: 7, zIndex: true, hideEdgesOnMove: told.ties.length > 1000,
      edgeProgramClasses: { line: EdgeRectangleProgram, apart: EdgeDoubleArrowProgram }, defaultEdgeType: "line",
      nodeReducer: (node, shown) => (near && !near.has(node) ? { ...shown, label: "", color: colour("--rule"), zIndex: 0 } : { ...shown, zIndex: 1 }),
      edgeReducer: (edge, shown) => (near && !graph.extremities(edge).every((end) => near.has(end)) ? { ...shown, hidden: true } : shown),
    });
    const show = (node) => {
      near = node && new Set([node, ...graph.neighbors(node)]);
      place.dataset.near = node ?? "";
      sigma.refresh({ skipIndexation: true });
    };
    sigma.on("enterNode", ({ node }) => show(node));
    sigma.on("leaveNode", () => show(null));
    sigma.on("clickNode", ({ node }) => open(node));
    const camera = sigma.getCamera();
    return { nearer: () => camera.animatedZoom(), farther: () => camera.animatedUnzoom(), whole: () => camera.animatedReset() };
  };

  // Tables of a large network take the server longer than its picture: they are asked for when somebody looks for them.
  const tables = () => {
    const link = document.getElementById("more-tables");
    if (!link) return;
    const load = async () => {
      link.classList.add("htmx-request");
      const answer = await fetch(link.href, { headers: { accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.getElementById("tables").replaceChildren(...page.getElementById("tables").childNodes);
    };
    new IntersectionObserver((seen, watch) => {
      if (seen.some((each) => each.isIntersecting)) { watch.disconnect(); load(); }
    }).observe(link);
  };

  const start = async () => {
    const asked = fetch(place.dataset.source), key = document.getElementById("network-key"), further = document.getElementById("network-further");
    key.hidden = place.hidden = false;
    const byCard = hasCard(), answer = await asked, found = await answer.json();
    if (!answer.ok) {
      place.hidden = true;
      key.textContent = found.error;
      return;
    }
    const told = unpacked(found);
    if (told.further) further.textContent = place.dataset.further.replace("{n}", told.further.toLocaleString(document.documentElement.lang));
    const tools = byCard ? await walkByCard(told) : window.detenteCanvas.walk(place, told, inks, open);
    for (const [name, act] of Object.entries(tools)) document.getElementById(name).addEventListener("click", act);
    document.getElementById("network-tools").hidden = false;
    place.dataset.ready = "true";
    tables();
  };
  start();
})();
