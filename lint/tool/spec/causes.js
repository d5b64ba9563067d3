// causes.js - why others read a text otherwise: docs/differences.md
//
// Each cause has the peer whose HTML differs, the section of CommonMark 0.31.2 or of GFM
// 0.29, and a test of a text that was made as short as it can be.
'use strict';

const astral = /[\u{10000}-\u{1ffff}]/u;
const symbol = /[$+<=>^`|~\u00a2-\u00a9\u20a0-\u20cf\u{1f000}-\u{1ffff}]/u;
const url = /https?:|ftp:|www\.|@/i;

module.exports = [
  {
    peer: 'commonmark.js',
    name: 'commonmark.js shows an empty paragraph for definitions above a break (CommonMark 4.7)',
    is: (text) => /^[ >\-0-9.)]*\[[^\]]*\]:[^]*\n *(-+|=+)/.test(text),
  },
  {
    peer: 'commonmark.js',
    name: 'commonmark.js keeps a tab before a line end (CommonMark 6.8)',
    is: (text) => /\t\n/.test(text),
  },
  {
    peer: 'commonmark.js',
    name: 'commonmark.js takes away other white space than blanks (CommonMark 4.8)',
    is: (text) => text.trim() !== text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''),
  },
  {
    peer: 'commonmark.js',
    name: "HTML in an image's alternative text (a renderer's choice)",
    is: (text) => /!\[/.test(text) && /</.test(text),
  },
  {
    peer: 'commonmark.js',
    name: 'commonmark.js sees no symbols beyond the first plane (CommonMark 2.1)',
    is: (text) => astral.test(text) && /[*_]/.test(text),
  },
  {
    peer: 'commonmark.js',
    name: 'commonmark.js takes all blanks from a line of code in an item (CommonMark 5.2)',
    is: (text) => /```\n[ \t]+$/.test(text),
  },
  {
    peer: 'commonmark.js',
    name: 'a byte order mark is no text',
    is: (text) => text.startsWith('\ufeff'),
  },
  {
    peer: 'commonmark.js',
    name: "what of a destination is escaped (a renderer's choice)",
    is: (text, html) => decodeURI(html.ours.replace(/%(?![0-9A-F]{2})/g, '%25')) === decodeURI(html.theirs),
  },
  {
    peer: 'cmark-gfm',
    name: 'comments and declarations (CommonMark 6.6, since 0.31 and 0.30)',
    is: (text) => /<!/.test(text),
  },
  {
    peer: 'cmark-gfm',
    name: 'symbols are punctuation (CommonMark 2.1, since 0.31)',
    is: (text) => symbol.test(text) && /[*_~]/.test(text),
  },
  {
    peer: 'cmark-gfm',
    name: 'cmark-gfm keeps the indent of a line that goes on lazily (CommonMark 4.8)',
    is: (text) => /^(>|[-*+]|\d+[.)]).*\n[ \t]+/.test(text),
  },
  {
    peer: 'cmark-gfm',
    name: 'cmark-gfm takes [ ] for [] (CommonMark 6.3)',
    is: (text) => /\[[ \t\n]+\]/.test(text),
  },
  {
    peer: 'cmark-gfm',
    name: 'cmark-gfm takes a title that text follows (CommonMark 4.7)',
    is: (text, html) => /\]:[^]*\n/.test(text) && html.theirs.includes(' title='),
  },
  {
    peer: 'cmark-gfm',
    name: 'a tag alone on a line that goes on lazily (CommonMark 4.6, 5.1)',
    is: (text) => /^(>|[-*+]|\d+[.)]).*\n[ \t]*<\/?[a-z]/i.test(text),
  },
  {
    peer: 'cmark-gfm',
    name: 'a break below nothing but definitions (CommonMark 4.1, 4.7)',
    is: (text) => /\[[^\]]*\]:[^]*\n[ >]*-+/.test(text),
  },
  {
    peer: 'cmark-gfm',
    name: 'definitions above a table (CommonMark 4.7)',
    is: (text) => /\[[^\]]*\]:[^]*\n[^\n]*\n[ >]*\|?[-:]/.test(text),
  },
  {
    peer: 'cmark-gfm',
    name: 'parentheses in a destination that are not closed (CommonMark 6.3)',
    is: (text) => /\]:[^]*\(/.test(text),
  },
  {
    peer: 'cmark-gfm',
    name: 'a row of one pipe (GFM 4.10)',
    is: (text) => /\n[ >]*\|[ \t]*$/m.test(text),
  },
  {
    peer: 'cmark-gfm',
    name: '<textarea>, <search>, <source> (CommonMark 4.6, since 0.30 and 0.31)',
    is: (text) => /<\/?(textarea|search|source)/i.test(text),
  },
  {
    peer: 'cmark-gfm',
    name: 'blanks below an empty item, or one of definitions (CommonMark 5.2)',
    is: (text) => /([-*+]|\d+[.)])[ \t]*(\[.*\]:.*)?\n[ \t]+\n/.test(text),
  },
  {
    peer: 'cmark-gfm',
    name: 'bare URLs are those of micromark (GFM 6.9)',
    is: (text, html) => url.test(text) && html.ours.split('<a').length + html.theirs.split('<a').length > 2,
  },
];
