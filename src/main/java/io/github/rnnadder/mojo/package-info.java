/** One thin class per goal reads parameters, makes one call, and reports the result. Only this package knows Maven. */
package io.github.rnnadder.mojo;
