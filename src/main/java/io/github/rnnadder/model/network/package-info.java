/**
 * The mathematics of the network: its weights, activations, forward pass and back-propagation through time.
 *
 * <p>Equation numbers are those of the student's report (YengHung Ou, <em>Deep Learning and Practice HW4</em>, 2019).
 * Nothing here knows files, logs, Maven or Jackson, and every result is the same on every JVM: only + − × ÷ on doubles,
 * in a fixed order.
 */
package io.github.rnnadder.model.network;
