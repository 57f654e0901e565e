/**
 * One thin class per goal: parameters, one mapping to a request, one call, one mapping of the outcome to a log line or
 * an exception. With {@code report}, the only package that knows Maven.
 */
package io.github.rnnadder.mojo;
