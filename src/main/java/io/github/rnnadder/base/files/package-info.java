/**
 * Files, whoever wrote them and wherever they lie: what is read is a regular file of bounded size or one sentence, what
 * is written is whole or absent.
 *
 * <p>Nothing here knows what a file means, nor Maven, Jackson or a log.
 */
package io.github.rnnadder.base.files;
