/**
 * Decides from weights and certificate alone whether a network adds right at every width. The one room that has to be
 * trusted: it uses the data of {@code certificate}, the cell of {@code network} and the algebra of {@code numeric}, and
 * nothing else. The prover shares its arithmetic of sets; it uses nothing of the prover's. All is the same on every
 * JVM: + − × ÷ √ and {@code StrictMath}, in a fixed order, on one thread; budgets count work.
 *
 * <h2>The claim</h2>
 *
 * For every width T and all operands of T bits, every predicted bit is right. Adding is a machine of two states ({@link
 * io.github.rnnadder.certificate.FullAdder}): on the column x with the carry c the bit is a⊕b⊕c and the next carry
 * maj(a, b, c). The network is h′ = F_x(h) = tanh(W h + U x) from h₀ = 0, and predicts 1 if and only if the computed
 * σ(V h′) exceeds ½.
 *
 * <p>"The network" is any program that computes this with doubles, in any order of summation, where
 *
 * <ol>
 *   <li>tanh is exact to 1e-12 absolutely <em>and</em> relatively, odd in its sign, and tanh(0) = 0;
 *   <li>σ(o) is computed as ½ + ½·tanh(o/2) or as 1/(1+e⁻ᵒ), with the same accuracy.
 * </ol>
 *
 * Both the plugin's {@link io.github.rnnadder.network.ForwardPass} and the loader are such programs. So a proof that
 * allows for every such error is a proof for both.
 *
 * <h2>The argument: induction over the columns</h2>
 *
 * A certificate names balls {h : ‖T(h − c)‖₂ ≤ r}, each with a tag (the carry and the last column), and perhaps a tube.
 * Call their union K; K is to be an inductive invariant. The checker accepts if
 *
 * <ol>
 *   <li>from h₀ = 0 the column 00 leads to exactly 0 again, with p = ½ exactly and bit 0, which is right (no test is
 *       needed); and any other first column gives a right bit and leads into a ball of its tag;
 *   <li>from every ball, and every slice of the tube, every word of columns leads within 40 columns into a ball of the
 *       right tag, or with column 00 and without carry into the tube, and all bits on the way are right. (That all
 *       words from one ball together take no more steps than the certificate states bounds the work; the proof does not
 *       need it.)
 * </ol>
 *
 * Take any sum. After its leading zeros the state lies in K, and the network's carry, in the sense of its tag, is the
 * true one. From there (2) leads through right bits back into K, again and again until the columns end. So every bit is
 * right, and nothing in this depends on T.
 *
 * <h2>What rounding can do, step by step</h2>
 *
 * Write u = 2⁻⁵³ and γ = 64·u ≈ 7.1e-15; sums have at most 64 terms for a network, and up to 320 over generators. Sets
 * of states are an ellipsoid plus a zonotope ({@link io.github.rnnadder.checker.StateSet}).
 *
 * <ol>
 *   <li><b>Limits first</b> ({@link io.github.rnnadder.certificate.Limits}). ‖W‖∞, ‖U‖∞ and ‖V‖₁ are at most 1e3; ‖T‖∞
 *       and ‖T⁻¹‖∞ at most 1e4; every set reaches at most 10 from its centre in each coordinate when it is made and
 *       when its order is reduced, and at most 2 after a step, since tanh lies in ±1; every pre-activation, with its
 *       reach, is at most 1e3 or the certificate is refused. Comparisons are written so that NaN refuses. No bound
 *       below can therefore overflow.
 *   <li><b>The affine part</b> ({@link io.github.rnnadder.checker.SetStep}). The errors of the centre, of M and G, and
 *       of the network's own z = Wh + Ux are each at most γ·‖W‖∞·(1 + 10) plus terms of the same kind: together below
 *       2e-10. The interval [l, u] is enlarged by 1e-6, so it contains every z that the network computes.
 *   <li><b>tanh on [l, u].</b> For any slope α in [0, 1], tanh(z) − αz takes its extremes at l, at u, or where tanh′ =
 *       α, at ±artanh √(1−α). α as computed is the α that is used, so that its own rounding does not matter. Below 1e-9
 *       α is taken as 0, where tanh is monotone and the extremes are the ends: else √(1−α) would round to 1 and the
 *       inner ones would be lost. From 1e-9 on, 1 − √(1−α) is at least 5e-10 and known to 2e-7 of itself; the point is
 *       wrong by at most 1e-7, its value, times α and flat there, by less than 1e-14. The new generator is 1e-6 longer
 *       than the extremes say, which covers this, the error of (2) times α ≤ 1, and the network's own tanh.
 *   <li><b>Reducing the order.</b> For g = Gη and y = Tg, |y_i| is at most the i-th row sum r_i of |TG|, and g = T⁻¹y.
 *       The checker's own inverse X has a computed ‖TX − I‖∞ ≤ 1e-10; since ‖T‖∞‖X‖∞ ≤ 1e5, the true one is at most
 *       1e-10 + γ·1e5 &lt; 9e-10. So T⁻¹ = X(I+E)⁻¹ with ‖E‖∞ &lt; 9e-10, and (I+E)⁻¹y exceeds r by at most 1e-9 of its
 *       largest entry; 1e-8 of it is added, and 1e-9 for the rounding of TG (below γ·1e4·10).
 *   <li><b>A ball as a set.</b> {h : ‖T(h − c)‖ ≤ r} = c + T⁻¹r·ball; M = X·r·(1 + 1e-8) contains it by the same
 *       argument: in the 2-norm, ‖E‖₂ ≤ √64·9e-10 &lt; 8e-9. The rounding of M, below 1e-14 for a reach of 10, is
 *       within the 1e-6 of the next step.
 *   <li><b>A set in a ball.</b> ‖T(h − c_b)‖ ≤ ‖T(c − c_b)‖ + ‖TM‖₂ + ‖(row sums of |TG|)‖₂. ‖TM‖₂ is bounded as
 *       {@link io.github.rnnadder.checker.SpectralNorm} explains, after division by its largest entry. T's
 *       rounding costs at most γ·8e4·16 ≈ 1e-8; 1e-6 is added to the radius and 1e-6 is asked of the room.
 *   <li><b>A bit.</b> ±V·c must exceed the reach of V over the set by 1e-6. Rounding, the network's included, is below
 *       γ·1e3·12. So |o| &gt; 9e-7 has the right sign in every such program, and p is on the right side of ½ by 2e-7.
 * </ol>
 *
 * The error that a program makes in each step is thus inside the enclosure of that step, so the enclosure follows the
 * computed states, not only the exact ones: errors do not add up over columns.
 *
 * <h2>The tube: states that die away</h2>
 *
 * While both operands have only zeros left, the state of many networks shrinks for ever, and no absolute slack helps.
 * {@link io.github.rnnadder.checker.ZeroTube} bounds such steps relative to the size s = lᵀh of the state, in the cone
 * R around the leading eigenvector v of W.
 *
 * <ol>
 *   <li><b>Normal sizes.</b> For s ≥ 1e-250, products do not underflow by more than 1e-300, so all errors of the
 *       network are relative to s. In the cone every |h_j| is at most 10·s, a limit that is checked; so the network's
 *       own z errs by at most γ·‖W‖∞·10·s ≤ 7.1e-11·s, which the slack of 1e-9·s a coordinate dominates, and its tanh
 *       by 1e-12 of itself, which the slack of 1e-9 in tanh(z)/z dominates. The shape ‖T y′‖ ≤ κs′ is therefore kept by
 *       the computed states. The checker requires it of the slice from 0 on; other slices either keep it or are
 *       expanded for column 00 as any other set.
 *   <li><b>The bit</b> is 0, which is right: V h = s·(Vv + VΠT⁻¹κξ) is negative by 1e-9 of the sum of the absolute
 *       values of its terms, so the computed o is at most 0, and the computed p at most ½.
 *   <li><b>Tiny sizes.</b> At the tip (s ≤ 1e-6, within the first slice) either s′ ≥ (1 + 1e-6)s for all, or s′ ≤ (1 −
 *       1e-6)s for all. In the first case s never falls below 1e-9: it enters above 1e-6, one step from elsewhere
 *       divides it by at most 1000, and then it grows. In the second, let B = {h : |lᵀh| ≤ S, ‖TΠh‖ ≤ κS} with S =
 *       1e-250. A state of B is a convex combination of two points ±(Sv + y), ‖T y‖ ≤ κS; the step is one diagonal D,
 *       within the bounds of the tip, times a linear map; so it leads into B at (1 − 1e-6)S, and the underflow of at
 *       most 1e-300 a coordinate (times 1e16 at most, in s or in ‖T y‖/κ) does not lead out of B again. R ∪ B is kept
 *       by zeros however long they last.
 *   <li><b>The bit in B</b> is 0: |o| is below 1e-200, tanh(o/2) is as small, and ½ + ½·tanh(o/2) rounds to ½ exactly,
 *       as does 1/(1+e⁻ᵒ): a tie, and a tie is 0. (Here the sign of o is noise. That a bit is 1 only if the
 *       <em>computed p</em> exceeds ½ is part of the proof.)
 *   <li><b>What follows the zeros.</b> The slices of R are expanded for the other columns. Each contains, as a set of
 *       states, all of its part of R, and the first one also B, up to 1e-250, which is within the slack of the first
 *       step.
 *   <li><b>Entry.</b> Only a set of tag 00 without carry enters, with s above 1e-6 after its uncertainty, and ‖TΠh‖
 *       below κs by 1e-6. That lᵀv = 1 holds to 1e-12 only makes y deviate from Πy by 1e-12·s·|v_i| ≤ 1e-11·s, which is
 *       within the relative slack.
 * </ol>
 *
 * <h2>What it does not say</h2>
 *
 * Nothing of programs with another precision or a tanh that is worse than assumed, nothing if the JVM or the machine
 * errs, and nothing of networks of more than 64 hidden units. UNKNOWN says nothing of the network at all.
 */
package io.github.rnnadder.checker;
