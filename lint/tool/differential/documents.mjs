// documents.mjs - documents with all kinds of blocks in all kinds of containers

import { line, plain, text } from "./inlines.mjs";

const DEPTH_MAX = 4; // of containers; more does not find more

const tags = ["div", "p", "details", "table", "custom-tag"];
const raw = [
  (random) => ["<pre>", line(random), "", line(random), "</pre>"],
  (random) => [random.pick(["<script>", "<style>"]), "a {}", "", "</script>"],
  (random) => [`<!-- ${plain(random, 3)} -->`],
  (random) => ["<!--", line(random), ...random.pick([[], [""]]), line(random), random.pick(["-->", "--->", "--> x"])],
  (random) => ["<?php", line(random), "?>"],
  (random) => ["<!DOCTYPE html>"],
  (random) => ["<![CDATA[", line(random), "]]>"],
  (random) => htmlElement(random, random.pick(tags)),
  (random) => [`<${random.pick(["b", "a href='x'", "span"])}>`, line(random)],
  (random) => ["</b>"],
];

function htmlElement(random, tag) {
  const inside = random.chance(0.4) ? ["", ...block(random, DEPTH_MAX - 1), ""] : Array.from({ length: random.below(3) }, () => line(random));
  return [`<${tag}${random.pick(["", ' class="c"'])}>`, ...inside, ...(random.chance(0.9) ? [`</${tag}>`] : [])];
}

function paragraph(random) {
  return Array.from({ length: random.between(1, 4) }, () => random.pick(["", "", "", "", "", " ", "  "]) + line(random));
}

function heading(random) {
  const mark = "#".repeat(random.weighted([[3, 1], [8, 2], [6, 3], [2, 4], [1, 6]]));
  const end = random.weighted([[12, ""], [1, ` ${mark}`], [1, "  #"], [1, "."], [1, " "]]);
  return [`${random.weighted([[20, ""], [1, " "], [1, "   "]])}${mark}${random.weighted([[20, " "], [1, "  "], [1, ""], [1, "\t"]])}${text(random, 4)}${end}`];
}

function setext(random) {
  return [...paragraph(random).slice(0, random.between(1, 2)), random.pick(["---", "===", "--", "=", " ---- ", "==="])];
}

function fence(random) {
  const mark = random.pick(["```", "```", "```", "~~~", "````", "~~~~"]);
  const info = random.pick(["", "js", "sh", "text title=x", " c"]);
  const inside = Array.from({ length: random.below(4) }, () => random.pick(["", "$ ls", "\tcode", "- a", "# b", "``", line(random)]));
  return [random.pick(["", "", "", " ", "   "]) + mark + info, ...inside, ...(random.chance(0.9) ? [mark + random.pick(["", "", " "])] : [])];
}

function indented(random) {
  const lines = Array.from({ length: random.between(1, 3) }, () => random.pick(["    ", "    ", "\t", "     "]) + line(random));
  return random.chance(0.9) ? [...lines, ""] : lines;
}

function definition(random) {
  const label = random.pick(["ref", "Ref 2", "unused", "[x"]);
  return [`[${label}]:${random.pick([" ", "", "  "])}${random.pick(["https://example.com", "<a b>", "#alpha", "x.md"])}${random.pick(["", "", ' "title"', " 't"])}`];
}

function footnote(random, depth) {
  const [first, ...rest] = block(random, depth + 1);
  const after = random.chance(0.3) ? ["", ...block(random, depth + 1)] : [];
  return [`[^${random.pick(["1", "note", "none2"])}]: ${first}`, ...indent([...rest, ...after], () => "    ")];
}

function table(random) {
  const columns = random.between(1, 3);
  const edge = random.weighted([[6, ["| ", " |"]], [1, ["", ""]], [1, ["| ", ""]], [1, ["", " |"]]]);
  const row = (cell, count) => edge[0] + Array.from({ length: Math.max(1, count) }, cell).join(" | ") + edge[1];
  const cell = () => random.weighted([[6, text(random, 2)], [1, ""], [1, "a \\| b"]]);
  const rows = Array.from({ length: random.below(3) }, () => row(cell, columns + random.weighted([[10, 0], [1, 1], [1, -1]])));
  return [row(cell, columns), row(() => random.pick(["---", ":-:", "-", "---:"]), columns), ...rows];
}

// A line that does not begin as the container wants goes on lazily, or ends it.
function indent(lines, prefix, random) {
  return lines.map((one) => {
    if (random && random.chance(0.03)) {
      return one;
    }
    return one === "" && (!random || random.chance(0.9)) ? "" : prefix() + one;
  });
}

function quote(random, depth) {
  const mark = random.weighted([[12, "> "], [2, ">"], [1, ">  "], [1, " > "], [1, ">\t"]]);
  return blocks(random, depth + 1, random.between(1, 3)).map((one) => {
    if (random.chance(0.04)) {
      return one;
    }
    return (random.chance(0.05) ? ">" : one === "" ? mark.trimEnd() : mark) + one;
  });
}

function item(random, depth, marker) {
  const gap = random.weighted([[20, " "], [2, "  "], [2, "   "], [1, "\t"], [1, "     "]]);
  const lines = random.chance(0.04) ? [""] : blocks(random, depth + 1, random.weighted([[5, 1], [3, 2], [1, 3]]));
  const width = marker.length + (gap === "\t" ? 4 - marker.length : gap.length);
  const usual = " ".repeat(width);
  const inner = () => random.weighted([[30, usual], [1, usual.slice(1)], [1, `${usual} `], [1, "\t"], [1, ""]]);
  return [(lines[0] === "" ? marker : marker + gap) + lines[0], ...indent(lines.slice(1), inner, random)];
}

function list(random, depth) {
  const numbered = random.chance(0.4);
  const first = random.weighted([[10, 1], [2, 0], [1, 2], [1, 9]]);
  const mark = random.pick(numbered ? [".", ".", ")"] : ["-", "-", "*", "+"]);
  const between = random.chance(0.25) ? [""] : [];
  const lines = [];
  for (let i = 0, count = random.between(1, 4); i < count; i++) {
    const own = random.chance(0.04) ? random.pick(["-", "*", "1.", "3)"]) : numbered ? `${first + i}${mark}` : mark;
    const shift = random.weighted([[30, ""], [1, " "], [1, "  "]]);
    lines.push(...item(random, depth, own).map((one) => (one === "" ? one : shift + one)), ...between);
  }
  return lines;
}

function directive(random, depth) {
  if (random.chance(0.4)) {
    return [`::${random.pick(["name", "video[label]", "x{.a}"])}`];
  }
  const fence = random.pick([":::", ":::", "::::"]);
  const inside = blocks(random, depth + 1, random.between(1, 2));
  return [`${fence}${random.pick(["note", " note", "tip[Title]", "x{.a}"])}`, ...inside, ...(random.chance(0.9) ? [fence] : [])];
}

function formula(random) {
  return random.pick([["$$", "x = y", "", "z", "$$"], ["$$", "\\frac", "$$"], ["$$x$$"], ["$$", "open"]]);
}

const leaves = [
  [30, paragraph], [14, heading], [4, setext], [4, (random) => [random.pick(["---", "***", "* * *", "___", " - - -"])]],
  [10, fence], [4, indented], [10, (random) => random.pick(raw)(random)], [5, definition], [6, table], [2, formula],
  [2, (random) => [`**${plain(random, 3)}**`]], [1, (random) => [random.pick(["#", "##Tag", "-", "1.", "*", ">", "+ ", "[^1]:", "|"])]],
];
const containers = [[14, list], [7, quote], [3, footnote], [3, directive]];

function block(random, depth) {
  const kinds = depth < DEPTH_MAX ? [...leaves, ...containers] : leaves;
  return random.weighted(kinds)(random, depth);
}

function blocks(random, depth, count) {
  const lines = [];
  for (let i = 0; i < count; i++) {
    const blank = random.weighted([[16, [""]], [3, []], [1, ["", ""]], [1, ["  "]], [1, ["    "]], [1, ["\t"]]]);
    lines.push(...(i ? blank : []), ...block(random, depth));
  }
  return lines;
}

const frontMatters = [
  ["---", "title: Alpha", "---"], ["---", "a: [", "---", ""], ["+++", 'title = "x"', "+++"], ["---", "---"], ["---", "open: 1"],
  ["{", '"title": "x"', "}"],
];

export function makeDocument(random) {
  const front = random.chance(0.1) ? random.pick(frontMatters) : [];
  const title = random.chance(0.6) ? ["# Alpha", ""] : [];
  const body = blocks(random, 0, random.between(1, 8));
  return [...front, ...title, ...body].join(random.chance(0.03) ? "\r\n" : "\n") + random.weighted([[20, "\n"], [1, ""], [1, "\n\n"]]);
}
