/* ecma_property.c - names of Unicode properties in \p{...} */

#include "lint/pattern/ecma.h"

#include "lint/pattern/category_table.h"

/* Those of ECMA-262 table 67 that PCRE2 has under the same name. */
static const char binary_properties[] =
    " ASCII AHex ASCII_Hex_Digit Alpha Alphabetic Bidi_C Bidi_Control Bidi_M "
    "Bidi_Mirrored CI Case_Ignorable Cased CWCF Changes_When_Casefolded CWCM "
    "Changes_When_Casemapped CWL Changes_When_Lowercased CWT Changes_When_Titlecased CWU "
    "Changes_When_Uppercased Dash DI Default_Ignorable_Code_Point Dep Deprecated Dia "
    "Diacritic Emoji EComp Emoji_Component EMod Emoji_Modifier EBase Emoji_Modifier_Base "
    "EPres Emoji_Presentation ExtPict Extended_Pictographic Ext Extender Gr_Base "
    "Grapheme_Base Gr_Ext Grapheme_Extend Hex Hex_Digit IDSB IDS_Binary_Operator IDST "
    "IDS_Trinary_Operator IDC ID_Continue IDS ID_Start Ideo Ideographic Join_C "
    "Join_Control LOE Logical_Order_Exception Lower Lowercase Math NChar "
    "Noncharacter_Code_Point Pat_Syn Pattern_Syntax Pat_WS Pattern_White_Space QMark "
    "Quotation_Mark Radical RI Regional_Indicator STerm Sentence_Terminal SD Soft_Dotted "
    "Term Terminal_Punctuation UIdeo Unified_Ideograph Upper Uppercase VS "
    "Variation_Selector space White_Space XIDC XID_Continue XIDS XID_Start ";

/* Is word in the list, which has a space on both sides of each word? */
static bool listed(const char *list, struct str word)
{
    const char *at = list;

    if (!word.len || memchr(word.data, ' ', word.len))
        return false;
    while ((at = strchr(at, ' ')) && at[1]) {
        at++;
        if (strncmp(at, word.data, word.len) == 0 && at[word.len] == ' ')
            return true;
    }
    return false;
}

static bool add(struct buf *out, const char *prefix, struct str name)
{
    if (out) {
        buf_puts(out, prefix);
        buf_add_str(out, name);
    }
    return true;
}

/* The general category of that name or code; `LC` is PCRE2's `L&`. */
static bool add_category(struct str name, struct buf *out)
{
    for (size_t i = 0; i < sizeof(categories) / sizeof(categories[0]); i++) {
        const char *code = categories[i].code;

        if (str_is(name, categories[i].name) || str_is(name, code))
            return add(out, "", strcmp(code, "LC") == 0 ? STR("L&") : str_from(code));
    }
    return false;
}

/* Names of scripts are written like `Old_Uyghur`; PCRE2 would also accept `oLD
 * uyghur`. */
static bool is_script_name(struct str text)
{
    bool start = true;

    if (str_is(text, "SignWriting"))
        return true;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        if (start ? c < 'A' || c > 'Z' : (c < 'a' || c > 'z') && c != '_')
            return false;
        start = c == '_';
    }
    return text.len > 0;
}

bool ecma_property(struct str text, struct buf *out)
{
    const char *equals = memchr(text.data, '=', text.len);
    struct str key;
    struct str name;

    if (str_is(text, "Any"))
        return add(out, "Any", STR(""));
    if (!equals)
        return add_category(text, out) ||
               (listed(binary_properties, text) && add(out, "", text));
    key = (struct str){text.data, (size_t)(equals - text.data)};
    name = (struct str){equals + 1, text.len - key.len - 1};
    if (str_is(key, "gc") || str_is(key, "General_Category"))
        return add_category(name, out);
    /* PCRE2 has the list of scripts and refuses an unknown name. */
    if (!is_script_name(name))
        return false;
    if (str_is(key, "sc") || str_is(key, "Script"))
        return add(out, "sc:", name);
    if (str_is(key, "scx") || str_is(key, "Script_Extensions"))
        return add(out, "scx:", name);
    return false;
}
