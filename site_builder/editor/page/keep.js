// Between the form and the file: a file stays as people have written it, but for what was changed in the form.
// Every value is a text. What the form has no field for, or what has another shape there, is not shown and not touched.
import { isMap, isScalar, isSeq, parseDocument } from "./yaml.js";

// The file as it was when the form opened it travels with the form's values, in a field that is not shown.
export const WRITTEN = "as_written";
// What a row promises, action and time: in the file the action is the name of the field.
export const PAIRS = "actions_and_times";

const name = (pair) => String(pair.key?.value ?? "");
const actionsOf = (field) => field.fields[0].options.map((option) => option.value);
const kindOf = (field) => {
  if (field.name === PAIRS) return "pairs";
  if (field.widget === "object") return "group";
  if (field.widget === "list") return field.fields ? "groups" : "texts";
  return field.multiple ? "texts" : "text";
};

// What the form shows of a group in the file.
function read(node, fields) {
  const shown = {};
  for (const field of fields) {
    if (kindOf(field) === "pairs") {
      const pairs = pairsIn(node, field).map((pair) => ({ action: name(pair), time: pair.value.value }));
      if (pairs.length) shown[field.name] = pairs;
      continue;
    }
    const value = node.items.find((pair) => name(pair) === field.name)?.value;
    const found = value ? readValue(value, field) : undefined;
    if (found !== undefined) shown[field.name] = found;
  }
  return shown;
}

function readValue(node, field) {
  const kind = kindOf(field);
  if (kind === "text" && isScalar(node)) return node.value || undefined;
  if (kind === "texts" && isSeq(node) && node.items.every(isScalar)) return node.items.map((item) => item.value);
  if (kind === "group" && isMap(node)) return read(node, field.fields);
  if (kind === "groups" && isSeq(node) && node.items.every(isMap)) return node.items.map((item) => read(item, field.fields));
  return undefined;
}

const pairsIn = (node, field) => {
  const known = actionsOf(field);
  return node.items.filter((pair) => known.includes(name(pair)) && isScalar(pair.value));
};

// A value of the form without what is empty; undefined where nothing is left.
function clean(value) {
  if (value === null || value === undefined || value === false) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(clean).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (typeof value === "object") {
    const kept = Object.entries(value).map(([key, item]) => [key, clean(item)]).filter(([, item]) => item !== undefined);
    return kept.length ? Object.fromEntries(kept) : undefined;
  }
  return String(value).trim() || undefined;
}

const same = (one, other) => {
  if (one === other) return true;
  if (!one || !other || typeof one !== "object" || typeof other !== "object") return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]));
};

// ---- writing what is new

function words(text, margin, inBrackets = false) {
  if (/[^\n\x20-\x7e\xa0-\ufefe\uff00-\uffff]|[\u2028\u2029]/.test(text) || (inBrackets && text.includes("\n"))) return JSON.stringify(text);
  if (text.includes("\n")) return `|\n${text.replace(/[ \t]+$/gm, "").replace(/^(?=.)/gm, margin + "  ")}`;
  const plain = !/^[-?:,[\]{}#&*!|>'"%@`~<=\s]|^\.\.\.|: |:$| #|^$/.test(text) && !(inBrackets && /[,[\]{}]/.test(text));
  return plain ? text : JSON.stringify(text);
}

const short = (field) => field.widget === "select" || field.widget === "relation";
const bracketed = (items) => `[${items.map((item) => words(item, "", true)).join(", ")}]`;

function line(field, value, margin) {
  switch (kindOf(field)) {
    case "text": return `${field.name}: ${words(value, margin)}`;
    case "texts": return short(field) ? `${field.name}: ${bracketed(value)}` : `${field.name}:${value.map((item) => entry(field, item, margin + "  ")).join("")}`;
    case "group": return `${field.name}:\n${margin}  ${group(field.fields, value, margin + "  ")}`;
    case "groups": return `${field.name}:${value.map((item) => entry(field, item, margin + "  ")).join("")}`;
    default: return value.map((pair) => `${pair.action}: ${words(pair.time ?? "", margin)}`).join(`\n${margin}`);
  }
}

const entry = (field, item, margin) => `\n${margin}- ${field.fields ? group(field.fields, item, margin + "  ") : words(item, margin)}`;
const group = (fields, value, margin) =>
  fields.filter((field) => value[field.name] !== undefined).map((field) => line(field, value[field.name], margin)).join(`\n${margin}`);

// ---- changing what is there: edits of the text, each from where to where

class Changing {
  constructor(text) { this.text = text; }

  lineEnd(at) { const end = this.text.indexOf("\n", at); return end < 0 ? this.text.length : end; }
  margin(at) { return " ".repeat(at - this.text.lastIndexOf("\n", at - 1) - 1); }

  // Where what a node holds ends; a note behind it belongs to it.
  end(node) {
    if (isMap(node) && !node.flow && node.items.length) return this.endOfPair(node.items.at(-1));
    if (isSeq(node) && !node.flow && node.items.length) return this.end(node.items.at(-1));
    let end = node.range[1];
    while (this.text[end - 1] === "\n") end -= 1;
    return this.lineEnd(end);
  }
  endOfPair(pair) { return pair.value?.range ? Math.max(this.end(pair.value), this.lineEnd(pair.key.range[1])) : this.lineEnd(pair.key.range[1]); }

  patched(start, end, edits) {
    let at = start, out = "";
    for (const edit of [...edits].sort((one, other) => one.start - other.start)) {
      out += this.text.slice(at, edit.start) + edit.text;
      at = Math.max(at, edit.end);
    }
    return out + this.text.slice(at, end);
  }

  // The edits of a group: `before` is what the form showed of it, `after` what it holds now.
  *group(node, fields, before, after) {
    for (const [place, field] of fields.entries()) {
      const old = clean(before[field.name]), now = clean(after[field.name]);
      if (same(old, now)) continue;
      if (kindOf(field) === "pairs") yield* this.pairs(node, fields, place, now ?? []);
      else {
        const pair = node.items.find((one) => name(one) === field.name);
        if (!pair) yield this.added(node, fields, place, (margin) => line(field, now, margin));
        else if (now === undefined) yield this.removed(node, pair);
        else yield* this.value(pair, field, old, now);
      }
    }
  }

  *value(pair, field, old, now) {
    const node = pair.value, kind = kindOf(field), margin = this.margin(pair.key.range[0]);
    if (old !== undefined && node.flow) yield { start: node.range[0], end: node.range[1], text: this.inBrackets(node, field, now) };
    else if (old !== undefined && kind === "group") yield* this.group(node, field.fields, old, now);
    else if (old !== undefined && (kind === "groups" || kind === "texts")) yield this.list(pair, field, now);
    else if (old !== undefined && kind === "text") yield this.scalar(node, now, margin);
    else yield { start: pair.key.range[0], end: this.endOfPair(pair), text: line(field, now, margin) };
  }

  // What stands in brackets stays in brackets, with what the form does not know.
  inBrackets(node, field, now) {
    if (!field.fields) return bracketed([now].flat());
    if (isSeq(node) || (!node && kindOf(field) === "groups")) {
      const items = node?.items ?? [];
      const old = (item, place) => items.find((one) => item.id && one.get("id") === item.id) ?? (now.length === items.length ? items[place] : undefined);
      return `[${now.map((item, place) => this.inBrackets(old(item, place), { ...field, widget: "object" }, item)).join(", ")}]`;
    }
    const shown = node ? read(node, field.fields) : {};
    const known = new Set(Object.keys(shown).flatMap((key) => (key === PAIRS ? shown[key].map((pair) => pair.action) : key)));
    const fields = field.fields.filter((one) => now[one.name] !== undefined).map((one) => {
      if (kindOf(one) === "pairs") return now[one.name].map((pair) => `${pair.action}: ${words(pair.time ?? "", "", true)}`).join(", ");
      const inner = node?.items.find((pair) => name(pair) === one.name)?.value;
      return `${one.name}: ${kindOf(one) === "text" ? words(now[one.name], "", true) : this.inBrackets(inner, one, now[one.name])}`;
    });
    const others = (node?.items ?? []).filter((pair) => !known.has(name(pair)));
    return `{${[...fields, ...others.map((pair) => this.text.slice(pair.key.range[0], pair.value?.range[1] ?? pair.key.range[1]))].join(", ")}}`;
  }

  scalar(node, text, margin) {
    let [start, end] = node.range;
    while (end > start && this.text[end - 1] === "\n") end -= 1;
    const gap = this.text[start - 1] === ":" ? " " : "";
    return { start, end, text: gap + words(text, margin) };
  }

  // A list: what stays is matched by being the same, by its id, and else by its place.
  list(pair, field, now) {
    const items = pair.value.items, shown = items.map((item) => clean(readItem(item, field)));
    const left = new Set(items.keys()), found = new Array(now.length);
    const match = (is) => now.forEach((item, place) => {
      if (found[place] !== undefined) return;
      const old = [...left].find((one) => is(item, shown[one], place, one));
      if (old !== undefined) { found[place] = old; left.delete(old); }
    });
    match((item, old) => same(item, old));
    match((item, old) => item?.id !== undefined && item.id === old?.id);
    match((item, old, place, one) => place === one && (item?.id === undefined || old?.id === undefined || now.length === items.length));
    if (now.length === items.length) match(() => true);
    const begin = this.lineEnd(pair.key.range[1]), ends = items.map((item) => Math.max(this.end(item), begin));
    const margin = this.margin(pair.value.range[0]);
    const pieces = now.map((item, place) => {
      const old = found[place];
      if (old === undefined) return entry(field, item, margin);
      const node = items[old];
      const edits = same(item, shown[old]) ? []
        : !field.fields ? [this.scalar(node, item, margin)]
        : node.flow ? [{ start: node.range[0], end: node.range[1], text: this.inBrackets(node, { ...field, widget: "object" }, item) }]
        : [...this.group(node, field.fields, shown[old] ?? {}, item)];
      return this.patched(old ? ends[old - 1] : begin, ends[old], edits);
    });
    return { start: begin, end: ends.at(-1), text: pieces.join("") };
  }

  // The actions of a row: one that was chosen anew takes the line of the one it replaces.
  *pairs(node, fields, place, now) {
    const old = pairsIn(node, fields[place]), fresh = [];
    const free = old.filter((pair) => !now.some((one) => one.action === name(pair)));
    for (const one of now) {
      const at = old.find((pair) => name(pair) === one.action) ?? free.shift();
      if (!at) { fresh.push(one); continue; }
      if (name(at) !== one.action) yield { start: at.key.range[0], end: at.key.range[1], text: one.action };
      if (at.value.value !== one.time) yield this.scalar(at.value, one.time ?? "", this.margin(at.key.range[0]));
    }
    if (fresh.length) yield this.added(node, fields, place, (margin) => line(fields[place], fresh, margin));
    for (const pair of free) yield this.removed(node, pair);
  }

  // A new field stands behind the last of those that the form has before it.
  added(node, fields, place, write) {
    const rank = (pair) => {
      const at = fields.findIndex((field) => field.name === name(pair) || (kindOf(field) === "pairs" && pairsIn(node, field).includes(pair)));
      return at >= 0 && at <= place ? at : -1;
    };
    const first = node.items[0].key.range[0], margin = this.margin(first);
    const best = Math.max(...node.items.map(rank));
    if (best < 0) return { start: first, end: first, text: `${write(margin)}\n${margin}` };
    const end = this.endOfPair(node.items.findLast((pair) => rank(pair) === best));
    return { start: end, end, text: `\n${margin}${write(margin)}` };
  }

  removed(node, pair) {
    let start = pair.key.range[0], end = this.endOfPair(pair);
    const above = this.text.slice(this.text.lastIndexOf("\n", start - 1) + 1, start);
    if (above.trim()) {
      // The first of an item stands behind its dash, and the next one takes its place, if no note is between.
      const next = node.items[node.items.indexOf(pair) + 1]?.key.range[0];
      if (next && !this.text.slice(end, next).trim()) end = next;
      return { start, end, text: "" };
    }
    start -= above.length + (start > above.length ? 1 : 0);
    if (start === 0) end += 1;
    else if (this.text[start - 1] === "\n" && /^(\n\n|\n?$)/.test(this.text.slice(end, end + 2))) start -= 1;
    return { start, end, text: "" };
  }
}

const readItem = (node, field) => (field.fields ? read(node, field.fields) : node.value);

function parsed(text) {
  const file = parseDocument(text, { schema: "failsafe", uniqueKeys: false });
  if (file.errors.length) throw file.errors[0];
  return file.contents;
}

// The format of a kind of file: its fields as the form has them, and the line at the head of a new file.
export const format = (fields, head) => {
  const ours = fields.filter((field) => field.name !== WRITTEN);
  return {
    fromFile(text) {
      const lines = text.replace(/\r\n/g, "\n"), file = parsed(lines);
      return { ...(isMap(file) ? read(file, ours) : {}), [WRITTEN]: text };
    },
    toFile(value) {
      const text = String(value[WRITTEN] ?? ""), lines = text.replace(/\r\n/g, "\n");
      const file = text && parsed(lines), after = clean({ ...value, [WRITTEN]: undefined }) ?? {};
      if (!file || (isScalar(file) && !file.value)) return `${text.trimEnd() || head}\n${group(ours, after, "")}\n`;
      if (!isMap(file) || file.flow) throw new Error("This file is no list of fields, a line for each. It can only be changed by hand.");
      const changing = new Changing(lines);
      const now = changing.patched(0, lines.length, [...changing.group(file, ours, read(file, ours), after)]);
      const ended = now.endsWith("\n") ? now : `${now}\n`;
      return text.includes("\r\n") ? ended.replace(/\n/g, "\r\n") : ended;
    },
  };
};
