// Shows some of the results on a page: what is chosen stands behind the # of the address, so that it can be passed on.
// Nothing is sent or kept. Without this script the page shows all of them, and no choice.

(() => {
  const box = document.querySelector(".charter-filter");
  if (!box) return;
  const rows = [...document.querySelectorAll(".charter-outcomes__row")];
  const groups = [...document.querySelectorAll(".charter-outcomes__group")];
  const controls = [...box.querySelectorAll("select")];
  const said = box.querySelector(".charter-filter__said");
  const number = new Intl.NumberFormat("en-GB");

  function show() {
    const chosen = controls.filter((one) => one.value);
    let shown = 0;
    for (const row of rows) {
      row.hidden = chosen.some((one) => row.dataset[one.name] !== one.value);
      shown += !row.hidden;
    }
    for (const group of groups) group.hidden = !group.querySelector(".charter-outcomes__row:not([hidden])");
    const words = shown ? said.dataset.some : said.dataset.none;
    said.textContent = chosen.length
      ? words.replace("{shown}", number.format(shown)).replace("{total}", number.format(rows.length))
      : "";
    return chosen;
  }

  // An address that leads to a part of the page, such as #areas, is left alone.
  function read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const one of controls) {
      const value = asked.get(one.name) ?? "";
      one.value = [...one.options].some((option) => option.value === value) ? value : "";
    }
    show();
  }

  function write() {
    const asked = String(new URLSearchParams(show().map((one) => [one.name, one.value])));
    history.replaceState(null, "", `${location.pathname}${location.search}${asked && `#${asked}`}`);
  }

  box.addEventListener("change", write);
  box.querySelector(".charter-filter__all").addEventListener("click", () => {
    for (const one of controls) one.value = "";
    write();
  });
  addEventListener("hashchange", () => {
    if (!location.hash || location.hash.includes("=")) read();
  });
  box.hidden = false;
  if (location.hash.includes("=")) read();
})();
