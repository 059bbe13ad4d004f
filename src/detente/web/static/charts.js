// Charts beside tables: what a table says, drawn. Without this script, or on paper, the tables stand alone.
"use strict";
(() => {
  const ECHARTS = "/static/vendor/echarts.min.js";
  const style = () => getComputedStyle(document.documentElement);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let loading = null;
  const charts = new Map();

  const script = (address) => new Promise((done, failed) => {
    const made = document.createElement("script");
    Object.assign(made, { src: address, onload: done, onerror: failed });
    document.head.append(made);
  });
  const library = () => (loading ??= script(ECHARTS));

  // Colours are those of the pages, so that a chart is light or dark as they are.
  const inks = () => {
    const read = (name) => style().getPropertyValue(name).trim();
    return { ink: read("--ink"), soft: read("--soft"), quiet: read("--quiet"), rule: read("--rule"), paper: read("--paper"), sheet: read("--sheet"),
      sans: read("--sans"), left: read("--left"), right: read("--right"), common: read("--common"), mixed: read("--mixed"), faint: read("--faint") };
  };
  const frame = (ink) => ({
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches, animationDuration: 250,
    textStyle: { fontFamily: ink.sans, color: ink.soft },
    // As text on the canvas: as HTML it would need styles that the pages' policy forbids.
    tooltip: { renderMode: "richText", confine: true, backgroundColor: ink.sheet, borderColor: ink.quiet, textStyle: { color: ink.ink, fontSize: 13 } },
  });

  // A chart in its place, drawn anew when the page turns dark or light, or wider.
  const drawn = async (place, options, clicked) => {
    await library();
    if (!place.isConnected) return;
    place.hidden = false;
    const chart = window.echarts.init(place, null, { renderer: "canvas" });
    const draw = () => chart.setOption(options(inks(), place.clientWidth), true);
    draw();
    chart.on("click", clicked);
    charts.set(place, { chart, draw });
    place.dataset.ready = "true";
  };
  const forget = () => {
    for (const [place, { chart }] of charts) if (!place.isConnected) { chart.dispose(); charts.delete(place); }
  };
  dark.addEventListener("change", () => { for (const { draw } of charts.values()) draw(); });
  let waiting = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => { for (const { chart, draw } of charts.values()) { chart.resize(); draw(); } });
  });

  const near = (place, draw) => new IntersectionObserver((seen, watch) => {
    if (seen.some((each) => each.isIntersecting)) { watch.disconnect(); draw(); }
  }, { rootMargin: "400px" }).observe(place);

  // Topics by period: colour and sign say the relation, strength of colour how many statements, a dashed frame what is uncertain.
  const HUES = (ink) => ({ "common-ground": ink.common, mixed: ink.mixed, divergence: ink.left, "one-sided": ink.right, discussed: ink.quiet, mentioned: ink.quiet });
  const heat = (place) => {
    const table = place.parentElement.querySelector("table"), words = JSON.parse(place.dataset.words);
    const periods = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent);
    const topics = [...table.tBodies[0].rows].map((row) => row.cells[0].textContent.trim());
    const cells = [...table.tBodies[0].rows].flatMap((row, y) => [...row.cells].slice(1).map((cell, x) => ({ x, y, cell })).filter(({ cell }) => cell.dataset.r));
    const most = Math.max(1, ...cells.map(({ cell }) => Number(cell.dataset.n)));
    const strength = (cell) => 0.15 + 0.7 * Math.sqrt(Number(cell.dataset.n) / most);
    const dense = () => (place.clientWidth < 600 ? 12 : periods.length);
    place.style.height = `${topics.length * 26 + 90}px`;
    const options = (ink, width) => {
      const narrow = width < 600, each = (width - (narrow ? 120 : 210)) / Math.min(dense(), periods.length);
      return { ...frame(ink),
        grid: { left: narrow ? 112 : 200, right: 8, top: 8, bottom: 62 },
        xAxis: { type: "category", data: periods, axisLabel: { color: ink.quiet, fontSize: 11, hideOverlap: true }, axisLine: { show: false }, axisTick: { show: false } },
        yAxis: { type: "category", data: topics, inverse: true, axisLabel: { color: ink.soft, fontSize: 12, width: narrow ? 104 : 190, overflow: "truncate", interval: 0 },
          axisLine: { show: false }, axisTick: { show: false } },
        dataZoom: narrow && periods.length > 12 ? [{ type: "slider", bottom: 4, height: 22, startValue: periods.length - 12, endValue: periods.length - 1, brushSelect: false,
          textStyle: { color: ink.quiet }, borderColor: ink.rule, handleStyle: { color: ink.quiet }, labelFormatter: (i) => periods[i] }] : [],
        series: [{ type: "custom", encode: { x: 0, y: 1 },
          renderItem: (_, api) => {
            const at = api.coord([api.value(0), api.value(1)]), [wide, high] = api.size([1, 1]);
            const { cell } = cells[api.value(2)], hue = HUES(ink)[cell.dataset.r], unsure = cell.classList.contains("doubtful");
            const shape = { x: at[0] - wide / 2 + 1, y: at[1] - high / 2 + 1, width: Math.max(wide - 2, 1), height: high - 2, r: 3 };
            return { type: "group", children: [
              { type: "rect", shape, style: { fill: hue, opacity: strength(cell) } },
              { type: "rect", shape, style: { fill: "none", stroke: hue, lineWidth: unsure ? 1.5 : 1, lineDash: unsure ? [3, 3] : null } },
              ...(each > 20 ? [{ type: "text", style: { text: cell.textContent, x: at[0], y: at[1], align: "center", verticalAlign: "middle", fill: ink.ink, fontSize: 11 } }] : []),
            ] };
          },
          data: cells.map(({ x, y }, i) => [x, y, i]) }],
        tooltip: { ...frame(ink).tooltip, formatter: ({ data: [x, y, i] }) => `${topics[y]} · ${periods[x]}\n${cells[i].cell.firstElementChild.title}` },
      };
    };
    drawn(place, options, ({ data }) => location.assign(cells[data[2]].cell.firstElementChild.href)).then(() => {
      place.parentElement.querySelector("details").open = false;
    });
  };

  // Statements of either side up and down, events on the line between them; shape and filling say what and whether.
  const SHAPES = { meeting: "circle", call: "rect", visit: "triangle" };
  const moments = async (place) => {
    const words = JSON.parse(place.dataset.words), told = await (await fetch(place.dataset.source)).json();
    const rows = told.rows.filter((row) => row.date.length === 10);
    if (!rows.length) return;
    const [left, right] = told.parties ?? words.parties;
    const said = (party, sign) => rows.filter((row) => row.kind === "statements").map((row) => [row.date, sign * number(row.statements, party)]).filter(([, n]) => n);
    const events = rows.filter((row) => row.kind === "event");
    const options = (ink, width) => ({ ...frame(ink),
      grid: { left: 40, right: 16, top: width < 600 ? 60 : 34, bottom: 70 },
      legend: { top: 0, textStyle: { color: ink.soft }, itemWidth: 14 },
      xAxis: { type: "time", axisLine: { onZero: false, lineStyle: { color: ink.rule } }, axisLabel: { color: ink.quiet, hideOverlap: true, formatter: "{yyyy}-{MM}-{dd}" } },
      yAxis: { type: "value", minInterval: 1, axisLabel: { color: ink.quiet, formatter: (n) => Math.abs(n) }, splitLine: { lineStyle: { color: ink.rule } } },
      dataZoom: [{ type: "slider", bottom: 8, height: 24, brushSelect: false, borderColor: ink.rule, textStyle: { color: ink.quiet }, handleStyle: { color: ink.quiet } }],
      tooltip: { ...frame(ink).tooltip, formatter: ({ data, seriesName }) => (data.told ?? `${seriesName}\n${data[0]}: ${Math.abs(data[1])}`) },
      series: [
        ...[[left, 1, ink.left], [right, -1, ink.right]].map(([party, sign, color]) => (
          { type: "bar", name: `${sign > 0 ? "▲" : "▼"} ${words.said}: ${words.names[party] ?? party}`, stack: "said", barMinWidth: 3, barMaxWidth: 10, itemStyle: { color }, data: said(party, sign) })),
        ...Object.entries(SHAPES).map(([type, symbol]) => ({ type: "scatter", name: words[type], symbol, symbolSize: 13, z: 5, itemStyle: { color: ink.ink },
          data: events.filter((row) => row.type === type).map((row) => ({ value: [row.date, 0], told: [row.date, words[type], words[row.status], row.place].filter(Boolean).join(" · "),
            itemStyle: { color: row.status === "held" ? ink.ink : ink.paper, borderColor: ink.ink, borderWidth: 1.5, borderType: row.status === "held" || row.status === "agreed" ? "solid" : "dashed" } })) })),
      ].filter((series) => series.data.length),
    });
    place.style.height = "24rem";
    await drawn(place, options, ({ data }) => {
      const asked = new URLSearchParams(location.search);
      asked.set("evidence", (data.value ?? data)[0]);
      location.assign(`${location.pathname}?${asked}#behind`);
    });
    document.getElementById("timeline-picture").hidden = true;
  };
  const number = (told, party) => told.find((each) => each.key === party)?.number ?? 0;

  const start = () => {
    forget();
    for (const place of document.querySelectorAll(".heat:not([data-ready])")) near(place.parentElement, () => heat(place));
    for (const place of document.querySelectorAll(".moments:not([data-ready])")) moments(place);
  };
  window.detenteCharts = { drawn, frame, inks };
  document.addEventListener("htmx:afterSettle", () => {
    start();
    const shown = document.getElementById("shown");
    if (shown?.dataset.told) document.getElementById("live").textContent = shown.dataset.told;
  });
  addEventListener("beforeprint", () => { for (const each of document.querySelectorAll("details.as-table")) each.open = true; });
  start();
})();
