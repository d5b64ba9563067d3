// texts.mjs - the real documents that are mutated

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// The Markdown files below a folder, in the order of their paths.
export function realTexts(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath || entry.path, entry.name)).sort()
    .map((path) => readFileSync(path, "utf8").replace(/\0/g, ""));
}
