/**
 * How values appear in what people read: excerpts of texts that we did not choose, fractions, digests, numbers of many
 * digits, spellings, and the sentence of a user's mistake.
 *
 * <p>Every other room may use this one; it uses none.
 */
package io.github.rnnadder.base.text;
