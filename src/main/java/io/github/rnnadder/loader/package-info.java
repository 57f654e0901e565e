/**
 * The class that a dependent module uses, and the generator that gives it a package, a name and a resource.
 *
 * <p>{@link io.github.rnnadder.loader.PretrainedAdder} depends on nothing but Java 8, and its source is shipped in the
 * plugin: it is at once the class that the goal {@code add} runs and the template of every loader.
 */
package io.github.rnnadder.loader;
