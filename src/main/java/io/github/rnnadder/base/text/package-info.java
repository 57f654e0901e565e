/**
 * Formats and parses values in texts for people: foreign text in messages, fractions, digests, long numbers, spelling
 * suggestions, and errors that the user can fix. Uses no other package.
 */
package io.github.rnnadder.base.text;
