package io.github.rnnadder.loader;

/**
 * What a loader knows of the weights that it loads.
 *
 * @param resource their path on the class path
 * @param sha256 of the whole file, in lower-case hexadecimal digits; it fixes the layout that the others describe
 * @param tensorsOffset where U begins, in bytes; W and V follow
 * @param hiddenSize H
 * @param evidence T, and what was measured or proved
 */
public record LoadedWeights(String resource, String sha256, int tensorsOffset, int hiddenSize, Evidence evidence) {}
