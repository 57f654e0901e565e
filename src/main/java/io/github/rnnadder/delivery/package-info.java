/**
 * Makes and checks the files of a build: the files themselves, which are complete or absent, the record of how they
 * were made, and the decision whether they are up to date.
 *
 * <p>{@link io.github.rnnadder.delivery.TrainBuild} contains the steps of the goal {@code train}. Nothing here depends
 * on Maven or Jackson, and deciding whether a file is up to date parses nothing.
 */
package io.github.rnnadder.delivery;
