/* expected.c - compares with files of expected output, which `make accept` rewrites */

#include "lint/tool/expected.h"

#include <stdio.h>
#include <stdlib.h>

#include "lint/base/buf.h"
#include "lint/base/memory.h"
#include "lint/files/file.h"

enum { MAX_BYTES = 16 * 1024 * 1024 };

bool expected_is_written(void)
{
    return getenv("STET_ACCEPT") != NULL;
}

void expected_write(const char *path, struct str text)
{
    FILE *file = fopen(path, "w");

    if (!file || fwrite(text.data, 1, text.len, file) != text.len || fclose(file) != 0)
        bug("an expected file that cannot be written");
}

bool expected_is(const char *path, struct str got)
{
    struct buf wanted = BUF_INIT;
    const char *reason;
    bool there = file_read(path, MAX_BYTES, &wanted, &reason);
    bool same = there && str_equal(buf_str(&wanted), got);

    if (!same && expected_is_written())
        expected_write(path, got);
    else if (!same)
        fprintf(stderr,
                "%s: %s; `make accept` takes it\n"
                "--- expected\n%.*s--- got\n%.*s---\n",
                path, there ? "not as expected" : reason, there ? (int)wanted.len : 0,
                there ? wanted.data : "", (int)got.len, got.len ? got.data : "");
    buf_release(&wanted);
    return same || expected_is_written();
}
