/**
 * How values appear in what people read: excerpts of texts that we did not choose, fractions, digests, and numbers of many
 * digits.
 *
 * <p>Every other room may use this one; it uses none.
 */
package io.github.rnnadder.text;
