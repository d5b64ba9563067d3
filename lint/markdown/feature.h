/* feature.h - what Markdown has beyond CommonMark */
#ifndef LINT_MARKDOWN_FEATURE_H
#define LINT_MARKDOWN_FEATURE_H

enum markdown_feature {
    MARKDOWN_TABLES = 1 << 0,        /* GFM 4.10 */
    MARKDOWN_TASKS = 1 << 1,         /* GFM 5.3 */
    MARKDOWN_STRIKETHROUGH = 1 << 2, /* GFM 6.5: ~a~, ~~a~~ */
    MARKDOWN_URLS = 1 << 3,          /* GFM 6.9: http://a.b, www.a.b, c@a.b */
    MARKDOWN_FOOTNOTES = 1 << 4,     /* [^a], as GitHub has them */
    MARKDOWN_MATH = 1 << 5,          /* $x$, $$x$$, blocks of formulas */
    MARKDOWN_DIRECTIVES = 1 << 6,    /* :::name, ::name, :name */
    MARKDOWN_FTP = 1 << 7, /* ftp://a.b, which GFM finds and micromark does not */
    MARKDOWN_ARTICLE = MARKDOWN_FTP - 1, /* what articles have */
    /* None, but a way to read: without texts, soft breaks, loose references and what
     * blocks of code, formulas and HTML say. For a reading of which the markup alone is
     * looked at, in less memory. */
    MARKDOWN_NO_TEXT = 1 << 8,
};

#endif
