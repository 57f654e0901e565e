package io.github.rnnadder.loader;

/**
 * The weights that a loader loads.
 *
 * @param resource their path on the class path
 * @param sha256 the SHA-256 of the whole file, in lower-case hexadecimal digits
 * @param tensorsOffset the position of U in the file, in bytes; W and V follow
 * @param hiddenSize H
 * @param evidence T, and what was measured or proved
 */
public record LoadedWeights(String resource, String sha256, int tensorsOffset, int hiddenSize, Evidence evidence) {}
