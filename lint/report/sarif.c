/* sarif.c - the report as a SARIF 2.1.0 log with one run, as GitHub reads it */

#include "lint/report/sarif.h"

#include <stdio.h>
#include <stdlib.h>

#include "lint/base/memory.h"

/* GitHub refuses a run with more results. */
enum { RESULTS_MAX = 25000 };

/* A result that is written: its place among all, and where its text ends. */
struct kept {
    uint32_t turn;
    size_t end;
};

/* The results of one rank, one JSON object after the other. */
struct bucket {
    struct buf text;
    struct kept *kept;
    uint32_t count;
};

/*
 * Results are kept until the end, when it is known how many of each rank fit. The buckets
 * are indexed by severity; what is suppressed is in that of SEVERITY_OFF.
 */
struct state {
    struct bucket buckets[SEVERITY_ERROR + 1];
    uint32_t turn;            /* results so far, kept or not */
    struct buf artifacts;     /* JSON: array elements */
    struct buf notifications; /* JSON: array elements, of the execution */
    struct json_writer artifact_json;
    struct json_writer notification_json;
    uint32_t artifact_count;
    struct buf location; /* of the current file */
    struct sarif_strings strings;
};

static void begin(struct report *report)
{
    struct state *state = report->state;

    state->artifact_json = (struct json_writer){&state->artifacts, false};
    state->notification_json = (struct json_writer){&state->notifications, false};
    sarif_strings_init(&state->strings, report->context.rules->count);
}

/* A result is dropped once RESULTS_MAX of at least its rank are kept. */
static bool is_wanted(const struct state *state, enum severity rank)
{
    uint32_t before = 0;

    for (int i = (int)rank; i <= SEVERITY_ERROR; i++)
        before += state->buckets[i].count;
    return before < RESULTS_MAX;
}

static void keep(struct bucket *bucket, uint32_t turn)
{
    if (!bucket->kept)
        bucket->kept = memory_zeroed(RESULTS_MAX, sizeof(*bucket->kept));
    bucket->kept[bucket->count++] = (struct kept){turn, bucket->text.len};
}

/* A file that could not be read, or of which its worker made nothing, has none. */
static bool has_digest(const struct file_results *results)
{
    static const unsigned char none[SHA256_BYTES];

    return memcmp(results->digest, none, SHA256_BYTES) != 0;
}

static void write_digest(struct json_writer *json, const unsigned char *digest)
{
    char text[2 * SHA256_BYTES + 1];

    for (size_t i = 0; i < SHA256_BYTES; i++)
        snprintf(text + 2 * i, 3, "%02x", digest[i]);
    json_key(json, "hashes");
    json_open(json, '{');
    json_member(json, "sha-256", (struct str){text, 2 * SHA256_BYTES});
    json_close(json, '}');
}

/* Schemas are checked as well as articles. */
static void write_kind(struct json_writer *json, struct str path)
{
    bool is_json = str_ends(path, STR(".json"));

    if (is_json || str_ends(path, STR(".yaml")) || str_ends(path, STR(".yml"))) {
        json_member(json, "mimeType",
                    is_json ? STR("application/json") : STR("application/yaml"));
        json_member(json, "sourceLanguage", is_json ? STR("json") : STR("yaml"));
        return;
    }
    json_member(json, "mimeType", STR("text/markdown"));
    json_member(json, "sourceLanguage", STR("markdown"));
}

static void add_artifact(struct state *state, const struct file_results *results)
{
    struct json_writer *json = &state->artifact_json;

    json_newline(json);
    json_open(json, '{');
    json_key(json, "location");
    json_raw(json, buf_str(&state->location));
    if (results->size)
        json_member_uint(json, "length", results->size);
    if (has_digest(results))
        write_digest(json, results->digest);
    write_kind(json, results->path);
    json_key(json, "roles");
    json_open(json, '[');
    json_string(json, STR("analysisTarget"));
    json_close(json, ']');
    json_close(json, '}');
}

static void notify_execution(struct state *state, const struct result *result)
{
    struct json_writer *json = &state->notification_json;

    sarif_open_notification(json, result->severity, result->message);
    sarif_write_notification_place(json, buf_str(&state->location), 0, 0);
    json_key(json, "associatedRule");
    json_open(json, '{');
    json_member(json, "id", str_from(result->rule->code));
    json_close(json, '}');
    json_close(json, '}');
}

static void add_result(struct report *report, const struct result *result,
                       enum sarif_standing standing)
{
    struct state *state = report->state;
    struct sarif_artifact artifact = {buf_str(&state->location), report, &state->strings};
    enum severity rank = standing == SARIF_NEW ? result->severity : SEVERITY_OFF;
    struct bucket *bucket = &state->buckets[rank];
    struct json_writer json = {&bucket->text, false};

    state->turn++;
    if (standing == SARIF_NEW && rule_speaks_for_core(result->rule))
        notify_execution(state, result);
    if (!is_wanted(state, rank))
        return;
    sarif_write_result(&json, &artifact, result, standing);
    keep(bucket, state->turn);
}

static void add_suppressed(struct report *report, const struct file_results *results)
{
    if (report->context.no_suppressed)
        return;
    for (uint32_t i = 0; i < results->known_count; i++)
        add_result(report, &results->known[i], SARIF_KNOWN);
    for (uint32_t i = 0; i < results->suppressed_count; i++)
        add_result(report, &results->suppressed[i], SARIF_SUPPRESSED);
}

static void file(struct report *report, const struct file_results *results)
{
    struct state *state = report->state;
    uint32_t suppressed = results->known_count + results->suppressed_count;

    if (!results->count && (!suppressed || report->context.no_suppressed))
        return;
    state->location.len = 0;
    sarif_write_location(&state->location, &report->context, results->path,
                         &state->artifact_count);
    add_artifact(state, results);
    state->artifact_count++;
    for (uint32_t i = 0; i < results->count; i++)
        add_result(report, &results->results[i], SARIF_NEW);
    add_suppressed(report, results);
}

/* How many results of each bucket fit, the most severe first. Returns the sum. */
static uint32_t share_out(const struct state *state, uint32_t shares[])
{
    uint32_t room = RESULTS_MAX;

    for (int i = SEVERITY_ERROR; i >= SEVERITY_OFF; i--) {
        uint32_t count = state->buckets[i].count;

        shares[i] = count < room ? count : room;
        room -= shares[i];
    }
    return RESULTS_MAX - room;
}

/* The bucket whose next result came first; -1 when nothing is left. */
static int next_bucket(const struct state *state, const uint32_t next[],
                       const uint32_t shares[])
{
    int found = -1;

    for (int i = SEVERITY_OFF; i <= SEVERITY_ERROR; i++) {
        if (next[i] == shares[i])
            continue;
        if (found < 0 || state->buckets[i].kept[next[i]].turn <
                             state->buckets[found].kept[next[found]].turn)
            found = i;
    }
    return found;
}

/* In the order of arrival, which is that of paths and places. */
static void write_results(struct json_writer *json, const struct state *state,
                          const uint32_t shares[])
{
    uint32_t next[SEVERITY_ERROR + 1] = {0};
    int i;

    json_key(json, "results");
    json_open(json, '[');
    while ((i = next_bucket(state, next, shares)) >= 0) {
        const struct bucket *bucket = &state->buckets[i];
        size_t start = next[i] ? bucket->kept[next[i] - 1].end : 0;
        size_t end = bucket->kept[next[i]].end;

        json_newline(json);
        json_raw(json, (struct str){bucket->text.data + start, end - start});
        next[i]++;
    }
    json_close(json, ']');
}

static void notify_dropped(struct state *state, uint32_t written)
{
    struct buf message = BUF_INIT;

    if (written == state->turn)
        return;
    buf_printf(&message, "%u of %u results were left out; the %u most severe are here",
               state->turn - written, state->turn, written);
    sarif_open_notification(&state->notification_json, SEVERITY_WARNING,
                            buf_str(&message));
    json_close(&state->notification_json, '}');
    buf_release(&message);
}

static void notify_ignored(struct state *state, uint32_t count)
{
    struct buf message = BUF_INIT;

    if (!count)
        return;
    buf_printf(&message, "%u suppression comment%s ignored", count,
               count == 1 ? " was" : "s were");
    sarif_open_notification(&state->notification_json, SEVERITY_NOTE, buf_str(&message));
    json_close(&state->notification_json, '}');
    buf_release(&message);
}

static void write_strings(struct json_writer *json, const char *key,
                          const char *const *texts)
{
    json_key(json, key);
    json_open(json, '[');
    for (; *texts; texts++)
        json_string(json, str_from(*texts));
    json_close(json, ']');
}

static void write_conventions(struct json_writer *json, const struct report *report)
{
    static const char *const newlines[] = {"\r\n", "\n", "\r", NULL};
    const char *category = report->context.category;
    struct buf id = BUF_INIT;

    json_member(json, "columnKind", STR("utf16CodeUnits"));
    json_member(json, "defaultEncoding", STR("UTF-8"));
    json_member(json, "defaultSourceLanguage", STR("markdown"));
    json_member(json, "language", STR("en-US"));
    write_strings(json, "newlineSequences", newlines);
    json_key(json, "originalUriBaseIds");
    json_raw(json,
             STR("{\"SRCROOT\":{\"description\":{\"text\":"
                 "\"The root of the repository, or the folder where stet was run.\"}}}"));
    /* category/run, as GitHub reads it; GitHub numbers runs itself. */
    buf_printf(&id, "%s/", category ? category : "stet");
    json_key(json, "automationDetails");
    json_open(json, '{');
    json_member(json, "id", buf_str(&id));
    json_close(json, '}');
    buf_release(&id);
}

static void write_run(struct json_writer *json, struct report *report)
{
    struct state *state = report->state;
    uint32_t shares[SEVERITY_ERROR + 1];

    notify_dropped(state, share_out(state, shares));
    notify_ignored(state, report->summary.ignored_comments);
    json_open(json, '{');
    json_key(json, "tool");
    json_open(json, '{');
    json_key(json, "driver");
    sarif_write_driver(json, &report->context, &state->strings);
    json_close(json, '}');
    write_conventions(json, report);
    json_key(json, "invocations");
    json_open(json, '[');
    sarif_write_invocation(json, report, buf_str(&state->notifications));
    json_close(json, ']');
    json_key(json, "artifacts");
    json_open(json, '[');
    if (state->artifacts.len)
        json_raw(json, buf_str(&state->artifacts));
    json_close(json, ']');
    write_results(json, state, shares);
    json_close(json, '}');
}

static void end(struct report *report)
{
    struct json_writer json = {&report->out, false};

    json_open(&json, '{');
    json_member(&json, "$schema", STR("https://json.schemastore.org/sarif-2.1.0.json"));
    json_member(&json, "version", STR("2.1.0"));
    json_key(&json, "runs");
    json_open(&json, '[');
    write_run(&json, report);
    json_close(&json, ']');
    json_close(&json, '}');
    buf_putc(&report->out, '\n');
}

static void release(struct report *report)
{
    struct state *state = report->state;

    for (int i = SEVERITY_OFF; i <= SEVERITY_ERROR; i++) {
        buf_release(&state->buckets[i].text);
        free(state->buckets[i].kept);
    }
    buf_release(&state->artifacts);
    buf_release(&state->notifications);
    buf_release(&state->location);
    sarif_strings_release(&state->strings);
}

const struct reporter reporter_sarif = {
    .name = "sarif",
    .want = WANT_EXCERPT | WANT_CONTEXT | WANT_FINGERPRINT | WANT_EDIT_PLACES |
            WANT_SUPPRESSED | WANT_DIGEST,
    .notifies = true,
    .state_size = sizeof(struct state),
    .begin = begin,
    .file = file,
    .end = end,
    .release = release,
};
