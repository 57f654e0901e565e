package io.github.rnnadder.report;

import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;

/** How every chart looks. */
final class Look {

    private static final int MARKER = 7;
    private static final int LEGEND_PADDING = 16;

    private Look() {}

    static void apply(AxesChartStyler style) {
        style.setLocale(Locale.ROOT);
        style.setBaseFont(Palette.TEXT);
        style.setChartTitleFont(Palette.TITLE);
        style.setAxisTitleFont(Palette.TEXT);
        style.setAxisTickLabelsFont(Palette.TEXT);
        style.setLegendFont(Palette.TEXT);
        style.setChartFontColor(Palette.INK);
        style.setAxisTickLabelsColor(Palette.INK);
        style.setChartBackgroundColor(Palette.PAPER);
        style.setPlotBackgroundColor(Palette.PAPER);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(Palette.GRID);
        style.setPlotGridVerticalLinesVisible(false);
        style.setLegendBorderColor(Palette.PAPER);
        style.setChartTitleBoxVisible(false);
        style.setLegendPadding(LEGEND_PADDING);
        style.setMarkerSize(MARKER);
        style.setDecimalPattern("0.###");
        style.setXAxisTickMarkSpacingHint(100);
    }
}
