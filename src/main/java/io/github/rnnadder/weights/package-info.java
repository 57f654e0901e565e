/**
 * The file formats of the weights, read and written: JSON for people and any program, safetensors for the
 * machine-learning world, ONNX for its runtimes. All hold the same doubles, and a model card says what they are.
 *
 * <p>Only the classes here that read or write a format know Jackson. Nothing knows Maven, and nothing here decides
 * where a file lies.
 */
package io.github.rnnadder.weights;
