/**
 * Contains the class that a dependent module uses, and the generator that gives it a package, name and resource.
 *
 * <p>{@link io.github.rnnadder.loader.PretrainedAdder} depends on nothing but Java 8. Its source is part of the plugin
 * and serves two purposes: the goal {@code add} runs it, and the generator uses it as the template of every loader.
 */
package io.github.rnnadder.loader;
