// Starts the form with the settings that were made from the charters' fields.
import CMS from "./form/npm/index.js";
import { format } from "./keep.js";

const HEAD = { charter: "../charter.schema.json", council: "council.schema.json" };
const config = await (await fetch("config.json")).json();
const fields = { charter: config.collections[0].fields, council: config.collections[1].files[0].fields };
for (const [kind, schema] of Object.entries(HEAD)) {
  CMS.registerCustomFormat(`${kind}-yml`, "yml", format(fields[kind], `# yaml-language-server: $schema=${schema}`));
}
await CMS.init({ config: { ...config, load_config_file: false } });
