/**
 * What a build leaves behind: files that are complete or absent, the record of how they were made, and the decision whether they are up to date.
 *
 * <p>{@link io.github.rnnadder.delivery.TrainBuild} tells the story of the goal {@code train}. Nothing here knows Maven or Jackson, and deciding what is up to date parses nothing.
 */
package io.github.rnnadder.delivery;
