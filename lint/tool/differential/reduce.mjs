// reduce.mjs - as much of a text is taken away as can be while it still differs

// A difference without its line: the same rule, on the same side.
export function kindOf(difference) {
  return difference.split(":")[0];
}

function without(parts, size) {
  const shorter = [];
  for (let at = 0; at < parts.length; at += size) {
    shorter.push([...parts.slice(0, at), ...parts.slice(at + size)]);
  }
  return shorter;
}

// Cuts pieces out, halves first, as long as the text has a difference of this kind.
function cut(comparison, kind, parts, joined) {
  for (let size = Math.ceil(parts.length / 2); size >= 1;) {
    const shorter = without(parts, size);
    const differences = comparison.differences(shorter.map(joined));
    const still = shorter.filter((one, i) => differences[i].some((other) => kindOf(other) === kind));
    if (still.length) {
      parts = still.reduce((a, b) => (b.length < a.length ? b : a));
      size = Math.min(size, Math.ceil(parts.length / 2) || 1);
    } else if (size === 1) {
      break;
    } else {
      size = Math.ceil(size / 2);
    }
  }
  return parts;
}

export function reduce(comparison, text, differences) {
  const kind = kindOf(differences[0]);
  const lines = cut(comparison, kind, text.split(/(?<=\n)/), (parts) => parts.join(""));
  return cut(comparison, kind, Array.from(lines.join("")), (parts) => parts.join("")).join("");
}
