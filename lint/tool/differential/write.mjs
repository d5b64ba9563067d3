// write.mjs - writes the documents of differential.mjs into a folder
//
// usage: node write.mjs OUT COUNT SEED CORPUS
//
// Half of COUNT documents are made and go to OUT/made; the others are mutated Markdown files
// below CORPUS and go to OUT/mutated.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDocument } from "./documents.mjs";
import { mutate } from "./mutations.mjs";
import { Random } from "./random.mjs";
import { realTexts } from "./texts.mjs";

const [out, count, seed, corpus] = process.argv.slice(2);
const random = new Random(Number(seed));
const half = Math.ceil(Number(count) / 2);

function writeAll(name, make) {
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < half; i++) {
    writeFileSync(join(folder, `${i}.md`), make());
  }
}

writeAll("made", () => makeDocument(random));
const texts = realTexts(corpus);
writeAll("mutated", () => mutate(random, texts));
