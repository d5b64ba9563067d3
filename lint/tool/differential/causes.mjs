// causes.mjs - why findings differ: docs/differences.md
//
// Each cause has a test of a text that was made as short as it can be, and of the kinds of
// its differences, as "+MD012". The first whose test the text passes is taken.
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// What micromark and commonmark.js do not read alike without it being a mistake of one.
const EXTENSIONS = /^[>\s\d.)*+-]*(\[\^|:::?\w|\$\$)|\$.*\$|:\w+[[{]/m;

const flat = (html) => html.replace(/\s+/g, " ").replace(/ (?=<)|(?<=>) /g, "").trim();

const withRules = (kinds, rules) => kinds.every((kind) => rules.includes(kind));

// An empty item, or one with another number than 1.
const WEAK_ITEM = /^[>\s]*([-*+][ \t]*$|(?!1[.)])\d+[.)])|(\[\^\w+\]:|[-*+]|\d+[.)])[>\s]*(?!1[.)])\d+[.)]/m;

const textual = [
  {
    name: "a list below what is no paragraph",
    is: (text, kinds) => kinds.every((kind) => kind.startsWith("+")) && kinds.some((kind) => /MD0(29|32)/.test(kind)) && WEAK_ITEM.test(text),
  },
  {
    name: "strikethrough",
    is: (text, kinds) => text.includes("~") && kinds.every((kind) => /MD0(37|49|50)/.test(kind)),
  },
  {
    name: "a heading right below definitions",
    is: (text) => /^[>\s]*\[[^\]\n]+\]:.*\n[^\n]+\n[>\s]*[-=]+[ \t]*$/m.test(text),
  },
  {
    name: "directives",
    is: (text) => /:::\w|(^|[^\]:]):\w/.test(text),
  },
  {
    name: "footnotes that begin with one another, or with a list",
    is: (text) => /^[>\s*+-]*\[\^\w+\]:\s*(\[\^\w+\]:|[-*+>]|\d+[.)])/m.test(text),
  },
  {
    name: "blanks after an opening fence in an item",
    is: (text) => /^\s*([-*+]|\d+[.)])\s+(`{3}|~{3}).*\n[ \t]+$/m.test(text),
  },
  {
    name: "indented code below what it ends, line by line",
    is: (text, kinds) => withRules(kinds, ["-MD046", "-MD014", "-MD009"]) && /^( {4,}|[ >]*\t)/m.test(text),
  },
  {
    name: "HTML that nothing closes in a container",
    is: (text, kinds) => withRules(kinds, ["+MD032", "-MD032"]) && /<[!?a-z/]/i.test(text),
  },
  {
    name: "HTML blocks are read again",
    is: (text, kinds) => withRules(kinds, ["+MD033", "-MD033"]) && /^[>\s]*<[!?a-z]/im.test(text),
  },
];

// The list, from the packages below `peers`.
export async function knownCauses(peers) {
  const modules = join(resolve(peers), "node_modules");
  const commonmark = createRequire(join(modules, "x.js"))("commonmark");
  const { micromark } = await import(pathToFileURL(join(modules, "micromark", "index.js")));
  const reader = new commonmark.Parser();
  const writer = new commonmark.HtmlRenderer();
  const theirs = (text) => micromark(text, { allowDangerousHtml: true, allowDangerousProtocol: true });

  return [{
    name: "micromark does not read it as commonmark.js does",
    theirs: true,
    is: (text) => !EXTENSIONS.test(text) && flat(theirs(text)) !== flat(writer.render(reader.parse(text))),
  }, ...textual];
}
