/* gitlab.c - GitLab's Code Quality: one JSON array */

#include <inttypes.h>
#include <stdio.h>

#include "lint/base/arena.h"
#include "lint/base/str_map.h"
#include "lint/report/report.h"
#include "lint/report/server_path.h"
#include "lint/value/json_write.h"

struct state {
    struct json_writer json;
    struct arena arena;  /* of one file */
    struct str_map seen; /* hash of a finding -> how often, in this file */
    struct buf path;
};

static void begin(struct report *report)
{
    struct state *state = report->state;

    arena_init(&state->arena);
    state->json = (struct json_writer){&report->out, false};
    json_open(&state->json, '[');
}

/* How many findings of the file had this hash before. */
static uintptr_t count_before(struct state *state, uint64_t hash)
{
    struct str key =
        arena_str(&state->arena, (struct str){(const char *)&hash, sizeof(hash)});
    void *count = NULL;

    str_map_get(&state->seen, key, &count);
    str_map_put(&state->seen, &state->arena, key, (void *)((uintptr_t)count + 1));
    return (uintptr_t)count;
}

/*
 * GitLab compares fingerprints between branches, and of equal ones keeps one: so rule,
 * file and text of the line are in it and which of equal findings it is, but no line
 * number, which changes with everything above.
 */
static void write_fingerprint(struct state *state, const struct result *result)
{
    struct buf text = BUF_INIT;
    char fingerprint[40];

    buf_printf(&text, "%s %016" PRIx64 " %ju ", result->rule->code, result->context_hash,
               (uintmax_t)count_before(state, result->context_hash));
    buf_add_str(&text, buf_str(&state->path));
    snprintf(fingerprint, sizeof(fingerprint), "%016" PRIx64 "%016" PRIx64,
             str_hash(buf_str(&text)), result->context_hash);
    buf_release(&text);
    json_member(&state->json, "fingerprint", str_from(fingerprint));
}

static const char *severity_of(const struct result *result)
{
    if (result->severity == SEVERITY_ERROR)
        return "major";
    return result->severity == SEVERITY_WARNING ? "minor" : "info";
}

static void write_place(struct json_writer *json, const char *key,
                        const struct position *place)
{
    json_key(json, key);
    json_open(json, '{');
    json_member_uint(json, "line", place->line);
    json_member_uint(json, "column", place->column);
    json_close(json, '}');
}

static void write_location(struct state *state, const struct result *result)
{
    struct json_writer *json = &state->json;

    json_key(json, "location");
    json_open(json, '{');
    json_member(json, "path", buf_str(&state->path));
    json_key(json, "positions");
    json_open(json, '{');
    write_place(json, "begin", &result->start);
    write_place(json, "end", &result->end);
    json_close(json, '}');
    json_close(json, '}');
}

static void write_result(struct state *state, const struct result *result)
{
    struct json_writer *json = &state->json;

    json_newline(json);
    json_open(json, '{');
    json_member(json, "description", result->message);
    json_member(json, "check_name", str_from(result->rule->name));
    write_fingerprint(state, result);
    json_member(json, "severity", str_from(severity_of(result)));
    write_location(state, result);
    json_close(json, '}');
}

static void file(struct report *report, const struct file_results *results)
{
    struct state *state = report->state;

    state->path.len = 0;
    server_path_add(&state->path, results->path, report->context.folder,
                    report->context.below);
    state->seen = (struct str_map){.slots = NULL};
    for (uint32_t i = 0; i < results->count; i++)
        write_result(state, &results->results[i]);
    arena_reset(&state->arena);
}

static void end(struct report *report)
{
    struct state *state = report->state;

    json_close(&state->json, ']');
    buf_putc(&report->out, '\n');
}

static void release(struct report *report)
{
    struct state *state = report->state;

    arena_release(&state->arena);
    buf_release(&state->path);
}

const struct reporter reporter_gitlab = {
    .name = "gitlab",
    .want = WANT_FINGERPRINT,
    .state_size = sizeof(struct state),
    .begin = begin,
    .file = file,
    .end = end,
    .release = release,
};
