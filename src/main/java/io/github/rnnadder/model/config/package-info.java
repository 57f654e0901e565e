/**
 * Reads the training config. The file {@code adder.yaml} or {@code adder.json} becomes an immutable
 * {@link io.github.rnnadder.model.config.TrainingConfig}. Every error names its file, line and column.
 */
package io.github.rnnadder.model.config;
