// The network as one can walk in it: by WebGL where there is some, else drawn as a chart. Agreement and disagreement differ in the
// ends of ties as well as in colour.
"use strict";
(() => {
  const place = document.getElementById("network");
  if (!place) return;
  const VENDOR = ["graphology.umd.min.js", "graphology-library.min.js", "sigma.min.js"].map((name) => `/static/vendor/${name}`);
  const ROUNDS = 300, LARGE = 500, FIRST = 40; // rounds of the layout, nodes of a large network, rounds before the first picture
  const hasWebGl = () => Boolean(document.createElement("canvas").getContext("webgl2"));
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const groups = () => ["--left", "--right", "--common", "--mixed", "--soft"].map(colour);
  const inks = () => ({ for: colour("--common"), against: colour("--left"), mixed: colour("--mixed") });
  const open = (node) => { if (place.dataset.actors) location.assign(`/actors/${encodeURIComponent(node)}${location.search}`); };
  const size = (node, most) => 4 + 12 * Math.sqrt(node.claims / most);
  const widths = (ties) => {
    const most = Math.max(...ties.map((tie) => Math.abs(tie.weight)));
    return (tie) => 0.4 + 4 * Math.abs(tie.weight) / most;
  };
  const script = (src) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed, async: false }));
  });

  const made = (told) => {
    const graph = new window.graphology.Graph({ type: "undirected", multi: true });
    const most = Math.max(1, ...told.nodes.map((node) => node.claims)), hues = groups(), ties = inks(), width = widths(told.ties);
    told.nodes.forEach((node, i) => {
      const turn = (2 * Math.PI * i) / told.nodes.length;
      graph.addNode(node.id, { label: node.label, x: Math.cos(turn), y: Math.sin(turn), size: size(node, most), color: hues[node.community % hues.length], claims: node.claims });
    });
    for (const tie of [...told.ties].sort((one, other) => Math.abs(one.weight) - Math.abs(other.weight))) {
      if (!graph.hasNode(tie.one) || !graph.hasNode(tie.other)) continue;
      graph.addEdge(tie.one, tie.other, { size: width(tie), color: ties[tie.sort] ?? colour("--faint"), weight: Math.abs(tie.weight), type: tie.sort === "against" ? "apart" : "line" });
    }
    return graph;
  };

  // The layout goes on for so many rounds, some at each frame, so that the page answers meanwhile.
  const settle = (graph, rounds) => {
    const { layoutForceAtlas2 } = window.graphologyLibrary;
    const settings = { ...layoutForceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > 300, slowDown: 4 };
    const some = graph.order > LARGE ? 1 : 10;
    const step = (left) => {
      layoutForceAtlas2.assign(graph, { iterations: Math.min(left, some), settings, getEdgeWeight: "weight" });
      if (left > some) requestAnimationFrame(() => step(left - some));
    };
    requestAnimationFrame(() => step(rounds));
  };

  const walk = (graph) => {
    const { Sigma } = window, { EdgeRectangleProgram, EdgeDoubleArrowProgram } = Sigma.rendering ?? Sigma;
    let near = null;
    const sigma = new Sigma(graph, place, {
      labelFont: colour("--sans"), labelColor: { color: colour("--ink") }, labelRenderedSizeThreshold: 7, zIndex: true,
      edgeProgramClasses: { line: EdgeRectangleProgram, apart: EdgeDoubleArrowProgram }, defaultEdgeType: "line",
      nodeReducer: (node, shown) => (near && !near.has(node) ? { ...shown, label: "", color: colour("--rule"), zIndex: 0 } : { ...shown, zIndex: 1 }),
      edgeReducer: (edge, shown) => (near && !graph.extremities(edge).every((end) => near.has(end)) ? { ...shown, hidden: true } : shown),
    });
    sigma.on("enterNode", ({ node }) => { near = new Set([node, ...graph.neighbors(node)]); sigma.refresh({ skipIndexation: true }); });
    sigma.on("leaveNode", () => { near = null; sigma.refresh({ skipIndexation: true }); });
    sigma.on("clickNode", ({ node }) => open(node));
    for (const [name, go] of [["nearer", (c) => c.animatedZoom()], ["farther", (c) => c.animatedUnzoom()], ["whole", (c) => c.animatedReset()]]) {
      document.getElementById(name).addEventListener("click", () => go(sigma.getCamera()));
    }
    document.getElementById("network-tools").hidden = false;
  };

  // Without WebGL: a chart on a canvas; disagreement is dashed and has arrows at both ends.
  const chart = (told) => {
    const words = JSON.parse(place.dataset.words), most = Math.max(1, ...told.nodes.map((node) => node.claims));
    const width = widths(told.ties), there = new Set(told.nodes.map((node) => node.id));
    const options = (ink) => ({ ...window.detenteCharts.frame(ink),
      series: [{ type: "graph", layout: "force", roam: true, draggable: true, force: { repulsion: 120, edgeLength: [40, 160], layoutAnimation: told.nodes.length <= LARGE },
        label: { show: true, position: "right", color: ink.ink }, labelLayout: { hideOverlap: true }, emphasis: { focus: "adjacency" }, edgeSymbolSize: 7,
        data: told.nodes.map((node) => ({ id: node.id, name: node.label, value: node.claims, symbolSize: 2 * size(node, most), itemStyle: { color: groups()[node.community % 5] } })),
        edges: told.ties.filter((tie) => there.has(tie.one) && there.has(tie.other)).map((tie) => ({ source: tie.one, target: tie.other, told: words[tie.sort],
          symbol: tie.sort === "against" ? ["arrow", "arrow"] : ["none", "none"],
          lineStyle: { width: width(tie), color: inks()[tie.sort] ?? ink.faint, type: tie.sort === "against" ? "dashed" : "solid", opacity: 0.7 } })) }],
      tooltip: { ...window.detenteCharts.frame(ink).tooltip, formatter: ({ data, name }) => (data.source ? `${name}\n${data.told ?? ""}` : `${name}: ${data.value} ${words.claims}`) },
    });
    return window.detenteCharts.drawn(place, options, ({ dataType, data }) => { if (dataType === "node") open(data.id); });
  };

  const start = async () => {
    const drawsByWebGl = hasWebGl();
    const [answer] = await Promise.all([fetch(place.dataset.source), ...(drawsByWebGl ? VENDOR.map(script) : [])]);
    const told = (await answer.json()).networks[0];
    place.hidden = false;
    document.getElementById("network-picture").hidden = true;
    document.getElementById("network-key").hidden = false;
    if (!drawsByWebGl) return chart(told);
    const graph = made(told), { layoutForceAtlas2 } = window.graphologyLibrary;
    if (graph.order <= LARGE) layoutForceAtlas2.assign(graph, { iterations: FIRST, settings: layoutForceAtlas2.inferSettings(graph) });
    walk(graph);
    settle(graph, graph.order > LARGE ? 120 : ROUNDS);
    place.dataset.ready = "true";
  };
  start();
})();
