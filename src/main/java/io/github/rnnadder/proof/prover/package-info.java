/**
 * Searches for a certificate of a network. A {@link io.github.rnnadder.proof.prover.ContractionMetric} is found for
 * each tag, and perhaps a cone ({@link io.github.rnnadder.proof.prover.TubeSearch}). A
 * {@link io.github.rnnadder.proof.prover.CoverBuilder} covers the reachable states with balls.
 * {@link io.github.rnnadder.proof.prover.Selection} and {@link io.github.rnnadder.proof.prover.Pruning} remove the
 * balls that are not needed.
 *
 * <p>A <em>word</em> is a sequence of inputs. A proof obligation is a set of states. It is met if every word that
 * starts in these states leads into a ball or into the cone, with the right bit after each input.
 *
 * <p>Nothing here has to be trusted: a mistake can only lose a proof. The prover propagates sets with the checker's own
 * arithmetic, so the checker confirms what the prover found. The checker does not use the prover.
 */
package io.github.rnnadder.proof.prover;
