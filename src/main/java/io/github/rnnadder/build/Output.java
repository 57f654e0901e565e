package io.github.rnnadder.build;

/**
 * A file that a build makes.
 *
 * @param place where it goes
 * @param content all of its bytes
 */
record Output(Place place, byte[] content) {}
