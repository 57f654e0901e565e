/**
 * How values appear in what people read: excerpts of texts that we did not choose, fractions, numbers of many digits,
 * digests.
 *
 * <p>Every other room may use this one; it uses none.
 */
package io.github.rnnadder.text;
