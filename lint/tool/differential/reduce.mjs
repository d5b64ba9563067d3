// reduce.mjs - as much of a text is taken away as can be while it still differs

const BATCH = 32; // shorter texts that are tried at a time

// A difference without its line: the same rule, on the same side.
export function kindOf(difference) {
  return difference.split(":")[0];
}

// What CommonMark does not have becomes what it has, so that its parsers can be asked.
const simpler = [
  [/\[\^\w+\]:[ \t]*/, ["- ", "> ", "a ", ""]],
  [/:::\w*(\[\w*\])?(\{[^}\n]*\})?/, ["> a", "- a", "a", "```"]],
  [/::?\w+(\[\w*\])?(\{[^}\n]*\})?/, ["a"]],
  [/\$\$/, ["a", "```"]],
  [/\$/, ["a"]],
  [/~~?/, ["a", ""]],
  [/[^\x00-\x7f]/u, ["a"]],
];

function without(parts, at, size) {
  return [...parts.slice(0, at), ...parts.slice(at + size)];
}

// The first place from `at` on where `size` parts can go and the rest still differs; -1 when
// there is none.
function needless(comparison, kind, parts, size, at) {
  for (; at < parts.length; at += size * BATCH) {
    const starts = Array.from({ length: BATCH }, (_, i) => at + i * size).filter((start) => start < parts.length);
    const found = comparison.firstOfKind(starts.map((start) => without(parts, start, size).join("")), kind);
    if (found >= 0) {
      return starts[found];
    }
  }
  return -1;
}

// Cuts pieces of a size out as long as the text has a difference of this kind.
function cutPieces(comparison, kind, parts, size) {
  for (let at = 0; (at = needless(comparison, kind, parts, size, at)) >= 0; ) {
    parts = without(parts, at, size);
  }
  return parts;
}

// Halves first, then smaller pieces; single ones until none can go.
function cut(comparison, kind, parts) {
  for (let size = Math.ceil(parts.length / 2); size > 1; size = Math.ceil(size / 2)) {
    parts = cutPieces(comparison, kind, parts, size);
  }
  for (let length = Infinity; parts.length < length; ) {
    length = parts.length;
    parts = cutPieces(comparison, kind, parts, 1);
  }
  return parts.join("");
}

// A comment that configures goes as a whole: with a part of one, such as an empty name,
// markdownlint may go on for ever and take all memory (MD044).
const CONFIGURES = /(<!--\s*markdownlint-configure-file[^]*?-->)/;

function pieces(text, split) {
  return text.split(CONFIGURES).flatMap((part, i) => (i % 2 ? [part] : split(part)));
}

function shortest(comparison, kind, text) {
  text = cut(comparison, kind, pieces(text, (part) => part.split(/(?<=\n)/)));
  return cut(comparison, kind, pieces(text, (part) => Array.from(part)));
}

function simplified(comparison, kind, text) {
  for (const [pattern, replacements] of simpler) {
    const texts = replacements.map((one) => text.replace(pattern, one)).filter((one) => one !== text);
    const found = texts.length ? comparison.firstOfKind(texts, kind) : -1;
    if (found >= 0) {
      return texts[found];
    }
  }
  return null;
}

// A short text with a difference of the kind that `text` has.
export function reduce(comparison, text, kind) {
  text = shortest(comparison, kind, text);
  for (let next; (next = simplified(comparison, kind, text)); ) {
    text = shortest(comparison, kind, next);
  }
  return text;
}
