/**
 * Small linear algebra and the random generator, which everybody uses: the same bits on every JVM. It uses no other
 * room.
 */
package io.github.rnnadder.base.numeric;
