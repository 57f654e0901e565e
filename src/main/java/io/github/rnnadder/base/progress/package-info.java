/**
 * What long work says of itself while it goes on.
 *
 * <p>Nothing here knows what the work is, or where a line goes.
 */
package io.github.rnnadder.base.progress;
