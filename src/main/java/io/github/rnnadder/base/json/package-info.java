/**
 * How every format that is JSON is read: strictly, value by value, with one sentence for what is not as it has to be.
 *
 * <p>Knows Jackson's streaming parser and the room {@code text}, no format, and no file.
 */
package io.github.rnnadder.base.json;
