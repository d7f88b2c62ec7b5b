// Usage: node validate.mjs NODE_MODULES SCHEMA FILE...
// Checks each file against a JSON Schema (2020-12) and prints what is wrong with it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";

const [modules, schema, ...files] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "any.js"));
const Ajv = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;

// Strict, so that a misspelt keyword of the schema is an error rather than a rule that never applies.
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
addFormats(ajv);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const validate = ajv.compile(read(schema));

let wrong = 0;
for (const file of files) {
  const name = relative(process.cwd(), file);
  if (validate(read(file))) {
    console.log(`valid    ${name}`);
    continue;
  }
  wrong += 1;
  console.log(`INVALID  ${name}`);
  for (const { instancePath, message } of validate.errors.slice(0, 20)) {
    console.log(`         ${instancePath || "/"} ${message}`);
  }
}
console.log(`${files.length - wrong} of ${files.length} files fit ${schema}`);
process.exit(wrong === 0 ? 0 : 1);
