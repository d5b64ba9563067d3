// causes.mjs - why findings differ: docs/differences.md
//
// Each cause has a test of a text that was made as short as it can be, and of the kinds of its
// differences, as "+MD012".

export const causes = [];
