/**
 * What is known about a network at every width, and who is asked for it in turn: the refuter, the prover, and of what
 * either finds the replay and the checker, whose word counts.
 */
package io.github.rnnadder.verdict;
