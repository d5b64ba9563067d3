/* html_charts.c - bars by rule, by folder and by article, as plain SVG */

#include <stdlib.h>

#include "lint/base/str_map.h"
#include "lint/report/html.h"

enum {
    MAX_BARS = 20, /* more are no picture */
    ROW = 22,
    LABEL = 340, /* units of the drawing, as the next two */
    BAR = 240,
    WIDTH = 680,
    LABEL_CHARACTERS = 38,
};

struct bar {
    struct str label;
    uint32_t count;
};

struct bars {
    struct bar *items;
    uint32_t count;
};

static int compare_bars(const void *a, const void *b)
{
    const struct bar *first = a;
    const struct bar *second = b;

    if (first->count != second->count)
        return first->count < second->count ? 1 : -1;
    return str_compare(first->label, second->label);
}

static struct bars bars_of_rules(const struct report *report, struct arena *arena)
{
    const struct rule_table *rules = report->context.rules;
    struct bars bars = {arena_array(arena, rules->count, sizeof(struct bar)), 0};

    for (uint32_t i = 0; i < rules->count; i++)
        if (report->by_rule[i])
            bars.items[bars.count++] =
                (struct bar){arena_format(arena, "%s %s", rules->rules[i]->code,
                                          rules->rules[i]->name),
                             report->by_rule[i]};
    return bars;
}

static struct str folder_of(struct str path)
{
    while (path.len && path.data[path.len - 1] != '/')
        path.len--;
    return path.len ? path : STR("./");
}

static struct bars bars_of_files(const struct html_file *files, struct arena *arena,
                                 bool by_folder)
{
    struct bars bars = {NULL, 0};
    uint32_t capacity = 0;
    struct str_map known = {.slots = NULL};

    for (; files; files = files->next) {
        struct str label = by_folder ? folder_of(files->path) : files->path;
        void *index;

        if (by_folder && str_map_get(&known, label, &index)) {
            bars.items[(uintptr_t)index].count += files->found;
            continue;
        }
        bars.items = arena_make_room(arena, bars.items, bars.count, &capacity,
                                     sizeof(*bars.items));
        if (by_folder)
            str_map_put(&known, arena, label, (void *)(uintptr_t)bars.count);
        bars.items[bars.count++] = (struct bar){label, files->found};
    }
    return bars;
}

/* The end of a long path says most. */
static void add_label(struct buf *out, struct str label)
{
    if (label.len > LABEL_CHARACTERS) {
        size_t cut = label.len - LABEL_CHARACTERS;

        while (cut < label.len && ((unsigned char)label.data[cut] & 0xC0) == 0x80)
            cut++;
        buf_puts(out, "…");
        label = (struct str){label.data + cut, label.len - cut};
    }
    html_add(out, label);
}

static void add_bar(struct buf *out, const struct bar *bar, uint32_t row, uint32_t most)
{
    uint32_t y = row * ROW;
    uint32_t length = (uint32_t)((uint64_t)bar->count * BAR / most);

    buf_printf(out, "<text x=\"%d\" y=\"%u\" text-anchor=\"end\">", LABEL - 8, y + 15);
    add_label(out, bar->label);
    buf_printf(out,
               "</text><rect x=\"%d\" y=\"%u\" width=\"%u\" height=\"14\"/>"
               "<text x=\"%u\" y=\"%u\">%u</text>\n",
               LABEL, y + 4, length ? length : 1, LABEL + length + 6, y + 15, bar->count);
}

static void add_chart(struct buf *out, const char *title, struct bars bars)
{
    uint32_t shown = bars.count < MAX_BARS ? bars.count : MAX_BARS;

    if (!bars.count)
        return;
    qsort(bars.items, bars.count, sizeof(*bars.items), compare_bars);
    buf_printf(out,
               "<section><h2>%s</h2>\n<svg role=\"img\" aria-label=\"%s: %u bars\" "
               "viewBox=\"0 0 %d %u\">\n",
               title, title, shown, WIDTH, shown * ROW + 4);
    for (uint32_t i = 0; i < shown; i++)
        add_bar(out, &bars.items[i], i, bars.items[0].count);
    buf_puts(out, "</svg>\n");
    if (shown < bars.count)
        buf_printf(out, "<p>… and %u more</p>\n", bars.count - shown);
    buf_puts(out, "</section>\n");
}

void html_add_charts(struct buf *out, const struct report *report,
                     const struct html_file *files, struct arena *arena)
{
    add_chart(out, "Findings by rule", bars_of_rules(report, arena));
    add_chart(out, "Findings by folder", bars_of_files(files, arena, true));
    add_chart(out, "Findings by article", bars_of_files(files, arena, false));
}
