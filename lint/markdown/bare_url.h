/* bare_url.h - URLs and e-mail addresses that GFM links by themselves */
#ifndef LINT_MARKDOWN_BARE_URL_H
#define LINT_MARKDOWN_BARE_URL_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/base/str.h"
#include "lint/markdown/node.h"

/*
 * A search through the text of one inline container (paragraph, heading, table
 * cell), in order. Finds what micromark's extension gfm-autolink-literal finds:
 * http://, https://, www. and e-mail addresses (GFM 6.9), but no mailto: or xmpp:, and
 * ftp:// when it is asked to. Text directives (`:name`) swallow their name, as
 * markdownlint has them.
 */
struct bare_url_search {
    const char *data;
    struct span rest; /* the text of the container */
    uint32_t done;    /* no URL starts before it */
    bool ftp;         /* find ftp:// too */
    /* What failed below these offsets would fail again. */
    uint32_t no_trail;
    uint32_t no_domain;
    uint32_t no_email;
};

/* form is BARE_URL, BARE_WWW or BARE_EMAIL. */
struct bare_url {
    enum bare_url_form form;
    struct span span;
};

/* Is there anything in the text that a bare URL cannot do without? */
bool bare_url_possible(struct str text);

/* Starts on a new inline container: that part of data. */
void bare_url_start(struct bare_url_search *search, const char *data, struct span text,
                    bool ftp);

/*
 * The URL whose colon, @ or first w is at that offset; none starts before `done`, where
 * other inlines are. It may run over what would else be delimiters or escapes
 * (`https://a.b/_c_d`). That it is not after an open bracket is left to the caller.
 */
bool bare_url_at(struct bare_url_search *search, uint32_t done, uint32_t at,
                 struct bare_url *url);

/* Behind the name of the text directive whose colon is at that offset; 0 when that is
 * none. */
uint32_t bare_url_directive(struct bare_url_search *search, uint32_t done,
                            uint32_t colon);

#endif
