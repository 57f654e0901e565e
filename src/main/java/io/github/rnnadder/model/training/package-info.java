/**
 * Algorithm 1 of the student's report (YengHung Ou, <em>Deep Learning and Practice HW4</em>, 2019): initializers, the
 * sampler of sums, the training loop, its learning curve, and restarts.
 *
 * <p>Nothing here knows files, logs or Maven.
 */
package io.github.rnnadder.model.training;
