package io.github.rnnadder.report.adder;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Texts beside what they name, each where it hides the least. */
final class Labels {

    private static final double GAP = 4;
    private static final int HALO_ALPHA = 220;
    private static final BasicStroke HALO = new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** Above, below, right, left, then the corners. */
    private static final int[][] SIDES = {{0, -1}, {0, 1}, {1, 0}, {-1, 0}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}};

    private final Graphics2D graphics;
    private final Palette palette;
    private final Rectangle2D place;
    private final List<Shape> taken = new ArrayList<>();

    /**
     * @param place what labels should not leave
     */
    Labels(Paper paper, Rectangle2D place) {
        this.graphics = paper.graphics();
        this.palette = paper.palette();
        this.place = place;
    }

    /** Keeps further labels off a shape. */
    void avoid(Shape shape) {
        taken.add(shape);
    }

    /** Writes a text beside a thing. */
    void write(String text, Rectangle2D thing, Font font, Color color) {
        Shape letters =
                font.createGlyphVector(graphics.getFontRenderContext(), text).getOutline();
        Rectangle2D box = letters.getBounds2D();
        Rectangle2D best = box;
        long fewest = Long.MAX_VALUE;
        for (int[] side : SIDES) {
            Rectangle2D candidate = beside(thing, box.getWidth(), box.getHeight(), side[0], side[1]);
            long hidden =
                    taken.stream().filter(shape -> shape.intersects(candidate)).count()
                            + (place.contains(candidate) ? 0 : taken.size());
            if (hidden < fewest) {
                fewest = hidden;
                best = candidate;
            }
        }
        taken.add(best);
        Shape there = AffineTransform.getTranslateInstance(best.getX() - box.getX(), best.getY() - box.getY())
                .createTransformedShape(letters);
        graphics.setColor(Palette.faint(palette.paper(), HALO_ALPHA));
        graphics.setStroke(HALO);
        graphics.draw(there);
        graphics.setColor(color);
        graphics.fill(there);
    }

    private static Rectangle2D beside(Rectangle2D thing, double width, double height, int right, int down) {
        double x = thing.getCenterX() - width / 2 + right * ((thing.getWidth() + width) / 2 + GAP);
        double y = thing.getCenterY() - height / 2 + down * ((thing.getHeight() + height) / 2 + GAP);
        return new Rectangle2D.Double(x, y, width, height);
    }
}
