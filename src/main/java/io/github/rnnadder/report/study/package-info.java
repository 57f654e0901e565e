/**
 * Runs a study: many trainings side by side that show which initializer learns and how fast (section 7 of the student's
 * report). Contains the table of a study, and its shards if it is larger than one machine.
 *
 * <p>Only the file format uses Jackson, for the digits of its numbers. No class here uses Maven or draws. The same runs
 * give the same bytes for any number of threads and shards.
 */
package io.github.rnnadder.report.study;
