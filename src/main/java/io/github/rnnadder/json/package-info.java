/**
 * What the readers of all formats that are JSON say of what they did not expect: where it stands, and what it is.
 *
 * <p>Knows Jackson's streaming parser and the room {@code text}, no format, and no file.
 */
package io.github.rnnadder.json;
