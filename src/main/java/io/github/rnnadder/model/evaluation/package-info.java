/**
 * Measures a network on every sum, and names wrong ones. The full adder, which computes the right sums, is here too.
 * Nothing here knows files, logs or Maven.
 */
package io.github.rnnadder.model.evaluation;
