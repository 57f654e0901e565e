/**
 * Searches for a sum that a network gets wrong. Nothing here has to be trusted: the caller replays what it finds, and a
 * sum that it misses can at most turn a COUNTEREXAMPLE into UNKNOWN. It knows the network and the full adder, but no
 * proofs and no files.
 */
package io.github.rnnadder.proof.falsifier;
