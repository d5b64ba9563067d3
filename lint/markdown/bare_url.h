/* bare_url.h - URLs and e-mail addresses that GFM links by themselves */
#ifndef LINT_MARKDOWN_BARE_URL_H
#define LINT_MARKDOWN_BARE_URL_H

#include <stdbool.h>
#include <stdint.h>

#include "lint/base/span.h"
#include "lint/markdown/node.h"

/*
 * A search through the text of one inline container (paragraph, heading, table
 * cell), in order. Finds what micromark's extension gfm-autolink-literal finds:
 * http://, https://, www. and e-mail addresses (GFM 6.9), but no ftp:, mailto: or
 * xmpp:. Text directives (`:name`) swallow their name, as markdownlint has them.
 *
 *     bare_url_start(&search, source->data);
 *     for each text node of the container that is not inside a link:
 *         bare_url_text(&search, rest, node->span);
 *         while (bare_url_next(&search, &url))
 *             ...
 *
 * Nothing is found behind a [ that is still open: brackets in text nodes are
 * counted, so those of links must stay outside.
 */
struct bare_url_search {
    const char *data;
    struct span rest;
    uint32_t done;     /* no URL starts before it */
    uint32_t next;     /* where to look */
    uint32_t end;      /* of the text node */
    uint32_t brackets; /* that are open */
    /* What failed below these offsets of `rest` would fail again. */
    uint32_t no_trail;
    uint32_t no_domain;
    uint32_t no_email;
};

/* form is BARE_URL, BARE_WWW or BARE_EMAIL. */
struct bare_url {
    enum bare_url_form form;
    struct span span;
};

/* Starts on a new inline container; data is the whole file. */
void bare_url_start(struct bare_url_search *search, const char *data);

/*
 * Goes on in a text node that lies on one line. rest runs from the first inline
 * byte of that line (behind > and list indent) to the end of the container's
 * content: the characters around the node count, and a URL that starts in the
 * node may run past it, over delimiters and other nodes (`https://a.b/_c_d` is one
 * URL). What such a URL took of this node is skipped.
 */
void bare_url_text(struct bare_url_search *search, struct span rest, struct span text);

/*
 * The URL whose colon or first w is at that offset of data: of the rules above only
 * the brackets are left to the caller. rest is as for bare_url_text().
 */
bool bare_url_at(const char *data, struct span rest, uint32_t at, struct bare_url *url);

/* The next URL that starts in the node; false when there is none. */
bool bare_url_next(struct bare_url_search *search, struct bare_url *url);

#endif
