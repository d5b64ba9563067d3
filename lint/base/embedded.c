/* embedded.c - files that are built into the program */

#include "lint/base/embedded.h"

struct str embedded_file(const char *name)
{
    for (const struct embedded_file *file = embedded_files; file->name; file++)
        if (strcmp(file->name, name) == 0)
            return (struct str){(const char *)file->data, file->len};
    return (struct str){NULL, 0};
}
