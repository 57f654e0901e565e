/** One thin class per goal: it reads the parameters, makes one call, and turns the result into a log line or an exception. Only this package knows Maven. */
package io.github.rnnadder.mojo;
