package io.github.rnnadder.report.adder;

import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;

/** How every chart looks. */
final class Look {

    private static final int MARKER = 7;
    private static final int LEGEND_PADDING = 16;

    private Look() {}

    static void apply(AxesChartStyler style, Palette palette) {
        style.setLocale(Locale.ROOT);
        style.setBaseFont(Palette.TEXT);
        style.setChartTitleFont(Palette.TITLE);
        style.setAxisTitleFont(Palette.TEXT);
        style.setAxisTickLabelsFont(Palette.TEXT);
        style.setLegendFont(Palette.TEXT);
        style.setChartFontColor(palette.ink());
        style.setAxisTickLabelsColor(palette.ink());
        style.setChartBackgroundColor(palette.paper());
        style.setPlotBackgroundColor(palette.paper());
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(palette.grid());
        style.setPlotGridVerticalLinesVisible(false);
        style.setLegendBackgroundColor(palette.paper());
        style.setLegendBorderColor(palette.paper());
        style.setChartTitleBoxVisible(false);
        style.setLegendPadding(LEGEND_PADDING);
        style.setMarkerSize(MARKER);
        style.setDecimalPattern("0.###");
        style.setXAxisTickMarkSpacingHint(100);
    }
}
