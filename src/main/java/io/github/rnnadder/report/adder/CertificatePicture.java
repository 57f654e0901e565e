package io.github.rnnadder.report.adder;

import io.github.rnnadder.model.evaluation.FullAdder;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The states that a certificate speaks of, and one addition that moves among them. Both directions have one scale,
 * which no charting library promises.
 *
 * @param set the states
 * @param walk the first columns of the addition
 */
record CertificatePicture(CertifiedSet set, List<Walk.Step> walk) implements Figure.Painter {

    static final int HEIGHT = 680;

    private static final Rectangle2D PLOT = new Rectangle2D.Double(64, 56, 640, 512);
    private static final double LEGEND = 656;
    /** The room around what is drawn, for labels. */
    private static final double MARGIN = 36;

    private static final double POINT = 6;
    private static final int FILL = 55;
    private static final int LINE = 80;
    private static final BasicStroke THIN = new BasicStroke(0.75f);
    private static final BasicStroke WALK = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke AXIS = new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    @Override
    public void paint(Graphics2D graphics, int width, int height, Palette palette) {
        Paper paper = Paper.blank(graphics, width, height, palette);
        AffineTransform scale = scale();
        Labels labels = new Labels(paper, PLOT);
        paper.centred("The certified states, and one addition", width / 2.0, 36, Palette.TITLE);
        axes(paper, scale);
        for (int carry = 0; carry <= 1; carry++) {
            balls(paper, scale, carry);
        }
        set.tube().ifPresent(axis -> {
            graphics.setColor(palette.green());
            graphics.setStroke(AXIS);
            graphics.draw(scale.createTransformedShape(axis));
            labels.avoid(scale.createTransformedShape(axis));
        });
        walk(paper, scale, labels);
        names(palette, scale, labels);
        legend(paper);
    }

    /** Returns what brings the plane onto the paper, up being up. */
    private AffineTransform scale() {
        Rectangle2D bounds = new Rectangle2D.Double();
        set.balls().forEach(ball -> bounds.add(ball.ellipse().getBounds2D()));
        walk.forEach(column -> bounds.add(set.plane().point(column.hidden())));
        double scale = Math.min(
                (PLOT.getWidth() - 2 * MARGIN) / bounds.getWidth(),
                (PLOT.getHeight() - 2 * MARGIN) / bounds.getHeight());
        return new AffineTransform(
                scale,
                0,
                0,
                -scale,
                PLOT.getCenterX() - scale * bounds.getCenterX(),
                PLOT.getCenterY() + scale * bounds.getCenterY());
    }

    private static void axes(Paper paper, AffineTransform scale) {
        Graphics2D graphics = paper.graphics();
        double unit = scale.getScaleX();
        double originX = scale.getTranslateX();
        double originY = scale.getTranslateY();
        graphics.setStroke(new BasicStroke(1));
        for (int n = (int) Math.ceil((PLOT.getX() - originX) / unit); originX + n * unit <= PLOT.getMaxX(); n++) {
            double x = originX + n * unit;
            graphics.setColor(paper.palette().grid());
            graphics.draw(new Line2D.Double(x, PLOT.getY(), x, PLOT.getMaxY()));
            paper.centred(number(n), x, PLOT.getMaxY() + 24, Palette.TEXT);
        }
        for (int n = (int) Math.ceil((originY - PLOT.getMaxY()) / unit); originY - n * unit >= PLOT.getY(); n++) {
            double y = originY - n * unit;
            graphics.setColor(paper.palette().grid());
            graphics.draw(new Line2D.Double(PLOT.getX(), y, PLOT.getMaxX(), y));
            paper.centred(number(n), PLOT.getX() - 18, y + 7, Palette.TEXT);
        }
        paper.centred("first principal direction", PLOT.getCenterX(), PLOT.getMaxY() + 52, Palette.TEXT);
        AffineTransform upright = graphics.getTransform();
        graphics.transform(AffineTransform.getQuadrantRotateInstance(-1));
        paper.centred("second principal direction", -PLOT.getCenterY(), 22, Palette.TEXT);
        graphics.setTransform(upright);
    }

    private static String number(int n) {
        return n < 0 ? "−" + -n : String.valueOf(n);
    }

    /**
     * Fills all balls of a carry as one, so that it does not matter how many lie over each other, and outlines each.
     */
    private void balls(Paper paper, AffineTransform scale, int carry) {
        Graphics2D graphics = paper.graphics();
        Color color = paper.palette().ofCarry(carry);
        Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        set.balls().stream()
                .filter(ball -> FullAdder.carryOf(ball.tag()) == carry)
                .forEach(ball -> all.append(scale.createTransformedShape(ball.ellipse()), false));
        graphics.setColor(Palette.faint(color, FILL));
        graphics.fill(all);
        graphics.setColor(Palette.faint(color, LINE));
        graphics.setStroke(THIN);
        graphics.draw(all);
    }

    private void walk(Paper paper, AffineTransform scale, Labels labels) {
        Graphics2D graphics = paper.graphics();
        Palette palette = paper.palette();
        Point2D from = scale.transform(new Point2D.Double(), null);
        Rectangle2D start = dot(from).getBounds2D();
        graphics.setStroke(WALK);
        graphics.setColor(palette.ink());
        for (Walk.Step column : walk) {
            Point2D to = at(column, scale);
            Line2D line = new Line2D.Double(from, to);
            graphics.draw(line);
            labels.avoid(line);
            labels.avoid(dot(to).getBounds2D());
            from = to;
        }
        graphics.fill(start);
        for (Walk.Step column : walk) {
            Ellipse2D dot = dot(at(column, scale));
            graphics.setColor(palette.ofCarry(column.carry()));
            graphics.fill(dot);
            graphics.setColor(palette.paper());
            graphics.draw(dot);
        }
        labels.write("start", start, Palette.TEXT, palette.ink());
        for (int t = 0; t < walk.size(); t++) {
            Rectangle2D dot = dot(at(walk.get(t), scale)).getBounds2D();
            labels.write(String.valueOf(t + 1), dot, Palette.TEXT, palette.ink());
        }
    }

    private Point2D at(Walk.Step column, AffineTransform scale) {
        return scale.transform(set.plane().point(column.hidden()), null);
    }

    private static Ellipse2D dot(Point2D point) {
        return new Ellipse2D.Double(point.getX() - POINT, point.getY() - POINT, 2 * POINT, 2 * POINT);
    }

    /** Says beside each heap of balls which column was read last. */
    private void names(Palette palette, AffineTransform scale, Labels labels) {
        List<List<Rectangle2D>> heaps = new ArrayList<>();
        for (int tag = 0; tag < FullAdder.TAGS; tag++) {
            heaps.add(new ArrayList<>());
        }
        for (CertifiedSet.Shadow ball : set.balls()) {
            Rectangle2D bounds = scale.createTransformedShape(ball.ellipse()).getBounds2D();
            labels.avoid(bounds);
            add(bounds, heaps.get(ball.tag()));
        }
        for (int tag = 0; tag < FullAdder.TAGS; tag++) {
            int x = tag % FullAdder.INPUT_VALUES;
            for (Rectangle2D heap : heaps.get(tag)) {
                labels.write(
                        FullAdder.first(x) + " + " + FullAdder.second(x),
                        heap,
                        Palette.TITLE,
                        palette.ofCarry(FullAdder.carryOf(tag)));
            }
        }
    }

    /** Adds a place to places that do not meet, as one with those that it meets. */
    private static void add(Rectangle2D place, List<Rectangle2D> places) {
        Rectangle2D all = (Rectangle2D) place.clone();
        int i = 0;
        while (i < places.size()) {
            if (places.get(i).intersects(all)) {
                all.add(places.remove(i));
                i = 0;
            } else {
                i++;
            }
        }
        places.add(all);
    }

    private void legend(Paper paper) {
        Graphics2D graphics = paper.graphics();
        Palette palette = paper.palette();
        double x = PLOT.getX() + 50;
        for (int carry = 0; carry <= 1; carry++) {
            Shape ball = new Ellipse2D.Double(x, LEGEND - 17, 20, 20);
            graphics.setColor(Palette.faint(palette.ofCarry(carry), FILL));
            graphics.fill(ball);
            graphics.setColor(palette.ofCarry(carry));
            graphics.setStroke(WALK);
            graphics.draw(ball);
            x = 30 + paper.after(x + 28, "carry " + carry, LEGEND);
        }
        line(graphics, x, WALK, palette.ink());
        x = 30 + paper.after(x + 38, "addition", LEGEND);
        if (set.tube().isPresent()) {
            line(graphics, x, AXIS, palette.green());
            paper.after(x + 38, "tube", LEGEND);
        }
    }

    private static void line(Graphics2D graphics, double x, BasicStroke stroke, Color color) {
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(new Line2D.Double(x, LEGEND - 7, x + 30, LEGEND - 7));
    }
}
