/**
 * Contains one thin class for each goal. It reads the parameters, makes one call, and turns the result into a log line
 * or an exception. Only this package knows Maven.
 */
package io.github.rnnadder.mojo;
