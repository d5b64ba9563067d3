/* reports.c - do two reports say the same? */

#include "lint/tool/fault/reports.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lint/files/file.h"

enum { MAX_REPORT = 16 << 20 }; /* bytes */

void report_take(const char *path, struct buf *out)
{
    const char *reason;

    if (file_read(path, MAX_REPORT, out, &reason))
        return;
    fprintf(stderr, "%s: %s\n", path, reason);
    exit(2);
}

void report_put(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    if (file && fputs(text, file) >= 0 && fclose(file) == 0)
        return;
    perror(path);
    exit(2);
}

static const char temporary[] = ".report.stet-*";

bool report_is_begun(void)
{
    glob_t found;
    bool any = glob(temporary, 0, NULL, &found) == 0;

    globfree(&found);
    return any;
}

bool report_leftovers(void)
{
    glob_t found;
    bool any = glob(temporary, 0, NULL, &found) == 0;

    for (size_t i = 0; any && i < found.gl_pathc; i++)
        unlink(found.gl_pathv[i]);
    globfree(&found);
    return any;
}

/* The next line of text, without its end, and without the comma of a JSON list. */
static bool next_line(struct str *text, struct str *line)
{
    const char *end = text->len ? memchr(text->data, '\n', text->len) : NULL;

    if (!end)
        return false;
    *line = (struct str){text->data, (size_t)(end - text->data)};
    text->data = end + 1;
    text->len -= line->len + 1;
    if (line->len && line->data[line->len - 1] == ',')
        line->len--;
    return true;
}

/* The part of a finding's line that names its file. */
static struct str file_of(struct str line)
{
    size_t len = 0;

    while (len < line.len && !strchr(":,", line.data[len]))
        len++;
    if (len < line.len && line.data[0] == '{')
        while (len < line.len && line.data[len] != ',')
            len++;
    return (struct str){line.data, len};
}

bool report_contains(struct str text, const char *word)
{
    size_t len = strlen(word);

    for (size_t i = 0; i + len <= text.len; i++)
        if (memcmp(text.data + i, word, len) == 0)
            return true;
    return false;
}

/* Does the report say of that file that it could not be checked, or not its schema? */
static bool gives_up(struct str report, struct str file)
{
    struct str line;

    while (next_line(&report, &line))
        if (str_equal(file_of(line), file) &&
            (report_contains(line, "ST00") || report_contains(line, "cannot read")))
            return true;
    return false;
}

static bool has_line(struct str report, struct str wanted)
{
    struct str line;

    while (next_line(&report, &line))
        if (str_equal(line, wanted))
            return true;
    return false;
}

/* Of JSON only the lines of findings: head and end have counts. */
static bool is_finding(struct str line)
{
    return line.len && (line.data[0] != '{' || str_starts(line, STR("{\"path\""))) &&
           line.data[0] != ']';
}

bool report_covers(struct str other, struct str report)
{
    struct str line;

    for (struct str rest = report; next_line(&rest, &line);)
        if (is_finding(line) && !has_line(other, line) &&
            !gives_up(other, file_of(line)) && !gives_up(report, file_of(line)))
            return false;
    return true;
}
