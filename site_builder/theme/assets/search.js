// The search: words in all charters, looked up in an index of this site, on the reader's own device.
//
// What is typed is never sent: it stands in the address behind the #, which no browser sends, so that a search can be
// linked and Back leads to it. The index, and the program that reads it, are fetched once somebody types. All words come
// from the page, in its language. site_builder/search/ makes the index.

const searchSite = (() => {
  const MOST_WAYS = 4;
  const MOST_TOPICS = 3;
  const SMALL = new Set(
    ("a an and are at be been by do does for from has have how i in is it my not of on or our the there they to was we " +
      "what when where who will with you your").split(" "),
  );

  const split = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\p{M}'\u2019]/gu, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const stem = (word) => (word.length > 3 ? word.replace(/(ss|x|ch|sh)es$|([^s])s$/, "$1$2") : word);

  // The words of a text that say something; all of them if none does.
  function words(text) {
    const all = split(text);
    const telling = all.filter((word) => !SMALL.has(word));
    return telling.length ? telling : all;
  }

  // Where some words stand in others, one behind the other; -1 if they do not.
  function place(all, some) {
    const [long, short] = [all.map(stem), some.map(stem)];
    return long.findIndex((_, at) => short.every((word, by) => word === long[at + by]));
  }

  // The words with some of them said otherwise; null if they are not in it.
  function put(all, some, other) {
    const at = place(all, some);
    return at < 0 ? null : [...all.slice(0, at), ...other, ...all.slice(at + some.length)];
  }

  const longest = (a, b) => b.length - a.length;

  // A text with the words that charters use, and then with others for the same thing.
  function ways(text, { instead, both }) {
    let typed = words(text);
    for (const term of Object.keys(instead).map((one) => [one, split(one)]).sort((a, b) => longest(a[1], b[1]))) {
      typed = put(typed, term[1], split(instead[term[0]])) ?? typed;
    }
    const found = [typed];
    for (const line of both) {
      const terms = line.map(split).sort(longest);
      for (const one of [...found]) {
        const here = terms.find((term) => place(one, term) >= 0);
        if (here) found.push(...terms.filter((term) => term !== here).map((term) => put(one, here, term)));
      }
    }
    return [...new Set(found.map((one) => one.join(" ")))].slice(0, MOST_WAYS);
  }

  // The topics that a text names in the council's own words, each with the words that are left over.
  function topics(text, known) {
    const typed = words(text);
    const found = [];
    for (const [topic, names] of Object.entries(known)) {
      const named = names.map((name) => words(name).map(stem));
      const whole = named.filter((name) => name.every((word) => typed.some((one) => stem(one) === word)));
      const best = whole.sort((a, b) => b.length - a.length)[0];
      if (best) found.push({ topic, size: best.length, rest: typed.filter((word) => !best.includes(stem(word))).join(" ") });
    }
    const most = Math.max(...found.map((one) => one.size));
    return found.filter((one) => one.size === most).slice(0, MOST_TOPICS);
  }

  // Topics that share a word with a text, if they are few.
  function near(text, known) {
    const typed = words(text).map(stem);
    const found = Object.keys(known).filter((topic) => words(known[topic].join(" ")).some((word) => typed.includes(stem(word))));
    return found.length > MOST_TOPICS ? [] : found;
  }

  // How many letters have to be changed, added, left out or exchanged to make one word the other.
  function distance(a, b) {
    const rows = [[...b, ""].map((_, at) => at)];
    for (let i = 1; i <= a.length; i += 1) {
      rows.push([i]);
      for (let j = 1; j <= b.length; j += 1) {
        const last = rows[i - 1];
        let least = Math.min(last[j] + 1, rows[i][j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, rows[i - 2][j - 2] + 1);
        rows[i].push(least);
      }
    }
    return rows[a.length][b.length];
  }

  // The text with each word that is nearly a known one spelt like it; null if there is none.
  function spelt(text, known) {
    const all = new Set(known.flatMap(split));
    const near = (word) => {
      if (word.length < 5 || all.has(word)) return word;
      const allowed = word.length < 7 ? 1 : 2;
      const close = [...all].filter((one) => one.length > 3 && Math.abs(one.length - word.length) <= allowed);
      const ranked = close.map((one) => [distance(word, one), one]).sort((a, b) => a[0] - b[0]);
      return ranked.length && ranked[0][0] <= allowed ? ranked[0][1] : word;
    };
    const typed = split(text);
    const put = typed.map(near);
    return put.some((word, at) => word !== typed[at]) ? put.join(" ") : null;
  }

  // An excerpt as pieces of text, every second of them one that was looked for. It is taken for text, whatever it holds.
  const pieces = (excerpt) =>
    excerpt.split(/<\/?mark>/).map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));

  return { near, pieces, spelt, topics, ways, words };
})();

// ---- The form ----

(() => {
  const form = document.querySelector(".charter-search");
  if (!form) return;
  const { index, root, find, outward } = form.dataset;
  const say = JSON.parse(form.dataset.words);
  const alike = JSON.parse(form.dataset.alike);
  const known = JSON.parse(form.dataset.topics);
  const codes = new Set(outward.split(" "));
  const [input, area, topic] = ["sought", "sought-area", "sought-topic"]
    // A council of very many areas has none to choose from.
    .map((id) => document.getElementById(id) ?? document.createElement("select"));
  const status = form.querySelector("[role=status]");
  const answer = form.querySelector(".charter-search__answer");
  const list = answer.querySelector("ol");
  const more = answer.querySelector(".charter-search__more");
  const STEP = 5;
  let engine;
  let asked = 0;

  const made = (tag, name, ...inside) => {
    const one = document.createElement(tag);
    if (name) one.className = `charter-find__${name}`;
    one.append(...inside);
    return one;
  };
  const fill = (text, parts) => text.replace(/\{(\w+)\}/g, (all, name) => parts[name] ?? all);
  const link = (href, ...inside) => Object.assign(made("a", "", ...inside), { href });

  function program() {
    engine ??= import(new URL(`${index}pagefind.js`, location.href).href).then(async (found) => {
      await found.options({ baseUrl: "/", noWorker: true, excerptLength: 26 });
      await found.init();
      return found;
    });
    engine.catch(() => { engine = undefined; });
    return engine;
  }

  const state = () => ({ q: input.value.trim(), area: area.value, topic: topic.value });
  const hash = (of) => `#${new URLSearchParams(Object.entries(of).filter(([, value]) => value))}`;

  // A postcode that is typed whole, or the first half of one where an area lies.
  function postcode(text) {
    const found = findArea.postcode(text, codes);
    if (!found || !(found.inward.length === 3 || codes.has(found.outward.toLowerCase()))) return null;
    return { text: `${found.outward} ${found.inward}`.trim(), isWhole: found.inward.length === 3 };
  }
  const finding = (code) => `${find}#${new URLSearchParams({ at: code.text })}`;

  // Every page that was found, best first, with the topic by which it was found; and what else was looked for.
  async function look({ q, area, topic }) {
    const found = await program();
    const filters = { ...(area && { area }), ...(topic && { topic }) };
    // Without words the engine would fetch all of its index. Each page is found by its topics, and an area by its name.
    const whole = topic ? ids(topic) : area && searchSite.words(area_(area)).join(" ");
    const [first, ...others] = q ? searchSite.ways(q, alike) : [whole];
    const named = q && !topic ? searchSite.topics(first, known) : [];
    const hits = new Map();
    async function add({ words, only = filters, topic: of = topic, weight }) {
      const { results } = await found.search(words, { filters: only });
      for (const result of results) {
        const score = result.score * weight;
        const before = hits.get(result.id);
        if (!before || (score > before.score)) hits.set(result.id, { result, score, topic: before?.topic || of, isTyped: Boolean(q) });
        else before.topic ||= of;
      }
    }
    // A promise about what was typed comes before one that mentions it.
    await Promise.all([
      add({ words: first, weight: 1 }),
      ...named.map((one) =>
        add({ words: `${ids(one.topic)} ${one.rest}`, only: { ...filters, topic: one.topic }, topic: one.topic, weight: 1 })),
    ]);
    const looked = hits.size < STEP ? others : [];
    const before = hits.size;
    await Promise.all(looked.map((words) => add({ words, weight: 0.8 })));
    const rank = (one) => (named.some(({ topic }) => topic === one.topic) ? 1 : 0);
    return {
      hits: [...hits.values()].sort((a, b) => rank(b) - rank(a) || b.score - a.score),
      looked: hits.size > before ? looked : [],
      first: q && first !== searchSite.words(q).join(" ") ? first : "",
      topics: named.length || !q ? named.map((one) => one.topic) : searchSite.near(first, known),
    };
  }

  const name = (id) => known[id]?.[0] ?? id;
  const ids = (topic) => topic.replaceAll("-", " ");
  const area_ = (slug) => [...area.options].find((one) => one.value === slug).text;

  function marked(excerpt) {
    const text = made("p", "says");
    searchSite.pieces(excerpt).forEach((piece, at) => text.append(at % 2 ? made("mark", "", piece) : piece));
    return text;
  }

  // What stands at an anchor, for a page that was found by a topic and by no word.
  function beginning({ content, anchors }, id) {
    const at = anchors.find((one) => one.id === id)?.location ?? 0;
    return content.split(/\s+/).slice(at, at + 26).join(" ");
  }

  async function shown({ result, topic: of, isTyped }) {
    const page = await result.data();
    const { title, kind, area: where, note, promises = "" } = page.meta;
    const about = promises.split(" ").map((one) => one.split("=")).filter(([one, id]) => id && one === of).map(([, id]) => id);
    const parts = page.sub_results.filter((one) => one.anchor);
    const best = parts.filter((one) => about.includes(one.anchor.id));
    let hits = (best.length ? best : parts).map((one) => [one.anchor.id, one.title, one.excerpt]);
    if (!isTyped || (!best.length && about.length)) {
      const heading = (id) => page.anchors.find((one) => one.id === id)?.text ?? name(of);
      hits = about.map((id) => [id, heading(id), beginning(page, id)]);
    }
    const to = (id) => `${root}${page.url.slice(1)}${id ? `#${id}` : ""}`;
    const [id, heading, excerpt] = hits[0] ?? ["", "", isTyped ? page.excerpt : beginning(page, "")];
    const main = link(to(id), heading ? `${where ?? title}: ${heading}` : title);
    main.className = "charter-find__link";
    const item = made("li", "hit", made("h3", "", main));
    item.append(made("p", "says", [heading ? title : kind, note].filter(Boolean).join(" · ")), marked(excerpt));
    if (hits.length > 1) {
      const also = made("p", "says", say.also);
      hits.slice(1, 4).forEach(([to_, text], at) => also.append(at ? "; " : "", link(to(to_), text)));
      item.append(also);
    }
    return item;
  }

  async function show(hits, from, mine) {
    const items = await Promise.all(hits.slice(from, from + STEP).map(shown));
    if (mine !== asked) return;
    list.append(...items);
    const shownNow = from + items.length;
    more.hidden = shownNow >= hits.length;
    more.onclick = async () => {
      await show(hits, shownNow, mine);
      list.children[shownNow].querySelector("a").focus();
      status.firstChild.textContent = fill(say["more-shown"], { shown: list.children.length, count: hits.length });
    };
  }

  function tell(of, { hits, looked, first, topics }) {
    const parts = { count: hits.length, shown: STEP, for: of.q && fill(say.for, { typed: of.q }) };
    const kind = hits.length === 0 ? "none" : hits.length === 1 ? "one" : hits.length > STEP ? "some" : "several";
    status.replaceChildren(made("p", "said", fill(say[kind], parts)));
    if (first) status.append(made("p", "says", fill(say.instead, { words: first })));
    if (looked.length) status.append(made("p", "says", fill(say.alike, { others: looked.map((one) => `“${one}”`).join(say.or) })));
    for (const id of topics) status.append(made("p", "says", link(`${root}topics/${id}/`, fill(say.topic, { name: name(id) }))));
    if (hits.length >= STEP) return;
    const areas = [...area.options].map((one) => one.textContent);
    const better = searchSite.spelt(of.q, [...Object.values(known).flat(), ...Object.values(alike.instead), ...alike.both.flat(), ...areas]);
    if (better) status.append(made("p", "says", link(hash({ ...of, q: better }), fill(say.spelt, { word: better }))));
    if (hits.length) return;
    if (of.area || of.topic) status.append(made("p", "says", link(hash({ q: of.q }), say.everywhere)));
    status.append(form.querySelector("template").content.cloneNode(true));
  }

  async function run() {
    asked += 1;
    const mine = asked;
    const of = state();
    list.replaceChildren();
    more.hidden = answer.hidden = true;
    if (!of.q && !of.area && !of.topic) return status.replaceChildren(made("p", "said", say.empty));
    status.replaceChildren(made("p", "said", say.waits));
    try {
      const found = await look(of);
      if (mine !== asked) return;
      await show(found.hits, 0, mine);
      if (mine !== asked) return;
      answer.hidden = !found.hits.length;
      tell(of, found);
    } catch {
      if (mine === asked) status.replaceChildren(made("p", "said", say.failed));
    }
    const code = mine === asked && postcode(of.q);
    if (code) status.prepend(made("p", "said", link(finding(code), fill(say.postcode, { typed: code.text }))));
  }

  // What the address brings: behind the #, or behind a ? where another page or program made the link.
  function read() {
    if (!location.hash && location.search) history.replaceState(null, "", `${location.pathname}#${location.search.slice(1)}`);
    const brought = new URLSearchParams(location.hash.slice(1));
    if (!["q", "area", "topic"].some((one) => brought.get(one))) return false;
    input.value = (brought.get("q") ?? "").slice(0, input.maxLength);
    for (const [one, value] of [[area, brought.get("area")], [topic, brought.get("topic")]]) {
      one.value = value ?? "";
      if (one.selectedIndex < 0) one.value = "";
    }
    return true;
  }

  function go() {
    const to = hash(state());
    if (location.hash === to || to === "#") run();
    else location.hash = to;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const code = postcode(input.value);
    if (code?.isWhole) location.assign(finding(code));
    else go();
  });
  for (const one of [area, topic]) one.addEventListener("change", go);
  input.addEventListener("input", () => program().catch(() => {}), { once: true });
  addEventListener("hashchange", () => {
    // Of what led nowhere, or to a part of this page, nothing changes.
    if (read()) run();
    else if (!location.hash) { input.value = area.value = topic.value = ""; list.replaceChildren(); status.replaceChildren(); answer.hidden = true; }
  });
  if (read()) run();
})();
