/**
 * The gate: one examination of a trained network, measured and where asked proved, and what came of each thing that is
 * asked of it. Whether every sum is right at every width is for the refuter and the prover to find out in turn; of what
 * either finds, the word of the replay and of the checker counts.
 */
package io.github.rnnadder.gate;
