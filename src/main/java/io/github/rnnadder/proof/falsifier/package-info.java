/**
 * The search for a sum that comes out wrong. Nothing here has to be trusted: what it finds is replayed, and what it
 * misses costs a verdict at most. It knows the network and the full adder, no proof and no files.
 */
package io.github.rnnadder.proof.falsifier;
