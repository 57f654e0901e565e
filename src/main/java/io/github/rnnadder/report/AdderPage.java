package io.github.rnnadder.report;

import io.github.rnnadder.certificate.Decision;
import io.github.rnnadder.delivery.TrainedAdder;
import io.github.rnnadder.evaluation.Evaluation;
import io.github.rnnadder.evaluation.WrongSum;
import io.github.rnnadder.network.Weights;
import io.github.rnnadder.text.Fraction;
import io.github.rnnadder.training.CurvePoint;
import io.github.rnnadder.verdict.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The report of one adder, as a page of HTML and the figures on it. */
public final class AdderPage {

    private static final String STYLE =
            "body{font:16px/1.5 sans-serif;color:#222;max-width:780px;margin:0 auto;padding:0 16px}"
                    + "table{border-collapse:collapse}th,td{text-align:left;padding:4px 8px;border-bottom:1px solid #ddd}";

    private final String title;
    private final String imageDirectory;
    private final TrainedAdder adder;
    private final Walk walk;
    private final List<Figure> curves;
    private final Figure weights;
    private final Figure hidden;
    private final Optional<Figure> certificate;

    /**
     * @param title of the page
     * @param imageDirectory where the figures lie, relative to the page
     * @param adder what the page is about
     */
    public AdderPage(String title, String imageDirectory, TrainedAdder adder) {
        this.title = title;
        this.imageDirectory = imageDirectory;
        this.adder = adder;
        Weights network = adder.stored().weights();
        int bits = adder.stored().bits();
        List<CurvePoint> curve = adder.curve();
        this.walk = Walk.of(network, bits);
        this.curves =
                curve.isEmpty() ? List.of() : List.of(AdderFigures.accuracy(curve), AdderFigures.error(curve, bits));
        this.weights = AdderFigures.weights(network);
        this.hidden = AdderFigures.hidden(network, walk);
        this.certificate = adder.certificate().map(proof -> AdderFigures.certificate(proof, walk));
    }

    /** Returns every figure of the page. */
    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(curves);
        figures.add(weights);
        figures.add(hidden);
        certificate.ifPresent(figures::add);
        return figures;
    }

    /** Returns the page as it stands for itself. */
    public String document() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>"
                + Html.escaped(title) + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<h1>"
                + Html.escaped(title) + "</h1>\n" + body() + "</body>\n</html>\n";
    }

    /** Returns what stands on the page below its title. */
    public String body() {
        Html html = new Html();
        verdict(html);
        learning(html);
        addition(html);
        certificate(html);
        html.heading("Weights").figure(weights, source(weights));
        provenance(html);
        return html.toString();
    }

    private void verdict(Html html) {
        Evaluation evaluation = adder.evaluation();
        Gate gate = adder.check().gate();
        boolean passes = gate.passes(evaluation)
                && (!gate.certify() || adder.certificate().isPresent());
        html.heading("Verdict")
                .paragraph((passes ? "Passed: " : "Failed: ") + Gate.counts(evaluation) + ".")
                .table(
                        List.of(),
                        List.of(
                                List.of(
                                        "Accuracy",
                                        Fraction.percent(evaluation.correctSums(), evaluation.totalSums())
                                                + ", required "
                                                + Fraction.percent(
                                                        adder.check().gate().threshold())),
                                List.of("Mean loss L of a sum", Numbers.round(evaluation.loss())),
                                List.of(
                                        "First perfect window ends at iteration",
                                        text(adder.stored().firstPerfectWindow(), "none")),
                                List.of(
                                        "Proof for every width",
                                        adder.stored()
                                                .certificate()
                                                .map(Decision::name)
                                                .orElse("none was asked for"))));
        if (!evaluation.examples().isEmpty()) {
            html.heading("Wrong sums")
                    .paragraph((evaluation.totalSums() - evaluation.correctSums()) + " sums are wrong; some of them:")
                    .table(
                            List.of("sum", "right", "predicted"),
                            evaluation.examples().stream().map(AdderPage::row).toList());
        }
    }

    private static List<String> row(WrongSum wrong) {
        return List.of(
                wrong.a() + " + " + wrong.b(),
                String.valueOf(wrong.a() + wrong.b()),
                String.valueOf(wrong.predicted()));
    }

    private static String text(OptionalLong value, String otherwise) {
        return value.isPresent() ? String.valueOf(value.getAsLong()) : otherwise;
    }

    private void learning(Html html) {
        html.heading("Learning");
        if (curves.isEmpty()) {
            html.paragraph("There is no learning curve beside these weights.");
        }
        curves.forEach(figure -> html.figure(figure, source(figure)));
    }

    private void addition(Html html) {
        List<List<String>> rows = new ArrayList<>();
        int carry = 0;
        for (int t = 0; t < walk.columns().size(); t++) {
            Walk.Step column = walk.columns().get(t);
            rows.add(List.of(
                    String.valueOf(t + 1),
                    String.valueOf(column.a()),
                    String.valueOf(column.b()),
                    String.valueOf(carry),
                    Numbers.round(column.p()),
                    String.valueOf(column.predicted()),
                    column.predicted() == column.right() ? "right" : "wrong"));
            carry = column.carry();
        }
        html.heading("One addition, column by column")
                .paragraph(
                        walk.a() + " + " + walk.b() + " = " + (walk.a() + walk.b()) + ", predicted " + walk.predicted()
                                + ". The network sees the bits a and b of one column at a time, the least significant first. It"
                                + " is never told the carry; it has to keep it in its hidden state. p is the probability that it"
                                + " gives to a 1.")
                .table(List.of("column", "a", "b", "carry in", "p", "bit", ""), rows)
                .figure(hidden, source(hidden));
    }

    private void certificate(Html html) {
        certificate.ifPresent(figure -> html.heading("Certificate")
                .paragraph(
                        "Every bit of every sum is right, at every width: the certificate beside the weights proves it, and was"
                                + " checked again for this page.")
                .figure(figure, source(figure)));
    }

    private void provenance(Html html) {
        html.heading("Effective config")
                .table(List.of(), rows(adder.provenance().fields()));
        html.heading("Digests").table(List.of("SHA-256 of", ""), rows(adder.digests()));
    }

    private static List<List<String>> rows(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), String.valueOf(entry.getValue())))
                .toList();
    }

    private String source(Figure figure) {
        return imageDirectory + "/" + figure.name() + ".png";
    }
}
