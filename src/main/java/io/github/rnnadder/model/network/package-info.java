/**
 * Contains the mathematics of the network: weights, activations, forward pass, and back-propagation through time.
 *
 * <p>Equation numbers such as (5) are those of the report (YengHung Ou, <em>Deep Learning and Practice HW4</em>, 2019).
 * Results are the same on every JVM, because only + − × ÷ on doubles are used, in a fixed order. Nothing here depends
 * on files, logs, Maven or Jackson.
 */
package io.github.rnnadder.model.network;
