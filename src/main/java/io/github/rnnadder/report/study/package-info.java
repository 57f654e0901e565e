/**
 * The study: many trainings side by side, which initializer learns and how fast (section 7 of the student's report),
 * their table, and the shards of a study that is larger than one machine.
 *
 * <p>Only the file format knows Jackson, for the digits of its numbers. Nothing here knows Maven or draws. The same
 * runs give the same bytes for any number of threads and shards.
 */
package io.github.rnnadder.report.study;
