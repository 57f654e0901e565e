/** The proof that a network adds right at every width: a search for counterexamples, a prover, and a checker that trusts neither. */
package io.github.rnnadder.certificate;
