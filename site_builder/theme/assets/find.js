// "Find your area": looks up a postcode, street, place or area in small files of this site, on the reader's own device.
//
// What is typed is never sent: only the file of an outward code that an area lies in is fetched, or that of the first
// letters of a name where there are too many names for one file. All words come from the page, in its language.
// site_builder/find/ writes the files; tests/find/ holds both to one table.
//
// Another page that loads this file before its own can ask `findArea.looksLikePostcode(text)`, and lead to the answer at
// `find/#at=` with the text encoded behind it. Without the box on the page, nothing else happens.

const findArea = (() => {
  const MOST = 12;
  const OUTWARD = "[A-Z]{1,2}\\d[A-Z\\d]?";
  const WHOLE = new RegExp(`^(${OUTWARD})(\\d[A-Z]{2})$`);
  const FIRST = new RegExp(`^${OUTWARD}$`);
  const ALIKE = { O: "0", 0: "O", I: "1", 1: "I" };
  const SHORT = {
    ave: "avenue", cl: "close", cres: "crescent", ct: "court", dr: "drive", gdns: "gardens",
    gr: "grove", ln: "lane", pl: "place", rd: "road", sq: "square", st: "street", tce: "terrace",
  };

  // Every way to read signs of which O and 0, I and 1 may have been mistaken; those with the fewest mistakes first.
  function ways(signs) {
    let found = [["", 0]];
    for (const sign of signs) {
      found = found.flatMap(([text, wrong]) =>
        sign in ALIKE ? [[text + sign, wrong], [text + ALIKE[sign], wrong + 1]] : [[text + sign, wrong]],
      );
    }
    return found.sort((a, b) => a[1] - b[1]).map(([text]) => text);
  }

  // What a text may be as a postcode, or as the beginning of one: {outward, inward}, the likeliest first.
  function readings(text) {
    const typed = text.trim().toUpperCase();
    const signs = typed.replace(/[\s.-]/g, "");
    if (!/^[A-Z0-9]{2,7}$/.test(signs)) return [];
    const gap = typed.search(/[\s.-]/);
    const whole = [];
    const parts = [];
    for (const way of ways(signs)) {
      const found = WHOLE.exec(way);
      if (found) whole.push({ outward: found[1], inward: found[2], odd: gap > 0 && gap !== found[1].length });
      const [first, rest] = gap > 0 ? [way.slice(0, gap), way.slice(gap)] : [way, ""];
      if (FIRST.test(first) && /^(\d[A-Z]?)?$/.test(rest)) parts.push({ outward: first, inward: rest });
      if (gap > 0 && !FIRST.test(first) && FIRST.test(way)) parts.push({ outward: way, inward: "" });
      if (gap < 0 && FIRST.test(way.slice(0, -1)) && /\d$/.test(way)) parts.push({ outward: way.slice(0, -1), inward: way.at(-1) });
    }
    return [...whole, ...parts];
  }

  // The likeliest reading, first of those whose outward code is known; null for what is more likely a name, or has its
  // gap where no postcode has one.
  function postcode(text, known) {
    const all = readings(text);
    const here = all.find((one) => known.has(one.outward.toLowerCase()));
    return here ?? (/\d/.test(text) ? all.find((one) => !one.odd) : null) ?? null;
  }

  const looksLikePostcode = (text) => /^\s*[a-z]{1,2}\d[a-z\d]{0,2}(\s*[a-z\d]{1,4})?\s*$/i.test(text);

  // The words of a name, as they are compared.
  function words(name) {
    const bare = name.toLowerCase().replaceAll("&", " and ").normalize("NFD").replace(/[\p{M}'\u2019]/gu, "");
    const all = bare.split(/[^a-z0-9]+/).filter(Boolean);
    return all.map((word, at) => (at === all.length - 1 && Object.hasOwn(SHORT, word) ? SHORT[word] : word));
  }

  const key = (name) => words(name).join("");
  const keys = (name) => words(name).map((_, at, all) => all.slice(at).join(""));

  // Fetches the file in which something stands, one after the other where there are several.
  async function file(load, stem, signs) {
    let data = await load(stem);
    for (let depth = 0; data.split; depth += 1) {
      if (depth >= signs.length) return { ...data, more: true };
      if (!data.split.includes(signs[depth])) return data;
      data = await load(`${stem}-${signs.slice(0, depth + 1).toLowerCase()}`);
    }
    return data;
  }

  const hit = ([name, slug, note, says], more = {}) => ({ name, slug, note, says, ...more });

  async function byPostcode({ outward, inward }, known, load) {
    const typed = `${outward} ${inward}`.trim();
    if (!known.has(outward.toLowerCase())) return { kind: "none", typed, hits: [] };
    const data = await file(load, outward.toLowerCase(), inward);
    const isWhole = inward.length === 3;
    const [sure, perhaps] = [new Set(), new Set()];
    let hasMore = false;
    for (const [some, others, codes, more] of data.codes) {
      const meets = (code) => inward.startsWith(code) || (!isWhole && code.startsWith(inward));
      if (!codes.split(" ").some(meets)) continue;
      hasMore ||= Boolean(more);
      for (const one of some) sure.add(one);
      for (const one of others) perhaps.add(one);
    }
    const hits = [...sure].sort((a, b) => a - b).map((one) => hit(data.areas[one]));
    for (const one of perhaps) if (!sure.has(one)) hits.push(hit(data.areas[one], { perhaps: true }));
    const kinds = { 0: data.more ? "wide" : "none", 1: sure.size && isWhole ? "one" : sure.size ? "partly" : "perhaps" };
    return { kind: kinds[hits.length] ?? (!isWhole ? "partly" : sure.size ? "several" : "perhaps"), typed, hits, hasMore };
  }

  async function byName(text, load) {
    // "12 Mill Lane, Westbrook": a house number says nothing, and a town may stand behind.
    const typed = text.trim();
    const all = words(typed.replace(/^\d+[a-z]?\s+(?=\D)/i, ""));
    const wanted = all.join("");
    if (!wanted) return { kind: "no-name", typed, hits: [] };
    const data = await file(load, "names", wanted);
    const known = (test) => data.names.filter(([name]) => test(name));
    let found = known((name) => key(name) === wanted);
    if (!found.length) found = known((name) => keys(name).some((one) => one.startsWith(wanted)));
    for (let count = all.length - 1; !found.length && count > 0; count -= 1) {
      const part = key(all.slice(0, count).join(" "));
      found = known((name) => key(name) === part);
    }
    if (!found.length && data.more) return { kind: "many", typed, hits: [] };
    // An area that is called after the place needs not be told where it lies.
    const place = (name, area) => (key(area).startsWith(key(name)) ? "" : name);
    const hits = found.slice(0, MOST).flatMap(([name, areas]) =>
      areas.map(([at, detail]) => hit(data.areas[at], { place: place(name, data.areas[at][0]), detail })),
    );
    const kinds = { 0: "no-name", 1: hits.length && hits[0].place ? "one-place" : "names" };
    return { kind: found.length > MOST ? "many" : (kinds[hits.length] ?? "names"), typed, hits, hasMore: found.some(([, , more]) => more || data.cut) };
  }

  // What a typed text leads to: {kind, typed, hits}. `known` are outward codes; `load` gives a file by its name.
  async function look(text, known, load) {
    if (!text.trim()) return { kind: "empty", typed: "", hits: [] };
    // Whole addresses are pasted, and their end says most.
    const end = /^.*[\s,]([a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})[\s.]*$/i.exec(text);
    const code = postcode(text, known) ?? (end && postcode(end[1], known));
    if (code) return byPostcode(code, known, load);
    let found = await byName(text, load);
    for (const part of text.includes(",") ? text.split(",") : []) {
      if (found.kind !== "no-name") break;
      found = { ...(await byName(part, load)), typed: text.trim() };
    }
    return found.kind === "no-name" && looksLikePostcode(text) ? { ...found, kind: "bad" } : found;
  }

  return { keys, look, looksLikePostcode, postcode, readings, words };
})();

// ---- The box ----

(() => {
  const form = document.querySelector(".charter-find");
  if (!form) return;
  const { files, areas, outward, words } = form.dataset;
  const say = JSON.parse(words);
  // From a folder no page may read another file: there the button leads to the list, as it does without this script.
  if (location.protocol === "file:") {
    form.querySelector(".charter-find__said").textContent = say.folder;
    return;
  }
  const known = new Set(outward.split(" "));
  const input = form.querySelector("input");
  const hint = input.getAttribute("aria-describedby");
  const answer = form.querySelector(".charter-find__said");
  const list = form.querySelector(".charter-find__found");
  let asked = 0;

  async function load(name) {
    const reply = await fetch(`${files}${encodeURIComponent(name)}.json`);
    if (!reply.ok) throw new Error(String(reply.status));
    return reply.json();
  }

  const made = (tag, name, ...inside) => {
    const one = document.createElement(tag);
    if (name) one.className = `charter-find__${name}`;
    one.append(...inside);
    return one;
  };

  function shown(one) {
    const link = made("a", "link", one.name);
    link.href = `${areas}${one.slug}/`;
    const place = [one.place, one.detail].filter(Boolean).join(", ");
    const item = made("li", "hit", place ? `${place}: ` : "", link, one.note ? ` (${one.note})` : "");
    for (const line of [one.perhaps && say.may, one.says]) if (line) item.append(made("p", "says", line));
    return item;
  }

  function tell({ kind, typed, hits, hasMore }) {
    const isWrong = kind === "empty" || kind === "bad";
    mark(isWrong);
    const parts = { typed, count: hits.length, area: hits[0]?.name };
    const said = say[kind].replace(/\{(\w+)\}/g, (all, name) => parts[name] ?? all);
    // The sentence alone is read out by itself: what was found stands behind it, to be gone through at one's own pace.
    answer.textContent = said;
    if (hits.length) list.append(made("ul", "hits", ...hits.map(shown)));
    // A long list that was cut goes on in the list of all areas.
    if (hasMore || ["none", "no-name", "failed"].includes(kind)) list.append(form.querySelector("template").content.cloneNode(true));
    if (isWrong) input.focus();
  }

  function mark(isWrong) {
    input.toggleAttribute("aria-invalid", isWrong);
    if (isWrong) input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", isWrong ? `${hint} ${answer.id}` : hint);
  }

  async function run() {
    asked += 1;
    const mine = asked;
    answer.textContent = say.waits;
    list.replaceChildren();
    const found = await findArea.look(input.value, known, load).catch(() => ({ kind: "failed", typed: "", hits: [] }));
    if (mine === asked) tell(found);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  input.addEventListener("input", () => mark(false));

  // A link may bring what to look for, behind the # that no browser sends.
  function bring() {
    const brought = new URLSearchParams(location.hash.slice(1)).get("at");
    if (!brought) return;
    input.value = brought.slice(0, input.maxLength);
    run();
  }
  addEventListener("hashchange", bring);
  bring();
})();
