/**
 * Decides from weights and certificate alone whether a network adds right at every width. The one room that has to be
 * trusted. The prover shares its arithmetic of sets; it uses nothing of the prover's. All is the same on every JVM: + −
 * × ÷ √ and {@code StrictMath}, in a fixed order, on one thread; budgets count work.
 *
 * <p>Why what it accepts is right is argued in eighteen lemmas on the page {@code proof-argument} of the site, each
 * with the class and the constant that it speaks of: an induction over the columns, with sets of states that are
 * followed with more slack than rounding, the programs' included, could take ({@link
 * io.github.rnnadder.proof.checker.CertificateChecker}, L1, L7, L9, L18; {@link io.github.rnnadder.proof.checker.SetStep}, L2, L3;
 * {@link io.github.rnnadder.proof.checker.SinglePrecision}, L4, L17; {@link io.github.rnnadder.proof.checker.StateSet}, L5, L7,
 * L18; {@link io.github.rnnadder.proof.checker.Norm}, L6; {@link io.github.rnnadder.proof.checker.SpectralNorm}, L8; {@link
 * io.github.rnnadder.proof.checker.ZeroTube}, L10 to L16). A test compares the page with the constants.
 *
 * <h2>What has to be trusted</h2>
 *
 * Besides these classes the data that they read: {@link io.github.rnnadder.proof.certificate.Certificate}, {@link
 * io.github.rnnadder.proof.certificate.Limits}, {@link io.github.rnnadder.proof.certificate.Precision}, {@link
 * io.github.rnnadder.proof.certificate.FullAdder}; {@link io.github.rnnadder.model.network.Weights} and their digest, {@link
 * io.github.rnnadder.model.network.TensorBytes} and {@link io.github.rnnadder.base.text.Sha256}; and the products, sums and norms
 * of {@link io.github.rnnadder.base.numeric.Matrices}.
 *
 * <p>Not the prover. Not {@link io.github.rnnadder.base.numeric.Inverse}: its residual is looked at. Not the direction that
 * {@link io.github.rnnadder.base.numeric.PowerIteration} finds for a cut: any of about length 1 is sound (L18). Not who
 * reads or writes the file: whatever a reader yields is judged as the claim that it is, and {@code check} judges what
 * was shipped. A damaged or forged file can thus become another claim about these weights, which holds or is refused;
 * of which weights it speaks, the digest decides.
 *
 * <h2>What it does not say</h2>
 *
 * Nothing of programs that are less precise than {@code covers} says or have a tanh that is worse than assumed, nothing
 * if the JVM or the machine errs, and nothing of networks of more than 128 hidden units. UNKNOWN says nothing of the
 * network at all.
 */
package io.github.rnnadder.proof.checker;
