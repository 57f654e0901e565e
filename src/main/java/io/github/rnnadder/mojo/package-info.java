/** Contains one thin class per goal, which reads the parameters, makes one call, and reports the result. Only this package knows Maven. */
package io.github.rnnadder.mojo;
