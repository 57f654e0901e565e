/**
 * The gate: what is known about a trained network, and whether that meets its requirements.
 *
 * <p>The falsifier and the prover only propose: a counterexample counts once {@code Replay} confirms it, and a proof
 * once the checker accepts it.
 */
package io.github.rnnadder.gate;
