/**
 * Reads JSON strictly, value by value, with one sentence for every error. Knows Jackson's streaming parser and the
 * package {@code text}, but no particular format and no files.
 */
package io.github.rnnadder.base.json;
