/**
 * The search for a certificate: a {@link io.github.rnnadder.proof.prover.ContractionMetric} for each tag, perhaps a tube
 * ({@link io.github.rnnadder.proof.prover.TubeSearch}), a {@link io.github.rnnadder.proof.prover.Cover} of the reachable states
 * with balls, of them a {@link io.github.rnnadder.proof.prover.Selection}, and its {@link
 * io.github.rnnadder.proof.prover.Pruning}.
 *
 * <p>Nothing here has to be trusted: a mistake can only cost the proof. It follows sets of states by the checker's own
 * arithmetic, so that what it finds is what the checker will find. The checker knows nothing of it.
 */
package io.github.rnnadder.proof.prover;
