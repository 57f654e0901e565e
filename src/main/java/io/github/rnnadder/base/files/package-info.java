/**
 * Reads and writes files safely. What is read is a regular file of bounded size, or there is an error of one sentence;
 * what is written is complete or absent. Nothing here knows what a file means, nor Maven, Jackson or a log.
 */
package io.github.rnnadder.base.files;
