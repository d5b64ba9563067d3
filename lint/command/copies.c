/* copies.c - further reports of the same run, each to a file of its own */

#include "lint/command/copies.h"

#include "lint/command/aside.h"

enum { FLUSH_BYTES = 64 * 1024 };

static bool begin(struct copies *copies, const struct format_choice *choice,
                  struct report_context context, struct arena *arena)
{
    struct copy *copy = &copies->items[copies->count];

    if (!output_open_copy(&copy->output, arena, choice->path, copies->count + 1))
        return false;
    context.colour = context.wrap = context.links = false;
    report_begin(&copy->report, reporter_at((size_t)choice->format), &context);
    copies->count++;
    return true;
}

bool copies_begin(struct copies *copies, const struct format_choices *choices,
                  const struct report_context *context, struct arena *arena)
{
    for (uint32_t i = 1; i < choices->count; i++)
        if (!begin(copies, &choices->items[i], *context, arena))
            return false;
    return true;
}

/* Takes over what the command has set since. */
static void agree(struct report *report, const struct report *first)
{
    struct report_context context = first->context;

    context.colour = context.wrap = context.links = false;
    report->context = context;
}

static void flush(struct copy *copy)
{
    output_write(&copy->output, buf_str(&copy->report.out));
    copy->report.out.len = 0;
}

void copies_file(struct copies *copies, const struct report *first,
                 const struct file_results *results)
{
    for (uint32_t i = 0; i < copies->count; i++) {
        struct copy *copy = &copies->items[i];

        agree(&copy->report, first);
        report_file(&copy->report, results);
        if (copy->report.out.len > FLUSH_BYTES)
            flush(copy);
    }
}

bool copies_end(struct copies *copies, const struct report *first)
{
    bool whole = true;

    for (uint32_t i = 0; i < copies->count; i++) {
        struct copy *copy = &copies->items[i];

        agree(&copy->report, first);
        report_end(&copy->report);
        flush(copy);
        whole &= !copy->output.closed && output_finish(&copy->output);
    }
    return whole;
}

void copies_write_asides(struct copies *copies)
{
    for (uint32_t i = 0; i < copies->count; i++)
        aside_write(&copies->items[i].report);
}

void copies_release(struct copies *copies)
{
    for (uint32_t i = 0; i < copies->count; i++) {
        output_abandon(&copies->items[i].output);
        report_release(&copies->items[i].report);
    }
    copies->count = 0;
}
