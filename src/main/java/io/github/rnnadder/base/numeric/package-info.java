/**
 * Contains linear algebra on small matrices, and the random generator. Results are the same to the last bit on every
 * JVM. Depends on no other package.
 */
package io.github.rnnadder.base.numeric;
