/**
 * Writes the HTML pages of an adder and of a study. Java writes their words, tables and data; their scripts draw every
 * picture in SVG. No class here trains or uses Maven. A build that requests no page loads no class of this package.
 */
package io.github.rnnadder.report.adder;
