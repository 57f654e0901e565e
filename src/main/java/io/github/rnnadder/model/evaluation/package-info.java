/**
 * Measures every sum, and names the wrong ones. Nothing here knows files, logs or Maven.
 */
package io.github.rnnadder.model.evaluation;
