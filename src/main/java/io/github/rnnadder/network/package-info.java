/**
 * The mathematics of the network: its weights, activations, forward pass and back-propagation through time.
 *
 * <p>Equation numbers are those of the 2019 report. Nothing here knows files, logs, Maven or Jackson, and every result
 * is the same on every JVM: only + − × ÷ on doubles, in a fixed order.
 */
package io.github.rnnadder.network;
