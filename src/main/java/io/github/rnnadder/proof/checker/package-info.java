/**
 * Decides from weights and a certificate whether a network adds correctly at every width. Only this package has to be
 * trusted. The prover uses its arithmetic of sets; this package does not use the prover.
 *
 * <p>Results are the same on every JVM. The checker uses only + − × ÷ √ and {@code StrictMath}, in a fixed order, on
 * one thread. Budgets count steps, not seconds.
 *
 * <p>The page {@code proof-argument} of the site argues in eighteen lemmas, L1 to L18, why the checker is right. The
 * proof is by induction over the inputs. The checker propagates sets of states, with more slack than all rounding can
 * use up, including the rounding of the covered programs. A test compares the constants in the lemmas with those here.
 * <h2>What has to be trusted</h2>
 * The trusted code consists of these classes and the data that they read:
 * {@link io.github.rnnadder.proof.certificate.Certificate}, {@link io.github.rnnadder.proof.certificate.Limits},
 * {@link io.github.rnnadder.proof.certificate.Precision}, {@link io.github.rnnadder.model.evaluation.FullAdder} and
 * {@link io.github.rnnadder.model.network.Weights}. It includes the digest of the weights,
 * {@link io.github.rnnadder.model.network.TensorBytes} and {@link io.github.rnnadder.base.text.Sha256}, and the
 * products, sums and norms of {@link io.github.rnnadder.base.numeric.Matrices}.
 *
 * <p>The following need not be trusted. The prover only makes claims. The checker bounds the residual of
 * {@link io.github.rnnadder.base.numeric.Inverse}. Any direction that
 * {@link io.github.rnnadder.base.numeric.PowerIteration} finds for a split is sound (L18). A fault of the file's reader
 * or writer only changes the claim. The digest ties the claim to the weights, and the checker accepts it only if it
 * holds.
 * <h2>What a certificate does not prove</h2>
 * A certificate proves nothing about programs that are less precise than {@code covers}, about networks of more than
 * 128 hidden units, or about a JVM or machine that makes errors. The result UNKNOWN means that nothing is proved.
 */
package io.github.rnnadder.proof.checker;
