/**
 * Curves and tables as pictures and pages: the figures of a study, and the report of one adder.
 *
 * <p>Only {@code CurveChart} and {@code Look} know the charting library. Nothing here trains or knows Maven, and a
 * build that asks for no picture loads no class of this package.
 */
package io.github.rnnadder.report.adder;
