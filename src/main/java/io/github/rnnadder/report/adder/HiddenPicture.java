package io.github.rnnadder.report.adder;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The hidden state over an addition, a column of cells for each column of the sum, below the carry that it has to
 * remember, and what a weighted sum of the units makes of it.
 *
 * @param walk the addition
 * @param readout what the carry can be read with
 */
record HiddenPicture(Walk walk, CarryReadout readout) implements Figure.Painter {

    static final int HEIGHT = 770;

    private static final Rectangle2D CARRY = new Rectangle2D.Double(110, 60, 580, 30);
    private static final Rectangle2D READ = new Rectangle2D.Double(110, 100, 580, 30);
    private static final Rectangle2D UNITS = new Rectangle2D.Double(110, 144, 580, 480);
    private static final Rectangle2D SCALE = new Rectangle2D.Double(280, 714, 240, 14);

    @Override
    public void paint(Graphics2D graphics, int width, int height, Palette palette) {
        int bits = walk.columns().size();
        int[] units = readout.units();
        double most = walk.columns().stream()
                .mapToDouble(column -> Math.abs(readout.value(column.hidden())))
                .reduce(Double.MIN_NORMAL, Math::max);
        double[][] read = new double[1][bits];
        double[][] carry = new double[1][bits];
        double[][] hidden = new double[units.length][bits];
        // The most significant column on the left, as on paper.
        List<String> labels = new ArrayList<>();
        for (int j = 0; j < bits; j++) {
            Walk.Step column = walk.columns().get(bits - 1 - j);
            labels.add(String.valueOf(bits - j));
            carry[0][j] = 2 * column.carry() - 1;
            read[0][j] = readout.value(column.hidden()) / most;
            for (int i = 0; i < units.length; i++) {
                hidden[i][j] = column.hidden()[units[i]];
            }
        }
        Paper paper = Paper.blank(graphics, width, height, palette);
        HeatMap map = new HeatMap(paper);
        paper.centred("Hidden state, adding " + walk.operands(), width / 2.0, 36, Palette.TITLE);
        map.draw(carry, 1, CARRY);
        map.leftOf(List.of("carry out"), CARRY);
        map.draw(read, 1, READ);
        map.leftOf(List.of("read out"), READ);
        map.draw(hidden, 1, UNITS);
        map.leftOf(IntStream.of(units).mapToObj(unit -> "h" + (unit + 1)).toList(), UNITS);
        map.below(labels, UNITS);
        paper.centred(
                "column, the least significant on the right", UNITS.getCenterX(), UNITS.getMaxY() + 52, Palette.TEXT);
        map.scale("−1", "1", SCALE);
    }
}
