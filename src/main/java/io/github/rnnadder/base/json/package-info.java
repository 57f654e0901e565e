/**
 * Reads JSON strictly, value by value, and reports every error in one sentence. Depends on Jackson's streaming parser
 * and the package {@code text}. Knows no particular format, and no files.
 */
package io.github.rnnadder.base.json;
