// The network as one can walk in it; where there is no WebGL its drawn picture stays.
"use strict";
(() => {
  const place = document.getElementById("network");
  const hasWebGl = () => Boolean(document.createElement("canvas").getContext("webgl2"));
  if (!place || !hasWebGl()) return;
  const { Sigma, graphology, graphologyLibrary } = window;
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const groups = ["--left", "--right", "--common", "--mixed", "--soft"].map(colour);
  const ties = { for: colour("--common"), against: colour("--left") };

  const made = (told) => {
    const graph = new graphology.Graph({ type: "undirected", multi: true });
    const most = Math.max(1, ...told.nodes.map((node) => node.claims));
    told.nodes.forEach((node, i) => {
      const turn = (2 * Math.PI * i) / told.nodes.length;
      graph.addNode(node.id, { label: node.label, x: Math.cos(turn), y: Math.sin(turn), size: 4 + 12 * Math.sqrt(node.claims / most),
        color: groups[node.community % groups.length], claims: node.claims });
    });
    for (const tie of told.ties) {
      if (!graph.hasNode(tie.one) || !graph.hasNode(tie.other)) continue;
      graph.addEdge(tie.one, tie.other, { size: Math.min(6, 0.5 + 2 * Math.abs(tie.weight)), color: ties[tie.sort] ?? colour("--faint"), weight: Math.abs(tie.weight) });
    }
    return graph;
  };

  // The layout goes on for so many rounds, some at each frame, so that the page answers meanwhile.
  const settle = (graph, rounds) => {
    const { layoutForceAtlas2 } = graphologyLibrary;
    const settings = { ...layoutForceAtlas2.inferSettings(graph), barnesHutOptimize: graph.order > 300, slowDown: 4 };
    const step = (left) => {
      layoutForceAtlas2.assign(graph, { iterations: Math.min(left, 10), settings, getEdgeWeight: "weight" });
      if (left > 10) requestAnimationFrame(() => step(left - 10));
    };
    step(rounds);
  };

  const walk = (graph) => {
    let near = null;
    const sigma = new Sigma(graph, place, {
      labelFont: style.getPropertyValue("--sans"), labelColor: { color: colour("--ink") }, labelRenderedSizeThreshold: 7, zIndex: true,
      nodeReducer: (node, shown) => (near && !near.has(node) ? { ...shown, label: "", color: colour("--rule"), zIndex: 0 } : { ...shown, zIndex: 1 }),
      edgeReducer: (edge, shown) => (near && !graph.extremities(edge).every((end) => near.has(end)) ? { ...shown, hidden: true } : shown),
    });
    sigma.on("enterNode", ({ node }) => { near = new Set([node, ...graph.neighbors(node)]); sigma.refresh({ skipIndexation: true }); });
    sigma.on("leaveNode", () => { near = null; sigma.refresh({ skipIndexation: true }); });
    sigma.on("clickNode", ({ node }) => { if (place.dataset.actors) location.assign(`/actors/${encodeURIComponent(node)}${location.search}`); });
    for (const [name, go] of [["nearer", (c) => c.animatedZoom()], ["farther", (c) => c.animatedUnzoom()], ["whole", (c) => c.animatedReset()]]) {
      document.getElementById(name).addEventListener("click", () => go(sigma.getCamera()));
    }
  };

  fetch(place.dataset.source).then((answer) => answer.json()).then((told) => {
    const graph = made(told.networks[0]);
    place.hidden = false;
    document.getElementById("network-tools").hidden = false;
    document.getElementById("network-picture").hidden = true;
    settle(graph, graph.order > 500 ? 120 : 300);
    walk(graph);
    place.dataset.ready = "true";
  });
})();
