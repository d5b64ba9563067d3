/* other_code.h - what another reader takes for code before, or instead of, Markdown */
#ifndef LINT_DOCUMENT_OTHER_CODE_H
#define LINT_DOCUMENT_OTHER_CODE_H

#include "lint/base/arena.h"
#include "lint/document/contested.h"
#include "lint/document/document.h"

/*
 * What is Markdown to CommonMark, and code to a program that adds something to it, with
 * the lines or tags around it:
 *  - from `{% highlight %}` to `{% endhighlight %}` (Liquid), from `{{< highlight >}}` to
 *    `{{< /highlight >}}` (Hugo), and the same of other names that hold code, formulas,
 *    diagrams or nothing to be shown; what nothing closes is none;
 *  - from a code fence within an HTML block, as right below a tag, to the one that closes
 *    it, or to the end: MDX, kramdown and Python-Markdown read it.
 * In the order of the document. Takes time n log n in the document. In the arena.
 */
struct contested other_code_find(const struct document *document, struct arena *arena);

#endif
