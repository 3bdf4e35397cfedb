// "By when should it be done?": the day by which a promise is due, worked out on the reader's own device.
//
// These are the sums of site_builder/deadlines/, done with what stands in the page; tests/times/by_when.yml holds both
// to one table of cases. A day is a number, and a moment is a number of minutes, as a clock on the wall shows them: no
// time zone and no change of the clocks comes into it. All words come from the page, in its language.

const byWhen = (() => {
  const MINUTES = 1440;
  // In days. The page offers nothing longer, and a count must end.
  const FURTHEST = 36600;

  const numbered = (year, month, date) => Date.UTC(year, month, date) / 864e5;
  const weekday = (day) => (day + 3) % 7;
  const dayOf = (moment) => Math.floor(moment / MINUTES);
  const written = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
  const split = (day) => written(day).split("-").map(Number);

  // "2026-11-30" as a number; null for what is no date.
  function readDay(text) {
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    if (!found) return null;
    const day = numbered(found[1], found[2] - 1, found[3]);
    return written(day) === text ? day : null;
  }

  function readHour(text) {
    const found = /^([01]\d|2[0-3]):([0-5]\d)/.exec(text);
    return found ? found[1] * 60 + Number(found[2]) : null;
  }

  function addMonths(day, months) {
    const [year, month, date] = split(day);
    const last = split(numbered(year, month + months, 0))[2];
    return numbered(year, month - 1 + months, Math.min(date, last));
  }

  function calendarOf({ weekdays, hours, holidays, from, until }) {
    const off = new Set(holidays.split(" ").map(readDay));
    return {
      isHoliday: (day) => off.has(day),
      works: (day) => weekdays.includes(weekday(day)) && !off.has(day),
      // From which minute to which one works on a day; the last may lie after midnight.
      hours: (day) => (hours && hours.days.includes(weekday(day)) && !off.has(day) ? hours.span : null),
      knows: (first, last) => until !== null && readDay(from) <= first && last <= readDay(until),
    };
  }

  // When a rule is over whose clock starts at a moment: its day, the minute of it (none is the day's end), the first
  // day that counted, the days that did not count, and whether all bank holidays are known. Null if it never is.
  function due(rule, moment, calendar) {
    const start = dayOf(moment);
    const step = rule.back ? -1 : 1;
    const counted = (day) => (!rule.days || rule.days.includes(weekday(day))) && (!rule.working || calendar.works(day));
    const stretch = (day) => {
      if (rule.days && !rule.days.includes(weekday(day))) return null;
      return rule.working ? calendar.hours(day) : [0, MINUTES];
    };
    let begin = start + step;
    let isOff = (day) => !counted(day);
    let end = null;
    let minute = null;
    let first = null;

    if (rule.unit === "by") {
      begin = start + rule.by;
      end = begin;
      while (rule.working && !calendar.works(end) && end - begin < FURTHEST) end += 1;
      minute = rule.at ?? null;
    } else if (rule.unit === "minutes") {
      begin = start + (rule.full ? step : 0);
      isOff = (day) => !stretch(day);
      // Full days leave out the day of the moment: they end where it begins, or begin where it ends.
      const from = rule.full ? (rule.back ? start : start + 1) * MINUTES : moment;
      let at = rule.working || rule.days ? null : from + step * rule.n;
      let left = rule.n;
      for (let day = dayOf(from) - (rule.back ? 0 : 1); at === null; day += step) {
        if (Math.abs(day - start) > FURTHEST) return null;
        const span = stretch(day);
        if (!span) continue;
        const opens = rule.back ? day * MINUTES + span[0] : Math.max(day * MINUTES + span[0], from);
        const closes = rule.back ? Math.min(day * MINUTES + span[1], from) : day * MINUTES + span[1];
        if (left <= closes - opens) at = rule.back ? closes - left : opens + left;
        else left -= Math.max(closes - opens, 0);
      }
      end = dayOf(at);
      minute = at - end * MINUTES;
    } else if (rule.unit === "months") {
      end = addMonths(start, step * rule.n);
      begin = end;
      while (rule.days && !rule.days.includes(weekday(end))) end += 1;
    } else {
      if (rule.first === "same" && !rule.full && !rule.back) begin = start;
      let day = begin;
      const isOne = (one) => counted(one) && (rule.first !== "working" || rule.working || rule.back || calendar.works(one));
      for (; !isOne(day); day += step) if (Math.abs(day - start) > FURTHEST) return null;
      first = day;
      isOff = (one) => !counted(one) || (step * one < step * first);
      for (let left = rule.n; ; day += step) {
        if (Math.abs(day - start) > FURTHEST) return null;
        if (counted(day)) left -= 1;
        if (!left) break;
      }
      end = rule.back && rule.full ? day - 1 : day;
    }
    const off = [];
    for (let day = begin; step * day < step * end; day += step) if (isOff(day)) off.push(day);
    const sure = !rule.bank || calendar.knows(Math.min(start, end), Math.max(start, end));
    const over = minute === null ? (end + 1) * MINUTES : end * MINUTES + minute;
    return { day: end, minute, over, first, off: off.sort((a, b) => a - b), sure };
  }

  // ---- Words ----

  const fill = (message, parts) => message.replace(/\{(\w+)\}/g, (all, name) => parts[name] ?? all);

  function speaker({ words, months, weekdays, lists }) {
    const say = (name, parts = {}) => fill(words[name], parts);
    const date = (day, name) => {
      const [year, month, number] = split(day);
      return say(name, { weekday: weekdays[weekday(day)], day: number, month: months[month - 1], year });
    };
    const clock = (minute) => {
      const [hour, rest] = [Math.floor(minute / 60), Math.floor(minute % 60)];
      if (hour === 12 && !rest) return say("noon");
      return say(`${hour < 12 ? "morning" : "afternoon"}${rest ? "" : ", on the hour"}`, {
        hour: hour % 12 || 12,
        minute: String(rest).padStart(2, "0"),
        hour24: String(hour).padStart(2, "0"),
      });
    };
    return {
      say,
      date: (day) => date(day, "date"),
      // Midnight is the end of the day before it: nobody can mistake that for the midnight after.
      when: ({ day, minute }) =>
        minute === null || minute < 1
          ? say("end-of-day", { date: date(minute === null ? day : day - 1, "date") })
          : say("at-hour", { clock: clock(minute), date: date(day, "date") }),
      days: (days, isHoliday) => {
        const said = days.map((day) => {
          const short = date(day, "short-date");
          return isHoliday(day) ? say("bank-holiday", { date: short }) : short;
        });
        if (said.length < 2) return said.join("");
        if (said.length === 2) return fill(lists.two, { 0: said[0], 1: said[1] });
        const ending = fill(lists.end, { 0: said.at(-2), 1: said.at(-1) });
        return said.slice(0, -2).reduceRight((rest, one) => fill(lists.middle, { 0: one, 1: rest }), ending);
      },
    };
  }

  // What is said of a rule that is due: whole sentences, the day first.
  function sentences(rule, answer, calendar, { say, date, when, days }) {
    const until = when(answer);
    if (!answer.sure) return [say("unsure", { when: until })];
    const said = [fill(rule.said, { when: until })];
    if (rule.length) {
      const first = answer.first === null || rule.n < 2 ? null : date(answer.first);
      said.push(say(first && !rule.back ? "length-from" : "length", { length: rule.length, first }));
    }
    const { isHoliday } = calendar;
    // Where every day counts, the days before day 1 are no days that never count.
    const waits = (day) => rule.first === "working" && !rule.working && day < answer.first;
    const [before, off] = [answer.off.filter(waits), answer.off.filter((day) => !waits(day))];
    if (before.length) said.push(say("before-first", { days: days(before, isHoliday) }));
    if (before.length && !rule.days && rule.n > 1) said.push(say("every-day"));
    if (off.length > 4 && rule.never) {
      said.push(rule.never);
      const others = off.filter((day) => rule.working && isHoliday(day));
      if (others.length) said.push(say("holidays-too", { days: days(others, () => false) }));
    } else if (off.length) {
      said.push(say(off.length > 1 ? "off-several" : "off-one", { days: days(off, (day) => rule.working && isHoliday(day)) }));
    }
    return said;
  }

  // ---- A calendar entry ----

  // RFC 5545: no line is longer than 75 bytes.
  function folded(line) {
    const size = (sign) => new TextEncoder().encode(sign).length;
    let [out, room] = ["", 75];
    for (const sign of line) {
      if (size(sign) > room) [out, room] = [`${out}\r\n `, 74];
      out += sign;
      room -= size(sign);
    }
    return out;
  }

  function entries(events, now) {
    const text = (words) => words.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
    const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const lines = events.flatMap(({ answer: { day, minute }, title, details, address }, at) => {
      const date = written(day).replaceAll("-", "");
      const hour = minute === null ? "" : new Date(Math.floor(minute) * 6e4).toISOString().slice(11, 16).replace(":", "");
      return [
        "BEGIN:VEVENT",
        `UID:${date}-${at}-${encodeURIComponent(address)}`,
        `DTSTAMP:${stamp}`,
        minute === null ? `DTSTART;VALUE=DATE:${date}` : `DTSTART:${date}T${hour}00`,
        `SUMMARY:${text(title)}`,
        `DESCRIPTION:${text(details)}`,
        `URL:${address}`,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
      ];
    });
    const all = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Neighbourhood charters//By when//EN", ...lines, "END:VCALENDAR"];
    return all.map((line) => `${folded(line)}\r\n`).join("");
  }

  return { addMonths, calendarOf, due, entries, folded, readDay, readHour, sentences, speaker, weekday, written };
})();

// ---- The forms: one in each promise that has a date, made when it is opened ----

(() => {
  const model = document.querySelector("#by-when");
  if (!model) return;
  const { readDay, readHour, written } = byWhen;

  function now() {
    const at = new Date();
    const day = Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 864e5;
    return day * 1440 + at.getHours() * 60 + at.getMinutes();
  }

  // The rows that hold for a report, or the name of the sentence that says why none does, with the row it is about.
  function holding(rows, day, minute) {
    const year = written(day).slice(5);
    const within = ([first, last]) => (first <= last ? first <= year && year <= last : first <= year || year <= last);
    const tests = {
      "too-early": ({ from }) => !from || readDay(from) <= day,
      "too-late": ({ to }) => !to || day <= readDay(to),
      suspended: ({ off }) => !off || day < readDay(off[0]) || (off[1] && readDay(off[1]) < day),
      "off-season": ({ season }) => !season || within(season),
      "off-hours": ({ received: [side, hour] = [] }) => !side || minute < readHour(hour) === (side === "before"),
    };
    let left = rows;
    for (const [why, test] of Object.entries(tests)) {
      const kept = left.filter(test);
      if (!kept.length) return { why, row: left[0] };
      left = kept;
    }
    return { left };
  }

  function build(details) {
    const shared = JSON.parse(model.dataset.shared);
    const cases = JSON.parse(details.dataset.cases);
    const calendar = byWhen.calendarOf(shared.calendar);
    const speak = byWhen.speaker(shared);
    const { say } = speak;
    details.append(model.content.cloneNode(true));

    const part = (name) => details.querySelector(`.charter-by-when__${name}`);
    const [form, answer, save, next] = ["form", "answer", "save", "next"].map(part);
    const { kind, day, hour } = form.elements;
    answer.id = `by-when-answer-${details.dataset.of}`;
    cases.forEach(({ label }, at) => kind.add(new Option(label, at)));
    part("kind").hidden = cases.length < 2;

    const one = () => cases[kind.value || 0];
    const clear = () => {
      answer.replaceChildren();
      next.replaceChildren();
      save.hidden = true;
      URL.revokeObjectURL(save.href);
      for (const control of [day, hour]) {
        control.removeAttribute("aria-invalid");
        control.removeAttribute("aria-describedby");
      }
    };
    const choose = () => {
      part("asked").textContent = one().asked;
      part("hour").hidden = !one().timed;
      day.min = shared.earliest;
      day.max = one().planned ? shared.latest : written(Math.floor(now() / 1440));
      clear();
    };
    const line = (first, ...rest) => {
      const paragraph = document.createElement("p");
      const strong = document.createElement("strong");
      strong.textContent = first;
      paragraph.append(strong, ...rest.map((words) => ` ${words}`));
      answer.append(paragraph);
    };
    const wrong = (words, control) => {
      line(words);
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", answer.id);
      control.focus();
    };

    function work() {
      const { rows, timed, planned } = one();
      const [on, at] = [readDay(day.value), readHour(hour.value)];
      if (on === null) return wrong(say(day.value || day.validity.badInput ? "no-date" : "empty"), day);
      if (on < readDay(shared.earliest)) return wrong(say("long-ago", { date: speak.date(readDay(shared.earliest)) }), day);
      if (on > readDay(shared.latest)) return wrong(say("far-off", { date: speak.date(readDay(shared.latest)) }), day);
      if (!planned && on > Math.floor(now() / 1440)) return wrong(say("to-come"), day);
      if (timed && at === null) return wrong(say("no-hour"), hour);
      const moment = on * 1440 + (timed ? at : 0);
      if (!planned && timed && moment > now()) return wrong(say("to-come"), hour);

      const { left, why, row } = holding(rows, on, at);
      if (why) {
        const about = { "too-early": row.from, "too-late": row.to }[why];
        return line(say(why, { date: about && speak.date(readDay(about)) }));
      }
      const title = document.getElementById(details.dataset.of)?.textContent ?? "";
      const address = `${location.origin}${location.pathname}#${details.dataset.of}`;
      const events = [];
      let passed = false;
      const beneath = (words) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = words;
        answer.append(paragraph);
      };
      for (const { steps, beside, worse } of left) {
        // What is worse for now is told if it is so on any day from the report to the one that is promised.
        let warning = "";
        for (const rule of steps) {
          const found = byWhen.due(rule, moment, calendar);
          if (!found || (rule.unit === "by" && found.over < moment)) {
            line(say("hour-gone"));
            continue;
          }
          const [first, last] = [on, found.day].sort((a, b) => a - b);
          if (worse && readDay(worse.from) <= last && (!worse.to || first <= readDay(worse.to))) warning = worse.said;
          const said = byWhen.sentences(rule, found, calendar, speak);
          if (found.sure && found.over <= now()) {
            passed = true;
            said.push(say(found.minute === null ? "passed" : "passed-hour"));
          } else if (found.sure) {
            const details = [said.join(" "), warning, address].filter(Boolean).join("\n");
            events.push({ answer: found, title: say("entry", { title }), details, address });
          }
          line(...said);
        }
        if (warning) beneath(warning);
        if (beside.length) beneath(beside.join(" "));
      }
      if (passed) next.append(document.getElementById(details.dataset.next)?.content.cloneNode(true) ?? "");
      if (events.length) {
        save.href = URL.createObjectURL(new Blob([byWhen.entries(events, new Date())], { type: "text/calendar" }));
        save.download = `${details.dataset.of}.ics`;
        save.hidden = false;
      }
    }

    kind.addEventListener("change", choose);
    form.addEventListener("input", clear);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clear();
      work();
    });
    choose();
  }

  for (const details of document.querySelectorAll(".charter-by-when")) {
    details.hidden = false;
    details.addEventListener("toggle", () => details.childElementCount > 1 || build(details));
  }
})();
