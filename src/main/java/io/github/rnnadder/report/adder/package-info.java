/**
 * The pages: one of an adder and one of a study. Java writes their words, tables and data; their scripts draw every
 * picture, in SVG. Nothing here trains or knows Maven, and a build that asks for no page loads no class of this package.
 */
package io.github.rnnadder.report.adder;
