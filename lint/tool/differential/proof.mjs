// proof.mjs - texts that micromark, markdownlint's parser, reads otherwise than two others
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// What is no CommonMark, and may be read as something else: front matter, footnotes,
// directives, formulas, tables, strikethrough.
const EXTENSIONS = [
  /^(---|\+\+\+|\{)/,
  /^[>\s\d.)*+-]*(\[\^|:::?\w|\$\$)|\$.*\$|:\w/m,
  /^(?=[^]*\|)[^]*^[>\s\d.)*+-]*-[-|:\s]*$/m,
  /^(?![>\s\d.)*+-]*~~~).*~/m,
];

// HTML without the line ends that are a renderer's.
const flat = (html) => html.replace(/\n+(?=<)|(?<=>)\n+/g, "").trim();

// A function that answers whether commonmark.js and stet's own parser, with nothing but
// CommonMark, give one HTML for a text, and micromark another.
export async function proof(peers, specRender) {
  const modules = join(resolve(peers), "node_modules");
  const commonmark = createRequire(join(modules, "x.js"))("commonmark");
  const { micromark } = await import(pathToFileURL(join(modules, "micromark", "index.js")));
  const reader = new commonmark.Parser();
  const writer = new commonmark.HtmlRenderer();
  const ours = (text) => spawnSync(specRender, ["stet", "commonmark"], { input: `${text}\0` }).stdout.toString().slice(0, -1);
  const theirs = (text) => micromark(text, { allowDangerousHtml: true, allowDangerousProtocol: true });

  return (text) => {
    const right = flat(writer.render(reader.parse(text)));
    return !EXTENSIONS.some((one) => one.test(text)) && flat(theirs(text)) !== right && flat(ours(text)) === right;
  };
}
