package io.github.rnnadder.report.adder;

import io.github.rnnadder.delivery.TrainedAdder;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.evaluation.WrongSum;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.model.training.CurvePoint;
import io.github.rnnadder.weights.StoredAdder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report of one adder, as a page of HTML and the figures on it. */
public final class AdderPage {

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
        this.walk = walk(adder);
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

    /** Returns the sum that tells most: the one that refutes the adder, else one with every way to carry. */
    private static Walk walk(TrainedAdder adder) {
        Weights network = adder.stored().weights();
        int bits = adder.stored().bits();
        return adder.counterexample()
                .map(wrong -> Walk.of(network, wrong.width(), wrong.a(), wrong.b()))
                .or(() -> adder.evaluation().examples().stream()
                        .findFirst()
                        .map(wrong ->
                                Walk.of(network, bits, BigInteger.valueOf(wrong.a()), BigInteger.valueOf(wrong.b()))))
                .orElseGet(() -> Walk.of(network, bits));
    }

    /** Returns the page as it stands for itself. */
    public String document() {
        Html html = new Html();
        html.line("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>")
                .line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>"
                        + Html.escaped(title) + "</title>")
                .style("page.css")
                .line("</head>\n<body>\n<h1>" + Html.escaped(title) + "</h1>");
        return html + body() + "</body>\n</html>\n";
    }

    /** Returns what stands on the page below its title. */
    public String body() {
        StoredAdder stored = adder.stored();
        Html html = new Html();
        html.style("adder.css")
                .paragraph("A recurrent network of " + stored.weights().hiddenSize()
                        + " hidden units that has learned to add two binary numbers, column by column.");
        new AdderCard(adder).write(html);
        new TrySum(stored, adder.certificate(), adder.counterexample().isPresent(), walk).write(html);
        html.figure(hidden, imageDirectory);
        wrongSums(html);
        learning(html);
        certificate(html);
        html.heading("Weights").figure(weights, imageDirectory);
        loading(html);
        provenance(html);
        return html.toString();
    }

    private void wrongSums(Html html) {
        Evaluation evaluation = adder.evaluation();
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

    private void learning(Html html) {
        html.heading("Learning");
        if (curves.isEmpty()) {
            html.paragraph("There is no learning curve beside these weights.");
        }
        curves.forEach(figure -> html.figure(figure, imageDirectory));
    }

    private void certificate(Html html) {
        certificate.ifPresent(figure -> html.heading("Certificate")
                .paragraph(
                        "Every bit of every sum is right, at every width: the certificate beside the weights proves it, and was"
                                + " checked again for this page.")
                .figure(figure, imageDirectory));
    }

    private void loading(Html html) {
        Loading loading = new Loading(adder);
        html.heading("Load it");
        loading.java()
                .ifPresent(line -> html.paragraph(
                                "In Java, with the loader that train wrote, and nothing else on the class path:")
                        .code(line));
        html.paragraph("In Python, with the weights alone:").code(loading.pythonProgram());
        loading.onnxProgram()
                .ifPresent(program ->
                        html.paragraph("With ONNX Runtime, in Python:").code(program));
    }

    private void provenance(Html html) {
        html.heading("Effective config")
                .table(List.of(), rows(adder.provenance().fields()));
        html.heading("Digests").table(List.of("SHA-256 of", ""), rows(adder.digests()));
    }

    private static List<List<String>> rows(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> List.of(entry.getKey(), Numbers.plain(entry.getValue())))
                .toList();
    }
}
