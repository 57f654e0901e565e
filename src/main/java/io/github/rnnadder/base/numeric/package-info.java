/**
 * Linear algebra on small matrices, and the random generator. Results are the same bits on every JVM. Uses no other
 * package.
 */
package io.github.rnnadder.base.numeric;
