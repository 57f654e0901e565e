/**
 * Measures a network on every sum and lists wrong sums. Also contains the full adder, which computes the right sums. No
 * class here uses files, logs or Maven.
 */
package io.github.rnnadder.model.evaluation;
