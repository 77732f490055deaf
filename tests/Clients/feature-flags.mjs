// Evaluates the definitions of tests/Experiments.Tests/Flags/Vectors with @microsoft/feature-management for 10,000 people, and
// compares with the answers that are committed there and that the server's tests compare with: feature-flags.mjs. With --write
// it commits new ones. Needs no host.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { ConfigurationObjectFeatureFlagProvider, FeatureManager } from "@microsoft/feature-management";
import { boardFilters } from "./Flags/filters.mjs";
import { person } from "./Flags/people.mjs";

const peopleCount = 10_000;
const sampleSize = 24;
const folder = new URL("../Experiments.Tests/Flags/Vectors/", import.meta.url);
const definitions = JSON.parse(readFileSync(new URL("definitions.json", folder), "utf8"));

const provider = new ConfigurationObjectFeatureFlagProvider({ feature_management: { feature_flags: definitions } });
const manager = new FeatureManager(provider, { customFilters: boardFilters(() => manager) });
const people = Array.from({ length: peopleCount }, (_, index) => person(index));

/** "+" or "-" for on and off, then the variant. */
async function answer({ id, variants }, somebody) {
  const isEnabled = await manager.isEnabled(id, somebody);
  const variant = variants && (await manager.getVariant(id, somebody));
  return `${isEnabled ? "+" : "-"}${variant?.name ?? ""}`;
}

const answers = {};
for (const definition of definitions) {
  const all = await Promise.all(people.map((somebody) => answer(definition, somebody)));
  const counts = {};
  for (const each of all.toSorted()) counts[each] = (counts[each] ?? 0) + 1;
  const sha256 = createHash("sha256").update(all.join("\n")).digest("hex");
  answers[definition.id] = { sha256, counts, first: all.slice(0, sampleSize).join(" ") };
}

const file = new URL("answers.json", folder);
const lines = Object.entries(answers).map(([id, each]) => `  ${JSON.stringify(id)}: ${JSON.stringify(each)}`);
const text = `{\n${lines.join(",\n")}\n}\n`;
if (process.argv.includes("--write")) writeFileSync(file, text);
if (readFileSync(file, "utf8") !== text) {
  console.log("The answers differ from those in answers.json: run it with --write and look at the difference.");
  process.exit(1);
}
console.log(`${definitions.length} definitions x ${peopleCount} people: the same on/off and variant as committed`);
