package io.github.rnnadder.report.adder;

import java.awt.Color;
import java.awt.Font;

/**
 * The two looks of a figure, in the colours of Okabe and Ito (2008), which the colour-blind tell apart; at night
 * lighter ones.
 */
enum Palette {
    LIGHT("", 0x0072B2, 0xD55E00, 0x009E73, 0x222222, 0x767676, 0xDDDDDD, 0xFFFFFF),
    DARK("-dark", 0x56B4E9, 0xF28444, 0x2FBF95, 0xDDDDDD, 0x9A9A9A, 0x3A3A3A, 0x181818);

    /** A figure is shown at half this size on a phone. */
    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 20);

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 21);

    private final String suffix;
    private final Color blue;
    private final Color vermilion;
    private final Color green;
    private final Color ink;
    private final Color grey;
    private final Color grid;
    private final Color paper;

    Palette(String suffix, int blue, int vermilion, int green, int ink, int grey, int grid, int paper) {
        this.suffix = suffix;
        this.blue = new Color(blue);
        this.vermilion = new Color(vermilion);
        this.green = new Color(green);
        this.ink = new Color(ink);
        this.grey = new Color(grey);
        this.grid = new Color(grid);
        this.paper = new Color(paper);
    }

    /** Returns how the name of a figure in this look ends. */
    String suffix() {
        return suffix;
    }

    Color blue() {
        return blue;
    }

    Color vermilion() {
        return vermilion;
    }

    Color green() {
        return green;
    }

    /** Returns the colour of states that hold a carry, 1, or none, 0. */
    Color ofCarry(int carry) {
        return carry == 0 ? blue : vermilion;
    }

    /** Returns the colour of text. */
    Color ink() {
        return ink;
    }

    /** Returns the colour of what stands back. */
    Color grey() {
        return grey;
    }

    Color grid() {
        return grid;
    }

    Color paper() {
        return paper;
    }

    /** Returns a colour that lets what lies below it show through, 0 for nothing of it to 255. */
    static Color faint(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }
}
