/**
 * Trains networks with algorithm 1 of the report (YengHung Ou, <em>Deep Learning and Practice HW4</em>, 2019): the
 * initializers, the training loop, the learning curve, and restarts. No class here uses files, logs or Maven.
 */
package io.github.rnnadder.model.training;
