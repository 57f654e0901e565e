package io.github.rnnadder.report;

import java.awt.Color;
import java.awt.Font;

/** The one look of all figures: the colours of Okabe and Ito (2008), which the colour-blind tell apart, and the type. */
final class Palette {

    static final Color BLUE = new Color(0x0072B2);
    static final Color VERMILION = new Color(0xD55E00);
    static final Color GREEN = new Color(0x009E73);
    static final Color INK = new Color(0x222222);
    static final Color GREY = new Color(0x767676);
    static final Color GRID = new Color(0xDDDDDD);
    static final Color PAPER = Color.WHITE;

    /** A figure is shown at half this size on a phone. */
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 20);

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 21);

    private Palette() {}

    /** Returns a colour that lets what lies below it show through, 0 for nothing of it to 255. */
    static Color faint(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}
