#!/usr/bin/env python3
"""tables.py - writes the tables of code points from Unicode's data files.

usage: tables.py [--check] FOLDER

FOLDER is the Unicode Character Database, as Debian's package unicode-data puts it
into /usr/share/unicode. Each table says the version it was made from. One of a later
version than FOLDER's is left as it is. With --check nothing is written: the exit
status is 1 when a table of FOLDER's version is not what would be written.
"""

import os
import re
import sys

WIDTH = 88

WIDTHS = "lint/terminal/width_table.h"
PUNCTUATION = "lint/base/punctuation_table.h"
SYMBOLS = "lint/base/symbol_table.h"
WORDS = "lint/base/word_table.h"
CASES = "lint/base/case_fold_table.h"
CATEGORIES = "lint/pattern/category_table.h"
IDN = "lint/schema/format/idn_table.h"


class Database:
    """The files of one version; each is read once."""

    def __init__(self, folder):
        self.folder = folder
        self.read = {}
        with open(os.path.join(folder, "Scripts.txt"), encoding="utf-8") as file:
            self.version = re.match(r"# Scripts-([\d.]+)\.txt", file.readline())[1]

    def rows(self, name):
        """The fields of each line; lines of defaults (@missing) are comments."""
        path = os.path.join(self.folder, name + ".txt")
        with open(path, encoding="utf-8") as file:
            for line in file:
                text = line.split("#")[0].strip()
                if text:
                    yield [field.strip() for field in text.split(";")]

    def values(self, name):
        """Value to set of code points, from a file of `range ; value`."""
        if name not in self.read:
            sets = self.read[name] = {}
            for fields in self.rows(name):
                first, _, last = fields[0].partition("..")
                points = range(int(first, 16), int(last or first, 16) + 1)
                sets.setdefault(fields[1], set()).update(points)
        return self.read[name]

    def points(self, name, *values):
        """All code points with one of the values."""
        sets = self.values(name)
        for value in values:
            if value not in sets:
                sys.exit(f"tables.py: {name}.txt knows no {value}")
        return set().union(*(sets[value] for value in values))

    def category(self, *values):
        return self.points("extracted/DerivedGeneralCategory", *values)


def runs(points):
    """Sorted [first, last] of neighbours with the same value; points maps to values."""
    result = []
    for point in sorted(points):
        value = points[point]
        if result and result[-1][1] == point - 1 and result[-1][2] == value:
            result[-1][1] = point
        else:
            result.append([point, point, value])
    return result


def same(points):
    return dict.fromkeys(points, 0)


def bridged(points, unassigned):
    """The same with the gaps filled in which nothing is assigned."""
    result = set(points)
    ranges = runs(same(points))
    for left, right in zip(ranges, ranges[1:]):
        gap = range(left[1] + 1, right[0])
        if unassigned.issuperset(gap):
            result.update(gap)
    return result


def array(declaration, items):
    lines = ["   "]
    for item in items:
        if len(lines[-1]) + len(item) + 2 > WIDTH:
            lines.append("   ")
        lines[-1] += " " + item + ","
    return "\n".join([declaration + " = {", *lines, "};"])


def range_array(name, points):
    items = [f"{{0x{first:04X}, 0x{last:04X}}}" for first, last, _ in runs(same(points))]
    return array(f"static const struct code_range {name}[]", items)


def marks(data):
    return data.category("Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So")


def punctuation(data):
    points = {point for point in marks(data) if 0x80 <= point <= 0xFFFF}
    return ("general categories P and S, above ASCII, in the first plane",
            ['"lint/base/code_range.h"'], [range_array("punctuation", points)])


def symbols(data):
    points = {point for point in marks(data) if point > 0xFFFF}
    return ("general categories P and S, beyond the first plane",
            ['"lint/base/code_range.h"'], [range_array("symbols", points)])


def words(data):
    points = data.category("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No",
                           "Pc")
    points = {point for point in points if point >= 0x80}
    return ("general categories L, M, N and Pc, above ASCII",
            ['"lint/base/code_range.h"'], [range_array("words", points)])


def fold_runs(folded):
    """[first, last, step, distance] of what is folded alike; folded maps points to points."""
    result = []
    for point in sorted(folded):
        distance = folded[point] - point
        step = point - result[-1][1] if result else 0
        if step in (1, 2) and result[-1][3] == distance and result[-1][2] in (0, step):
            result[-1][1:3] = point, step
        else:
            result.append([point, point, 0, distance])
    return result


def cases(data):
    simple, full = {}, {}
    for code, status, mapping, *_ in data.rows("CaseFolding"):
        points = [int(point, 16) for point in mapping.split()]
        if int(code, 16) >= 0x80 and status in "CF":
            (full if len(points) > 1 else simple)[int(code, 16)] = points
    runs = [f"{{0x{first:04X}, 0x{last:04X}, {step or 1}, {distance}}}"
            for first, last, step, distance
            in fold_runs({code: points[0] for code, points in simple.items()})]
    more = [f"{{0x{code:04X}, {{{', '.join(f'0x{point:04X}' for point in points)}}}}}"
            for code, points in sorted(full.items())]
    return ("full case folding, above ASCII", ["<stdint.h>"],
            ["/* Every step-th code point from first to last becomes the one `distance` further\n"
             " * on. */\n"
             "struct fold_run {\n"
             "    uint32_t first;\n"
             "    uint32_t last;\n"
             "    uint32_t step;\n"
             "    int32_t distance;\n"
             "};",
             array("static const struct fold_run fold_runs[]", runs),
             "/* What becomes several; those that are not there are 0. */\n"
             "struct fold_expansion {\n"
             "    uint16_t from;\n"
             "    uint16_t to[3];\n"
             "};",
             array("static const struct fold_expansion fold_expansions[]", more)])


def widths(data):
    unassigned = data.category("Cn")
    prepended = data.points("PropList", "Prepended_Concatenation_Mark")
    combining = data.category("Mn", "Me") | (data.category("Cf") - prepended)
    jamo = data.points("HangulSyllableType", "V", "T")
    tones = data.points("emoji/emoji-data", "Emoji_Modifier")
    # Those below are decided by the function that asks.
    zero = {point for point in combining | jamo | tones if point >= 0x300}
    wide = data.points("EastAsianWidth", "W", "F")
    wide |= data.points("emoji/emoji-data", "Emoji_Presentation")
    return ("code points that take no column and two columns",
            ['"lint/base/code_range.h"'],
            ["/* Marks (Mn, Me), format characters (Cf) but those that stand before a number,\n"
             " * vowels and finals of Hangul, skin tones. */\n"
             + range_array("zero", bridged(zero, unassigned)),
             "/* East Asian Wide and Fullwidth (UAX 11), and emoji shown as pictures. */\n"
             + range_array("wide", bridged(wide - zero, unassigned))])


def categories(data):
    rows = []
    for fields in data.rows("PropertyValueAliases"):
        if fields[0] == "gc":
            rows += [f'{{"{name}", "{fields[1]}"}}' for name in fields[2:]]
    return ("names of general categories", [],
            ["struct category {\n"
             "    const char *name;\n"
             "    const char *code;\n"
             "};",
             array("static const struct category categories[]", sorted(rows))])


def idn_valid(data):
    """RFC 5892 2 and 3: PVALID, CONTEXTJ and CONTEXTO."""
    valid = data.category("Ll", "Lu", "Lo", "Nd", "Lm", "Mn", "Mc")
    # B: what normalization or case folding changes.
    valid -= data.points("DerivedNormalizationProps", "Changes_When_NFKC_Casefolded")
    # C and D: what is not seen, and blocks of marks for symbols and music.
    valid -= data.points("DerivedCoreProperties", "Default_Ignorable_Code_Point")
    valid -= {*range(0x20D0, 0x2100), *range(0x1D100, 0x1D250)}
    # I: old Hangul.
    valid -= data.points("HangulSyllableType", "L", "V", "T")
    # E, F, H: hyphen, exceptions, joiners.
    valid |= {0x2D, 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007}
    valid |= {0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x200C, 0x200D}
    valid -= {0x640, 0x7FA, 0x302E, 0x302F, *range(0x3031, 0x3036), 0x303B}
    return valid


def idn_flags(data):
    """Name, meaning and code points of each flag, in the order of its bits."""
    bidi, joining = "extracted/DerivedBidiClass", "extracted/DerivedJoiningType"
    return [
        ("MARK", "general category M", data.category("Mn", "Mc", "Me")),
        ("VIRAMA", "canonical combining class 9",
         data.points("extracted/DerivedCombiningClass", "9")),
        ("JOINS_NEXT", "joining type L or D", data.points(joining, "L", "D")),
        ("JOINS_LAST", "joining type R or D", data.points(joining, "R", "D")),
        ("TRANSPARENT", "joining type T", data.points(joining, "T")),
        ("LEFT_TO_RIGHT", "bidi class L", data.points(bidi, "L")),
        ("RIGHT_TO_LEFT", "bidi class R or AL", data.points(bidi, "R", "AL")),
        ("ARABIC_NUMBER", "bidi class AN", data.points(bidi, "AN")),
        ("EUROPEAN_NUMBER", "bidi class EN", data.points(bidi, "EN")),
        ("NONSPACING", "bidi class NSM", data.points(bidi, "NSM")),
        ("GREEK", "script", data.points("Scripts", "Greek")),
        ("HEBREW", "script", data.points("Scripts", "Hebrew")),
        ("JAPANESE", "script Hiragana, Katakana or Han",
         data.points("Scripts", "Hiragana", "Katakana", "Han")),
    ]


def idn(data):
    flags = idn_flags(data)
    lines = [f"    IDN_{name} = 1 << {bit}, /* {meaning} */"
             for bit, (name, meaning, _) in enumerate(flags)]
    points = {point: sum(1 << bit for bit, flag in enumerate(flags) if point in flag[2])
              for point in idn_valid(data)}
    items = [f"{{0x{first:04X}, {last - first + 1}, 0x{value:X}}}"
             for first, last, value in runs(points)]
    return ("what labels of host names may contain (RFC 5892)", ["<stdint.h>"],
            ["\n".join(["enum idn_flag {", *lines, "};"]),
             "struct idn_range {\n"
             "    uint32_t first;\n"
             "    uint16_t count;\n"
             "    uint16_t flags; /* enum idn_flag */\n"
             "};",
             array("static const struct idn_range idn_ranges[]", items)])


TABLES = {PUNCTUATION: punctuation, SYMBOLS: symbols, WORDS: words, CASES: cases, WIDTHS: widths,
          CATEGORIES: categories, IDN: idn}


def text_of(path, make, data):
    purpose, headers, parts = make(data)
    name = os.path.basename(path)
    guard = re.sub(r"\W", "_", path.upper())
    includes = [f"#include {header}" for header in headers]
    head = [f"/* {name} - {purpose} */",
            f"/* Unicode {data.version}; written by lint/tool/unicode/tables.py. */",
            f"#ifndef {guard}", f"#define {guard}", "",
            *includes, *([""] if includes else []),
            "/* clang-format off */", ""]
    return "\n".join(head) + "\n" + "\n\n".join(parts) + "\n\n#endif\n"


def version_of(path):
    try:
        with open(path, encoding="utf-8") as file:
            return re.search(r"^/\* Unicode ([\d.]+); ", file.read(), re.M)[1]
    except FileNotFoundError:
        return "0"


def later(version, than):
    return [int(part) for part in version.split(".")] > [int(part) for part in than.split(".")]


def is_good(path, make, data, check):
    made = version_of(path)
    if later(made, data.version):
        print(f"{path}: of Unicode {made}, {data.folder} is of {data.version}; left as it is")
        return True
    if check and made != data.version:
        print(f"{path}: of Unicode {made}, {data.folder} is of {data.version}; not compared")
        return True
    text = text_of(path, make, data)
    if not check:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return True
    with open(path, encoding="utf-8") as file:
        if file.read() == text:
            return True
    print(f"{path}: is not what tables.py writes; run `make unicode-tables`", file=sys.stderr)
    return False


def main(arguments):
    check = arguments[:1] == ["--check"]
    folders = arguments[check:]
    if len(folders) != 1 or folders[0].startswith("-"):
        sys.exit(__doc__.strip())
    data = Database(folders[0])
    results = [is_good(path, make, data, check) for path, make in TABLES.items()]
    sys.exit(not all(results))


main(sys.argv[1:])
