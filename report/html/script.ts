/**
 * What the page does beyond showing: search and filters, folds that open for a link into them and for paper. Without it
 * everything is there to be read. Runs in browsers, so it stands here as text; test/browser holds it to what it does.
 */
export const script = `"use strict";
(() => {
  const folds = [...document.querySelectorAll("details")];
  const format = (count) => String(count).replace(/\\B(?=(\\d{3})+(?!\\d))/g, ",");
  const filters = [...document.querySelectorAll("form[data-for]")].map(filterOf);

  function filterOf(form) {
    const list = document.getElementById(form.dataset.for);
    const output = form.querySelector("output");
    const foldButton = form.querySelector("[data-fold]");
    let groups;
    const read = () => [...list.querySelectorAll("details")].map((box) => ({
      box,
      text: box.querySelector("summary").textContent.toLowerCase(),
      rows: [...box.querySelectorAll("[data-s]")].map((row) => ({ row, text: undefined })),
    }));
    const fits = (group, item, words, wanted) => {
      for (const [name, value] of wanted) {
        const given = item.row.dataset[name] ?? group.box.dataset[name] ?? "mandatory";
        if (given !== value) return false;
      }
      if (words.length === 0) return true;
      item.text ??= item.row.textContent.toLowerCase();
      return words.every((word) => item.text.includes(word) || group.text.includes(word));
    };
    const apply = () => {
      groups ??= read();
      const data = new FormData(form);
      const words = String(data.get("q")).toLowerCase().split(/\\s+/).filter(Boolean);
      const wanted = [...data].filter(([name, value]) => name !== "q" && value !== "");
      const active = words.length > 0 || wanted.length > 0;
      let shown = 0, all = 0;
      for (const group of groups) {
        let here = 0;
        for (const item of group.rows) {
          const fit = !active || fits(group, item, words, wanted);
          item.row.hidden = !fit;
          if (fit) here += 1;
        }
        const bare = group.rows.length === 0 && wanted.length === 0 && words.every((word) => group.text.includes(word));
        group.box.hidden = active && here === 0 && !bare;
        group.here = here;
        shown += here;
        all += group.rows.length;
      }
      for (const { box, here } of groups) box.open = active && here > 0 && shown <= 200;
      fold(groups.some(({ box }) => box.open));
      output.textContent = active
        ? format(shown) + " of " + format(all) + " " + form.dataset.word
        : format(all) + " " + form.dataset.word;
    };
    const fold = (open) => { foldButton.textContent = open ? "Fold all" : "Open all"; };
    let waiting = 0;
    form.addEventListener("input", () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(apply);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    const clear = () => {
      for (const field of form.elements) { if (field.name) field.value = ""; }
      apply();
    };
    form.querySelector("[data-clear]").addEventListener("click", clear);
    foldButton.addEventListener("click", () => {
      const open = foldButton.textContent === "Open all";
      for (const box of list.querySelectorAll("details:not([hidden])")) box.open = open;
      fold(open);
    });
    form.hidden = false;
    return { form, list, apply, clear };
  }

  function reveal() {
    let id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    for (const { list, clear } of filters) {
      if (list.contains(target) && (target.hidden || target.closest("details[hidden]"))) clear();
    }
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  for (const tile of document.querySelectorAll("[data-state]")) {
    tile.addEventListener("click", () => {
      const { form, apply, clear } = filters.find(({ list }) => list.id === "list-answers");
      clear();
      form.elements.s.value = tile.dataset.state;
      apply();
    });
  }

  let before = [];
  addEventListener("beforeprint", () => {
    before = folds.map((box) => [box, box.open, box.hidden]);
    for (const box of folds) { box.open = true; box.hidden = false; }
    for (const row of document.querySelectorAll("[data-s][hidden]")) { row.dataset.was = ""; row.hidden = false; }
  });
  addEventListener("afterprint", () => {
    for (const [box, open, hidden] of before) { box.open = open; box.hidden = hidden; }
    for (const row of document.querySelectorAll("[data-was]")) { delete row.dataset.was; row.hidden = true; }
  });
})();
`;
