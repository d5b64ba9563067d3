// mutations.mjs - real documents with a few lines or characters changed, as a slip would

const LINES_MAX = 400; // of a real document; of a longer one a part is taken
const CHANGES_MAX = 4;

const starts = ["> ", ">", "- ", "* ", "+ ", "1. ", "2) ", "    ", "\t", " ", "  ", "# ", "## ", "<!-- ", "<div>", "::: ", "[^1]: ",
  "[a]: ", "| ", "```", "~~~", "$$"];
const pieces = ["*", "_", "**", "`", "``", "[", "]", "(", ")", "<", ">", "<b>", "</b>", "<!--", "-->", "|", "\\", "$", ":", "!",
  "\t", "  ", " ", "#", "-", "https://example.com", "&amp;", "[^1]", "\u00a0", "~", "\n", "\n\n", ".", "1. "];
const wholes = ["", "", "---", "===", "```", "~~~", "<div>", "</div>", "<!--", "-->", ":::", ":::note", "$$", ">", "-", "1.", "* * *",
  "|---|", "[a]: b", "[^1]: c", "    ", "  ", "\t", "text", "# Title", "<b>", "| a | b |", "    code"];

// Where and how many lines, mostly few.
function range(random, lines) {
  const start = random.below(lines.length);
  return [start, Math.min(random.weighted([[4, 1], [2, 2], [2, 5], [1, 20]]), lines.length - start)];
}

function changed(lines, [start, count], change) {
  return [...lines.slice(0, start), ...change(lines.slice(start, start + count)), ...lines.slice(start + count)];
}

function inLine(random, lines, change) {
  return changed(lines, [random.below(lines.length), 1], ([line]) => {
    const characters = Array.from(line);
    return change(characters, random.below(characters.length + 1)).join("").split("\n");
  });
}

function hung(random, part) {
  const marker = random.pick(["- ", "* ", "1. ", "-   ", "> ", "[^9]: "]);
  const rest = marker === "> " ? marker : marker.startsWith("[") ? "    " : " ".repeat(marker.length);
  return part.map((line, i) => (i && line === "" ? line : (i ? rest : marker) + line));
}

const changes = [
  [3, (random, lines) => changed(lines, range(random, lines), () => [])],
  [2, (random, lines) => changed(lines, range(random, lines), (part) => [...part, ...part])],
  [3, (random, lines) => changed(lines, [random.below(lines.length), 1], (part) => [random.pick(wholes), ...part])],
  [3, (random, lines) => changed(lines, range(random, lines), (part) => part.map((line) => random.pick(starts) + line))],
  [3, (random, lines) => {
    const start = random.pick(starts);
    return changed(lines, range(random, lines), (part) => part.map((line) => start + line));
  }],
  [3, (random, lines) => changed(lines, range(random, lines), (part) => hung(random, part))],
  [2, (random, lines) => changed(lines, range(random, lines), (part) => part.map((line) => line.replace(/^([ \t]*[>*+-]?|#+)[ \t]?/, "")))],
  [1, (random, lines) => changed(lines, range(random, lines), (part) => part.map((line) => line.replace(/^ {2,4}/, "\t")))],
  [2, (random, lines) => changed(lines, range(random, lines), (part) => part.filter((line) => line.trim() !== ""))],
  [1, (random, lines) => changed(lines, range(random, lines), (part) => part.flatMap((line) => [line, ""]))],
  [1, (random, lines) => changed(lines, [random.below(lines.length), 2], (part) => [part.map((line) => line.trim()).join(" ")])],
  [1, (random, lines) => changed(lines, [random.below(lines.length), 2], (part) => part.reverse())],
  [1, (random, lines) => changed(lines, range(random, lines), (part) => part.map((line) => line + random.pick([" ", "  ", "\t", "\\"])))],
  [5, (random, lines) => inLine(random, lines, (line, at) => [...line.slice(0, at), random.pick(pieces), ...line.slice(at)])],
  [3, (random, lines) => inLine(random, lines, (line, at) => [...line.slice(0, at), ...line.slice(at + 1)])],
  [1, (random, lines, other) => {
    const taken = changed([], [0, 0], () => other.slice(...slice(random, other)));
    return changed(lines, [random.below(lines.length), 0], () => taken);
  }],
];

function slice(random, lines) {
  const [start, count] = range(random, lines);
  return [start, start + count];
}

function some(random, lines) {
  const start = lines.length > LINES_MAX ? random.below(lines.length - LINES_MAX) : 0;
  return lines.slice(start, start + LINES_MAX);
}

// texts: real documents, at least one.
export function mutate(random, texts) {
  const other = random.pick(texts).split("\n");
  let lines = some(random, random.pick(texts).split("\n"));
  for (let left = random.between(1, CHANGES_MAX); left > 0 && lines.length; left--) {
    lines = random.weighted(changes)(random, lines, other);
  }
  return lines.join("\n");
}
