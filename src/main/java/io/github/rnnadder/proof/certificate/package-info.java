/**
 * The certificate of a network as data: an inductive invariant, the limits that it must keep, and its file format.
 *
 * <p>A {@link io.github.rnnadder.proof.certificate.Certificate} claims to be an inductive invariant (Floyd, Assigning
 * meanings to programs, 1967): a set of hidden states that every input maps back into the set, with the right bit.
 * Nothing here decides whether the claim holds; the checker does.
 */
package io.github.rnnadder.proof.certificate;
