/**
 * Decides from weights and a certificate whether a network adds right at every width. This is the one package that has
 * to be trusted: the prover uses its arithmetic of sets, and it uses nothing of the prover.
 *
 * <p>Results are the same on every JVM: only + − × ÷ √ and {@code StrictMath}, in a fixed order, on one thread. Budgets
 * count steps, not seconds.
 *
 * <p>The page {@code proof-argument} of the site argues in eighteen lemmas, L1 to L18, why the checker is right: by
 * induction over the inputs, it propagates sets of states with more slack than rounding can use up, the rounding of the
 * covered programs included. A test compares the constants
 * in the lemmas with those here.
 *
 * <h2>What has to be trusted</h2>
 * These classes and the data that they read: {@link io.github.rnnadder.proof.certificate.Certificate},
 * {@link io.github.rnnadder.proof.certificate.Limits}, {@link io.github.rnnadder.proof.certificate.Precision} and
 * {@link io.github.rnnadder.model.evaluation.FullAdder}; {@link io.github.rnnadder.model.network.Weights} and their
 * digest, {@link io.github.rnnadder.model.network.TensorBytes} and {@link io.github.rnnadder.base.text.Sha256}; and the
 * products, sums and norms of {@link io.github.rnnadder.base.numeric.Matrices}.
 *
 * <p>Not the prover. Not {@link io.github.rnnadder.base.numeric.Inverse}, since the checker bounds its residual. Not
 * the direction that {@link io.github.rnnadder.base.numeric.PowerIteration} finds for a split: any direction is sound
 * (L18). Not the reader or writer of the file: a damaged or forged file is another claim about the same weights, which
 * the digest fixes, and the checker accepts it only if it holds.
 *
 * <h2>What it does not say</h2>
 * It says nothing about programs that are less precise than {@code covers}, about networks of more than 128 hidden
 * units, or about a JVM or machine that makes errors. UNKNOWN says nothing about the network at all.
 */
package io.github.rnnadder.proof.checker;
