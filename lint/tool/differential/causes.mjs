// causes.mjs - why findings differ: docs/differences.md
//
// Each cause has a test of a text that was made as short as it can be, and of the kinds of
// its differences, as "+MD012", and what to change in the text so that the cause is gone:
// when the differences are gone, too, it is the cause.
const withRules = (kinds, rules) => kinds.every((kind) => rules.includes(kind.slice(1)));
const withOneOf = (kinds, rules) => kinds.some((kind) => rules.includes(kind.slice(1)));

const EMPHASIS = ["MD036", "MD037", "MD049", "MD050"];
const LIST = ["MD004", "MD005", "MD007", "MD029", "MD030", "MD032", "MD053"];

// An empty item, or one with another number than 1.
const WEAK_ITEM = /(^|[>\s:])([-*+][ \t]*$|(?!1[.)])\d+[.)])/m;

const BEYOND = /[\u{10000}-\u{10ffff}]/u;

// A delimiter row in a container, and right below its table a header row outside.
const TABLE_BELOW_TABLE = /(\n[ \t]*[> \t][>| \t:-]*-[>| \t:-]*\n(?:[> \t][^\n]*\n)*)(?=[^\s>][^\n]*\|[^\n]*\n[|: ]*-[|: -]*(\n|$))/;

const LABEL = /\[\^\w+\]:[ \t]*/g;

const replaced = (pattern, by) => (text) => text.replace(pattern, by);

export const causes = [
  {
    name: "a list below what is no paragraph",
    is: (text, kinds) => withOneOf(kinds, LIST) && WEAK_ITEM.test(text),
    mend: (text) => text.replace(/(^|[>\s:])\d+([.)])/gm, "$11$2").replace(/(^|[>\s:])([-*+]|1[.)])[ \t]*$/gm, "$1$2 a"),
  },
  {
    name: "symbols beyond the first plane",
    is: (text) => BEYOND.test(text),
    mend: (text) => text.replace(new RegExp(BEYOND, "gu"), "\u263a"),
  },
  {
    name: "a heading right below definitions",
    is: (text) => /^[>\s]*\[[^\]\n]+\]:.*\n[^\n]+\n[>\s]*[-=]+[ \t]*$/m.test(text),
    mend: replaced(/^([>\s]*)(\[[^\]\n]+\]:.*)\n/gm, "$1$2\n$1\n"),
  },
  {
    name: "indented code below what it ends, line by line",
    is: (text, kinds) => withOneOf(kinds, ["MD009", "MD012", "MD027", "MD032"]),
    mend: replaced(/(\n[> ]*( {4}|\t)[^\n]*)((\n[> \t]*)*\n[> ]*( {4}|\t)[^\n]*)+/g, "$1"),
  },
  {
    name: "a table right below one in a container",
    is: (text) => TABLE_BELOW_TABLE.test(text),
    mend: replaced(TABLE_BELOW_TABLE, "$1\n"),
  },
  {
    name: "HTML that nothing closes in a container",
    is: (text) => /(^|\n)\s*([-*+>]|\d+[.)]|\[\^\w+\]:).*<[!?a-z/]/i.test(text),
    mend: replaced(/<(?=[!?a-z/])/gi, "a"),
  },
  {
    name: "a tag alone on a line that goes on lazily",
    is: (text) => /\n[>\s]*<[^>\n]+>[ \t]*\n/.test(text),
    mend: replaced(/\n([>\s]*)<[^>\n]+>[ \t]*(?=\n)/g, "\n$1a"),
  },
  {
    name: "HTML blocks are read again",
    is: (text, kinds) => withRules(kinds, ["MD033", ...EMPHASIS]),
    mend: replaced(/^([>\s]*)(?=<[!?a-z/])/gim, "$1a "),
  },
  {
    name: "directives",
    is: (text) => /:::\w|:\w/.test(text),
    mend: replaced(/:(?=[:\w])/g, "a"),
  },
  {
    name: "a colon and a tab",
    is: (text) => text.includes(":\t"),
    mend: replaced(/:\t/g, ": "),
  },
  {
    name: "code that ends right after a quote marker",
    is: (text, kinds) => withRules(kinds, ["MD038"]) && /^[>\s]*>`+/m.test(text),
    mend: replaced(/^([>\s]*>)(?=`)/gm, "$1a"),
  },
  {
    name: "blanks before code that goes on lazily",
    is: (text, kinds) => withRules(kinds, ["MD038"]) && /^[ \t]+[^>\n]*`/m.test(text),
    mend: replaced(/^[ \t]+(?=[^>\n]*`)/gm, ""),
  },
  {
    name: "`www.` and blanks at the end of a text",
    is: (text) => /www\.[ \t]+$/im.test(text),
    mend: replaced(/(www\.)[ \t]+$/gim, "$1"),
  },
  {
    name: "footnotes that begin with one another, or with a list",
    is: (text) => text.match(LABEL),
    mend: replaced(LABEL, "-   "),
  },
  // Only two parsers can tell.
  {
    name: "emphasis that could end in several places",
    is: (text, kinds) => withRules(kinds, EMPHASIS),
    mend: (text) => text,
  },
];
