// Does to files what somebody does in the form: each as it would be opened, changed and saved.
import fs from "node:fs";

const [keep, given] = process.argv.slice(2);
const { format, WRITTEN } = await import(keep);
const { fields, texts, edits, patterns } = JSON.parse(fs.readFileSync(given, "utf8"));
const formats = { charter: format(fields.charter, "# a new file"), council: format(fields.council, "# a new file") };
const edited = (kind, text, change) => {
  const value = formats[kind].fromFile(text);
  new Function("v", change)(value);
  const saved = formats[kind].toFile(value);
  const { [WRITTEN]: _, ...meant } = value, { [WRITTEN]: __, ...read } = formats[kind].fromFile(saved);
  return { saved, meant, read };
};
const anew = ({ kind, text }) => {
  const { [WRITTEN]: _, ...value } = formats[kind].fromFile(text);
  return formats[kind].toFile(value);
};
console.log(JSON.stringify({
  edited: edits.map(({ text, change }) => edited("charter", text, change)),
  kept: texts.map(({ kind, text }) => edited(kind, text, "")),
  anew: texts.map(anew),
  fits: patterns.map(({ pattern, words }) => new RegExp(pattern, "u").test(words)),
}));
