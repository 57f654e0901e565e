/**
 * Makes, records and checks the files of a build. A file is complete or absent. A record says how the files were made,
 * and so whether they are up to date.
 *
 * <p>{@link io.github.rnnadder.delivery.TrainBuild} contains the steps of the goal {@code train}. Nothing here depends
 * on Maven or Jackson, and deciding whether a file is up to date parses nothing.
 */
package io.github.rnnadder.delivery;
