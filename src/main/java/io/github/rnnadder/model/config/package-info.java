/**
 * The training config: {@code adder.yaml} or {@code .json} becomes an immutable {@link
 * io.github.rnnadder.model.config.TrainingConfig}, and every error in it is placed at its file, line and column.
 *
 * <p>Only the reader knows SnakeYAML and Jackson. Nothing here knows Maven.
 */
package io.github.rnnadder.model.config;
