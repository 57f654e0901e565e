/**
 * Assesses a trained network and decides whether it meets its requirements.
 *
 * <p>The falsifier and the prover only propose results. A counterexample counts after {@code Replay} has confirmed it,
 * and a proof after the checker has accepted it.
 */
package io.github.rnnadder.gate;
