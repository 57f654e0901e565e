/**
 * Reads and writes the files of a trained network: JSON for people and for any program, safetensors for
 * machine-learning tools, ONNX for its runtimes, and a model card that describes the files. All formats contain the
 * same weights; an ONNX model in single precision rounds them.
 *
 * <p>Only the classes here that read or write a format use Jackson. No class uses Maven or decides where a file lies.
 */
package io.github.rnnadder.weights;
