/**
 * Formats and parses text for people: foreign text in messages, fractions, digests, long numbers, spelling suggestions,
 * and errors that the user can fix. Depends on no other package.
 */
package io.github.rnnadder.base.text;
