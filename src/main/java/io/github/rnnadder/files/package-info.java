/**
 * Files, whoever wrote them and wherever they lie: what is read is a regular file of bounded size or one sentence, what is
 * written is whole or absent.
 *
 * <p>Nothing here knows what a file means: neither Maven, nor Jackson, nor a log, nor another package.
 */
package io.github.rnnadder.files;
