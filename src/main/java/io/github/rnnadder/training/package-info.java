/**
 * Algorithm 1 of the report: initializers, the sampler of sums, the training loop, its learning curve, and restarts.
 *
 * <p>Nothing here knows files, logs or Maven.
 */
package io.github.rnnadder.training;
