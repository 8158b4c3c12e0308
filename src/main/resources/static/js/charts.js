/* Draws each chart from the table beside it: one source for the picture and the numbers. */
(() => {
  "use strict";
  if (window.capCharts) return;
  window.capCharts = true;

  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const draw = (figure) => {
    if (figure.dataset.drawn) return;
    figure.dataset.drawn = "yes";
    const rows = [...figure.querySelectorAll("tbody tr")];
    // what is drawn: every column of numbers but those that only say something about them
    const heads = [...figure.querySelectorAll("thead th")].slice(1).map((cell, at) => ({ cell, at })).filter(({ cell }) => !("chartSkip" in cell.dataset));
    const looks = [
      { line: token("--saffron-ink"), fill: "transparent", dash: [6, 4], point: "rectRot" },
      { line: token("--brand"), fill: "rgba(15, 76, 92, .16)", dash: [], point: "circle" },
      { line: token("--danger"), fill: "transparent", dash: [2, 3], point: "triangle" },
    ];
    const datasets = heads.map(({ cell, at }) => {
      const look = looks[Number(cell.dataset.look ?? at) % looks.length];
      return {
        label: cell.textContent.trim(),
        data: rows.map((row) => {
          const value = row.querySelectorAll("td")[at].dataset.value;
          return value === "" ? null : Number(value);
        }),
        borderColor: look.line,
        backgroundColor: figure.dataset.chart === "bar" ? look.line : look.fill,
        borderDash: look.dash,
        pointStyle: look.point,
        pointBackgroundColor: look.line,
        pointRadius: 4,
        borderWidth: 2,
        spanGaps: false,
      };
    });
    const scale = { min: 0, max: 100, ticks: { stepSize: 25, color: token("--ink-soft"), backdropColor: "rgba(255, 255, 255, .8)", showLabelBackdrop: true, z: 1 } };
    const open = { beginAtZero: true, suggestedMax: figure.dataset.max ? Number(figure.dataset.max) : undefined, ticks: { color: token("--ink-soft") } };
    const grid = { color: token("--line") };
    const font = { family: getComputedStyle(document.body).fontFamily, size: 14 };
    new Chart(figure.querySelector("canvas"), {
      type: figure.dataset.chart,
      data: { labels: rows.map((row) => row.querySelector("th").textContent.trim()), datasets },
      options: {
        responsive: true,
        maintainAspectRatio: false,
        animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 300 },
        plugins: { legend: { position: "bottom", labels: { usePointStyle: true, color: token("--ink"), font } } },
        scales: figure.dataset.chart === "radar"
          ? { r: { ...scale, pointLabels: { color: token("--ink"), font: { ...font, size: 13 }, callback: wrap }, grid, angleLines: { color: token("--line") } } }
          : { y: { ...(figure.dataset.chart === "line" ? open : scale), grid }, x: { ticks: { color: token("--ink"), font } } },
      },
    });
    figure.dataset.ready = "yes";
  };

  const wrap = (label) => {
    const lines = [""];
    for (const word of label.split(" ")) {
      if (`${lines.at(-1)} ${word}`.length > 16 && lines.at(-1) !== "") lines.push(word);
      else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
    }
    return lines;
  };

  const drawAll = (scope) => scope.querySelectorAll("figure[data-chart]").forEach(draw);
  document.fonts.ready.then(() => drawAll(document));
  document.addEventListener("htmx:afterSettle", (event) => drawAll(event.target));
})();
