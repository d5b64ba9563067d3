/* words.c - how many words a text has */

#include "lint/document/words.h"

#include "lint/base/ascii.h"
#include "lint/base/bytes.h"
#include "lint/base/utf8.h"
#include "lint/base/white_space.h"

/* A count that goes on from one piece of text to the next. */
struct count {
    uint32_t words;
    bool in_word; /* a letter has come since the last space */
    uint32_t end; /* where the last piece ends */
};

/* Is it a word by itself? Ideographs, hiragana, katakana and bopomofo. */
static bool is_cjk(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) ||
           (c >= 0x3041 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x31FF) ||
           (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF66 && c <= 0xFF9D) || (c >= 0x20000 && c <= 0x3FFFF);
}

static void count_character(struct count *count, uint32_t c)
{
    if (code_point_is_space(c) || c == 0x3001 || c == 0x3002 || c == 0xFF0C) {
        count->in_word = false;
    } else if (is_cjk(c)) {
        count->words++;
        count->in_word = false;
    } else if (!count->in_word && code_point_is_word(c)) {
        count->words++;
        count->in_word = true;
    }
}

static void count_ascii(struct count *count, char c)
{
    if (is_ascii_word(c)) {
        count->words += !count->in_word;
        count->in_word = true;
    } else if (is_ascii_space(c)) {
        count->in_word = false;
    }
}

/* Where a word of ASCII letters ends at the earliest: most have less than eight. */
static size_t word_end(struct str text, size_t at)
{
    uint64_t found;

    if (at + BYTES_WIDTH > text.len)
        return white_space_next(text, at);
    found = bytes_blank_or_high(bytes_load(text.data + at));
    return found ? at + bytes_first(found) : white_space_next(text, at + BYTES_WIDTH);
}

/* A character that is neither a letter of ASCII nor a space. */
static size_t count_other(struct count *count, struct str rest)
{
    size_t len = 1;

    if ((unsigned char)*rest.data < 0x80)
        count_ascii(count, *rest.data);
    else
        count_character(count, utf8_decode(rest, &len));
    return len;
}

static void count_text(struct count *count, struct str text)
{
    size_t at = 0;

    while (at < text.len) {
        if (is_ascii_letter(text.data[at])) {
            count->words += !count->in_word;
            count->in_word = true;
            at++;
        } else {
            at += count_other(count, (struct str){text.data + at, text.len - at});
        }
        if (count->in_word)
            at = word_end(text, at);
        if (at < text.len && text.data[at] == ' ') {
            count->in_word = false;
            at++;
        }
    }
}

uint32_t text_words(struct str text)
{
    struct count count = {0};

    count_text(&count, text);
    return count.words;
}

bool text_is_one_word(struct str text)
{
    size_t word = white_space_last(text);
    size_t len;

    for (size_t at = 0; at < word; at += len) {
        uint32_t c = utf8_decode((struct str){text.data + at, word - at}, &len);

        if (c != '#' && c != '>' && !code_point_is_space(c))
            return false;
    }
    return true;
}

/* More would not fit into a byte of the sums below. */
enum { ROUNDS_MAX = 255 };

/* Bytes that may part words are those that may be white space or other letters, and an
 * ampersand, which may begin what stands for one. */
static uint32_t count_parting_wide(const char *start, const char *end)
{
    bytes_wide sums = {0};
    uint64_t halves[2];

    for (; start < end; start += sizeof(sums)) {
        bytes_wide bytes = bytes_load_wide(start);

        sums -= bytes_wide_blank_or_high(bytes) | (bytes_wide)(bytes == '&');
    }
    memcpy(halves, &sums, sizeof(halves));
    return bytes_sum(halves[0]) + bytes_sum(halves[1]);
}

static uint32_t count_parting(struct str text)
{
    const size_t most = ROUNDS_MAX * sizeof(bytes_wide);
    uint32_t count = 0;

    while (text.len >= sizeof(bytes_wide)) {
        size_t len = text.len < most ? text.len - text.len % sizeof(bytes_wide) : most;

        count += count_parting_wide(text.data, text.data + len);
        text = (struct str){text.data + len, text.len - len};
    }
    for (size_t i = 0; i < text.len; i++)
        count += text.data[i] <= ' ' || text.data[i] & 0x80 || text.data[i] == '&';
    return count;
}

/* Does only markup stand between the last piece and this one? */
static bool goes_on(const struct document *document, const struct count *count,
                    uint32_t start)
{
    const char *data = document->source->data;
    uint32_t at = count->end;

    while (at < start && is_one_of(data[at], "*_~`[]\\"))
        at++;
    return at == start;
}

/* The text of a node that is read, or nothing. */
static struct str read_text(const struct document *document, const struct node *node)
{
    if (node->flags & NODE_IN_HTML)
        return (struct str){"", 0};
    if (node->kind == NODE_TEXT || node->kind == NODE_CODE)
        return node_literal(node);
    if (node->kind == NODE_AUTOLINK || node->kind == NODE_BARE_URL)
        return source_text(document->source, node->content);
    return (struct str){"", 0};
}

static uint32_t next_text(const struct document *document, uint32_t i, struct str *text)
{
    const struct node *node = &document->nodes[i];

    *text = read_text(document, node);
    return node->kind == NODE_IMAGE ? node->next : i + 1;
}

/* Each word but the first one of a text comes after a byte that may part it from the one
 * before. What stands between the texts is counted as well. */
bool document_parts_exceed(const struct document *document, uint32_t first, uint32_t end,
                           uint32_t limit)
{
    struct span span = document_nodes_span(document, first, end);

    return end - first + count_parting(source_text(document->source, span)) > limit;
}

uint32_t document_words(const struct document *document, uint32_t first, uint32_t end)
{
    struct count count = {0};
    struct str text;

    for (uint32_t i = first; i < end;) {
        const struct node *node = &document->nodes[i];

        i = next_text(document, i, &text);
        if (!text.len)
            continue;
        count.in_word = count.in_word && goes_on(document, &count, node->span.start);
        count_text(&count, text);
        count.end = node->span.end;
    }
    return count.words;
}

/* Where what is read before the offset ends: an autolink ends in a `>`. */
static uint32_t end_before(const struct document *document, const struct node *text,
                           uint32_t at)
{
    const struct node *before =
        at == text->span.start ? node_sibling_before(document, text) : NULL;

    return before && before->kind == NODE_AUTOLINK ? before->content.end : at;
}

/* Is it the rest of a word that has markup inside? */
static bool is_rest(const char *data, uint32_t at)
{
    while (at > 0 && is_one_of(data[at - 1], "*_~"))
        at--;
    return at > 0 && is_ascii_alnum(data[at - 1]);
}

/* Without the punctuation around it. */
static struct span core_of(const char *data, struct span token)
{
    while (token.start < token.end && is_ascii_punctuation(data[token.start]))
        token.start++;
    while (token.end > token.start && is_ascii_punctuation(data[token.end - 1]))
        token.end--;
    return token;
}

bool document_next_word(const struct document *document, const struct node *text,
                        struct word *word)
{
    const char *data = document->source->data;
    uint32_t start = word->token.end ? word->token.end : text->span.start;
    uint32_t end;

    while (start < text->span.end && is_ascii_space(data[start]))
        start++;
    for (end = start; end < text->span.end && !is_ascii_space(data[end]);)
        end++;
    word->token = span_make(start, end);
    word->core = core_of(data, word->token);
    word->is_rest = is_rest(data, end_before(document, text, start));
    return start < end;
}

/* The next character that is more than markup or a sign, small where it is an English
 * letter; 0 at the end. */
static uint32_t next_word_character(struct str *text)
{
    while (text->len) {
        size_t len;
        uint32_t c = utf8_decode(*text, &len);

        *text = (struct str){text->data + len, text->len - len};
        if (code_point_is_word(c) && c != '_')
            return c < 0x80 ? (uint32_t)ascii_lower((int)c) : c;
    }
    return 0;
}

bool text_has_same_words(struct str a, struct str b)
{
    uint32_t c;

    do {
        c = next_word_character(&a);
        if (c != next_word_character(&b))
            return false;
    } while (c);
    return true;
}

uint64_t text_words_hash(struct str text)
{
    uint64_t hash = 0;
    uint32_t c;

    while ((c = next_word_character(&text)))
        hash = (hash ^ c) * UINT64_C(0x9E3779B97F4A7C15) + (hash >> 29);
    return hash;
}

bool text_has_sentences(struct str text)
{
    for (size_t i = 1; i + 1 < text.len; i++) {
        bool number = is_ascii_digit(text.data[i - 1]);

        if (str_starts((struct str){text.data + i, text.len - i}, STR("\xE3\x80\x82")))
            return true;
        if (!number && text.data[i + 1] == ' ' && is_one_of(text.data[i], ".!?"))
            return true;
    }
    return false;
}
