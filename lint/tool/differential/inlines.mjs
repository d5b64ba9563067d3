// inlines.mjs - lines of text with all that may stand in one

const words = ["alpha", "Beta", "gamma", "delta", "a", "is", "of", "x1", "e.g.", "JavaScript", "10:30am", "snake_case",
  "5*3", "caf\u00e9", "\u65e5\u672c", "\u{1f600}", "don't", "$5", "C#", "a|b", "[x]", "(y)", "--", "2.", "!"];
const urls = ["https://example.com", "http://a.example/b_c?d=e", "www.example.org", "me@example.com", "#alpha", "b.md", "<c d>"];
const tags = ["<b>", "</b>", "<br/>", '<img src="a.png">', '<a href="x">', "</a>", "<kbd>k</kbd>", '<a name="n"></a>'];

const makers = [
  [60, (random) => random.pick(words)],
  [6, (random) => wrapped(random, random.pick(["*", "_", "**", "__", "***", "~~", "~"]))],
  [1, (random) => `${random.pick(["*", "_", "**", "__"])} ${plain(random, 2)}${random.pick(["*", "_", "**", " **"])}`],
  [6, (random) => `\`${random.pick(["", " "])}${plain(random, 2)}${random.pick(["", " "])}\``],
  [1, (random) => `\`\` ${plain(random, 1)} \` ${plain(random, 1)} \`\``],
  [1, (random) => random.pick(["`", "``", "*", "_", "[", "]", "<", ">", "$", "\\", "&", "|", "!["])],
  [5, (random) => `[${text(random, 2)}](${random.pick(urls)}${random.pick(["", ' "title"', " "])})`],
  [2, (random) => `[${plain(random, 2)}][${random.pick(["", "ref", "Ref 2", "none"])}]`],
  [2, (random) => `[${random.pick(["ref", "Ref 2", "none", " ref", ""])}]`],
  [2, (random) => `![${random.pick(["", "alt", "an image"])}](${random.pick(["a.png", "b.svg 't'"])})`],
  [2, (random) => `<${random.pick(urls)}>`],
  [3, (random) => random.pick(urls.slice(0, 4))],
  [3, (random) => random.pick(tags)],
  [1, (random) => `<!-- ${plain(random, 2)} -->`],
  [1, (random) => random.pick(["&amp;", "&copy;", "&#35;", "&nope;"])],
  [1, (random) => `\\${random.pick(["*", "_", "[", "`", "#", "<", "|"])}`],
  [1, (random) => random.pick(["[^1]", "[^note]", "[^none]"])],
  [1, (random) => `$${plain(random, 2)}$`],
  [1, (random) => `:${random.pick(["name", "abbr"])}${random.pick(["", "[label]", "{.class}", "[b]{#id}"])}`],
];

export function plain(random, most) {
  return Array.from({ length: random.between(1, most) }, () => random.pick(words)).join(" ");
}

function wrapped(random, mark) {
  return mark + text(random, 3) + mark;
}

// At most `most` pieces, which may contain others.
export function text(random, most) {
  const pieces = Array.from({ length: random.between(1, most) }, () => random.weighted(makers)(random));
  return pieces.join(random.chance(0.03) ? random.pick(["", "  ", "\t"]) : " ");
}

export function line(random) {
  const end = random.weighted([[90, ""], [3, "  "], [2, " "], [1, "\\"], [1, "\t"], [1, "   "]]);
  return text(random, random.chance(0.1) ? 30 : 8) + end;
}
