/**
 * Reads and writes the files of a trained network: JSON for people and for any program, safetensors for
 * machine-learning tools, ONNX for its runtimes, and a model card that describes them. All formats hold the same
 * doubles.
 *
 * <p>Only the classes here that read or write a format know Jackson. Nothing knows Maven, and nothing decides where a
 * file lies.
 */
package io.github.rnnadder.weights;
