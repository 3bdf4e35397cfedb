// "Report a problem": shows the problem that was chosen and the land it is on, and tells whether a desk is open now.
//
// Which problem stands behind the # of the address, so that the page works as it is without this script, and a link can
// lead to one. Nothing typed or chosen is sent or kept. The hours and all words come from the page.

const opening = (() => {
  const DAY = 1440;
  const FURTHEST = 70;
  const numbered = (text) => Date.parse(`${text}T00:00:00Z`) / 864e5;
  const weekday = (day) => (day + 3) % 7;

  // The day and the minute that a clock on the wall shows in a time zone.
  function wall(now, zone) {
    const form = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
    });
    const part = Object.fromEntries(form.formatToParts(now).map(({ type, value }) => [type, value]));
    return { day: numbered(`${part.year}-${part.month}-${part.day}`), minute: part.hour * 60 + Number(part.minute) };
  }

  // Whether a line of hours holds on a day: "the last Tuesday of the month" has a number from the end.
  function holds(line, day, isOff) {
    if (!line.days.includes(weekday(day)) || (isOff(day) && !line.always && !line.holidays)) return false;
    if (!line.nth) return true;
    const month = (one) => new Date(one * 864e5).getUTCMonth();
    if (line.nth < 0) return month(day + 7) !== month(day);
    return Math.ceil(new Date(day * 864e5).getUTCDate() / 7) === line.nth;
  }

  // {is: "open", until}, {is: "always"}, {is: "closed" or "holiday", next} or {is: "never"}; null where nobody knows.
  // Moments are minutes, counted as a clock on the wall shows them.
  function state(lines, { day, minute }, { holidays, until }) {
    if (!lines.length) return null;
    if (lines.some((line) => line.always)) return { is: "always" };
    const last = numbered(until);
    if (day > last) return null;
    const off = new Set(holidays.map(numbered));
    const isOff = (one) => off.has(one);
    const spans = [];
    for (let one = day - 1; one <= Math.min(day + FURTHEST, last); one += 1) {
      for (const line of lines) if (holds(line, one, isOff)) spans.push(line.span.map((at) => one * DAY + at));
    }
    spans.sort((a, b) => a[0] - b[0]);
    const now = day * DAY + minute;
    let end = null;
    for (const [from, to] of spans) if (from <= (end ?? now) && to > (end ?? now)) end = to;
    if (end !== null) return { is: "open", until: end };
    const next = spans.find(([from]) => from > now)?.[0];
    const missed = lines.some((line) => holds(line, day, () => false));
    if (next === undefined) return { is: "never" };
    return { is: isOff(day) && missed && Math.floor(next / DAY) > day ? "holiday" : "closed", next };
  }

  function say(found, { day }, words) {
    const fill = (message, parts) => message.replace(/\{(\w+)\}/g, (all, name) => parts[name] ?? all);
    const clock = (moment) => {
      const minute = moment % DAY;
      if (minute === 0) return words.midnight;
      if (minute === 720) return words.noon;
      const [hour, rest] = [Math.floor(minute / 60), minute % 60];
      return `${hour % 12 || 12}${rest ? `:${String(rest).padStart(2, "0")}` : ""}${hour < 12 ? "am" : "pm"}`;
    };
    const date = (moment) => {
      const one = Math.floor(moment / DAY);
      if (one - day < 2) return one === day ? words.today : words.tomorrow;
      const at = new Date(one * 864e5);
      const parts = { weekday: words.weekdays[weekday(one)], date: at.getUTCDate(), month: words.months[at.getUTCMonth()] };
      return fill(words.date, parts);
    };
    const moment = found.until ?? found.next;
    return fill(words[found.is], moment === undefined ? {} : { clock: clock(moment), day: date(moment) });
  }

  return { state, say, wall };
})();

// ---- The page ----

(() => {
  const box = document.querySelector(".charter-choose");
  if (!box) return;
  const parts = [...document.querySelectorAll(".charter-choice")];
  const items = [...box.querySelectorAll(".charter-choose__item")];
  const input = box.querySelector("input");
  const said = box.querySelector(".charter-choose__said");

  function tellHours() {
    const { routes, calendar, words } = box.dataset;
    if (!routes) return;
    const [hours, known, spoken] = [routes, calendar, words].map((text) => JSON.parse(text));
    const now = opening.wall(new Date(), known.zone);
    for (const line of document.querySelectorAll(".charter-choice__open")) {
      line.dataset.name ??= line.textContent.trim();
      const found = opening.state(hours[line.dataset.route] ?? [], now, known);
      line.hidden = !found;
      if (found) line.textContent = `${line.dataset.name} ${opening.say(found, now, spoken)}`;
    }
  }

  const bare = (text) => text.toLowerCase().normalize("NFD").replace(/[^a-z0-9 ]/g, "");

  // Every word typed begins a word of the problem's names; an s at its end makes no difference.
  function filter() {
    const wanted = bare(input.value).split(" ").filter(Boolean).map((word) => (word.length > 3 ? word.replace(/s$/, "") : word));
    let shown = 0;
    for (const item of items) {
      const words = bare(item.textContent).split(/\s+/);
      item.hidden = !wanted.every((one) => words.some((word) => word.startsWith(one)));
      shown += !item.hidden;
    }
    const words = shown ? said.dataset.some : said.dataset.none;
    said.textContent = wanted.length ? words.replace("{shown}", shown).replace("{total}", items.length) : "";
  }

  function choose(part) {
    const asked = part.querySelector(".charter-choice__ask");
    if (!asked) return;
    const chosen = asked.querySelector(":checked");
    part.querySelectorAll(".charter-choice__land").forEach((land, at) => {
      land.hidden = !chosen || Boolean(chosen.value && Number(chosen.value) !== at + 1);
    });
  }

  function show(moved) {
    const part = parts.find((one) => `#${one.id}` === decodeURIComponent(location.hash));
    if (location.hash && location.hash !== "#choose" && !part) return;
    for (const one of parts) one.hidden = one !== part;
    box.hidden = Boolean(part);
    if (part) choose(part);
    tellHours();
    if (!moved && !part) return;
    const title = part ? part.querySelector("h2") : box.querySelector("h2");
    title.focus({ preventScroll: true });
    title.scrollIntoView();
  }

  box.querySelector(".charter-choose__box").hidden = false;
  for (const part of parts) {
    const asked = part.querySelector(".charter-choice__ask");
    if (!asked) continue;
    asked.hidden = false;
    asked.addEventListener("change", () => choose(part));
  }
  input.addEventListener("input", filter);
  addEventListener("hashchange", () => show(true));
  addEventListener("pageshow", tellHours);
  for (const part of parts) part.hidden = true;
  filter();
  show(false);
})();
