/**
 * The certificate of a network as data: an inductive invariant, the limits that it must keep, and its file format.
 *
 * <p>An inductive invariant (Floyd, Assigning meanings to programs, 1967) is a set of hidden states. Every input maps
 * each of its states back into the set, with the right bit. The checker decides whether a claimed set is one.
 */
package io.github.rnnadder.proof.certificate;
