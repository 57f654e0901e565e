/**
 * Searches for a sum that a network gets wrong. Nothing here has to be trusted, because the caller recomputes the sum
 * that is found. If the search misses a wrong sum, the result is at worst UNKNOWN in place of COUNTEREXAMPLE. This
 * package uses the network and the full adder, but no proofs and no files.
 */
package io.github.rnnadder.proof.falsifier;
