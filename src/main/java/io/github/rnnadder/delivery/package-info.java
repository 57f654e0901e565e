/**
 * What a build leaves behind: outputs written whole, the record of how they came about, and what is up to date.
 *
 * <p>{@link io.github.rnnadder.delivery.TrainBuild} is the story of the goal {@code train}. Nothing here knows Maven or
 * Jackson, and what is up to date is decided without a parser.
 */
package io.github.rnnadder.delivery;
