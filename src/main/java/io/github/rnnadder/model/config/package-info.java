/**
 * Reads the training config: {@code adder.yaml} or {@code adder.json} becomes an immutable
 * {@link io.github.rnnadder.model.config.TrainingConfig}. Every error names its file, line and column.
 *
 * <p>Only the reader knows SnakeYAML and Jackson. Nothing here knows Maven.
 */
package io.github.rnnadder.model.config;
