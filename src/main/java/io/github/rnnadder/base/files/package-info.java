/**
 * Reads and writes files safely. An input must be a regular file of bounded size; anything else causes an error of one
 * sentence. An output is complete or absent. Nothing here knows what files mean, or depends on Maven, Jackson or a log.
 */
package io.github.rnnadder.base.files;
