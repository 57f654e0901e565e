package io.github.rnnadder.report.adder;

import io.github.rnnadder.base.text.Fraction;
import io.github.rnnadder.delivery.TrainedAdder;
import io.github.rnnadder.gate.Gate;
import io.github.rnnadder.model.config.TrainingConfig;
import io.github.rnnadder.model.evaluation.Evaluation;
import io.github.rnnadder.model.network.Weights;
import io.github.rnnadder.weights.Provenance;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The first screen of a page: what an adder is, how good, what it may be used for, how it came about, and how to load
 * it.
 *
 * @param adder what the card is about
 */
record AdderCard(TrainedAdder adder) {

    void write(Html html) {
        Standing standing = Standing.of(adder);
        html.line("<div class=\"rnn-adder-card " + standing.rank() + "\">")
                .line("<p class=\"verdict\"><span aria-hidden=\"true\">" + standing.sign() + "</span> <strong>"
                        + Html.escaped(standing.headline()) + "</strong></p>")
                .line("<dl>");
        entry(html, "Gate", gate());
        entry(html, "Use it for", standing.use());
        entry(html, "Not for", standing.not());
        entry(html, "Network", network(adder.stored().weights()));
        entry(html, "Training", training());
        Loading loading = new Loading(adder);
        code(html, "Java", loading.java(), otherwise("no loader was written; loaderClass"));
        code(html, "Python", Optional.of(loading.python()), "");
        code(html, "ONNX", loading.onnx(), otherwise("no model was written; onnx"));
        entry(html, "SHA-256", adder.digests().get("U, W and V") + " (of U, W and V)");
        html.line("</dl></div>");
    }

    private static void entry(Html html, String name, String text) {
        html.line("<dt>" + name + "</dt><dd>" + Html.escaped(text) + "</dd>");
    }

    private static void code(Html html, String name, Optional<String> line, String otherwise) {
        html.line("<dt>" + name + "</dt><dd>"
                + line.map(it -> "<code>" + Html.escaped(it) + "</code>").orElse(otherwise) + "</dd>");
    }

    /** Says why there is nothing to load: what the gate refused has weights for a look, and no more. */
    private String otherwise(String withoutParameter) {
        return adder.passes() || adder.loader().isPresent()
                ? withoutParameter + " in the configuration of train does it"
                : "none was written: the gate refused this adder";
    }

    private String gate() {
        Gate gate = adder.check().gate();
        Evaluation evaluation = adder.evaluation();
        String accuracy = Gate.counts(evaluation) + " ("
                + Fraction.percent(evaluation.correctSums(), evaluation.totalSums()) + ", required "
                + Fraction.percent(gate.threshold()) + ")";
        if (adder.passes()) {
            return "Passed: " + accuracy + (gate.certify() ? ", and proved right at every width." : ".");
        }
        if (!gate.passes(evaluation)) {
            return "Failed: " + accuracy + ".";
        }
        return "Failed: " + (adder.counterexample().isPresent() ? "a sum comes out wrong" : "there is no proof")
                + ", and a proof for every width is required. Measured: " + accuracy + ".";
    }

    private static String network(Weights weights) {
        int h = weights.hiddenSize();
        int u = h * Weights.INPUTS;
        return h + " hidden units; " + weights.count() + " parameters, doubles: " + u + " in U, " + h * h + " in W, "
                + h + " in V.";
    }

    private String training() {
        Provenance provenance = adder.provenance();
        TrainingConfig config = provenance.config();
        OptionalLong perfect = adder.stored().firstPerfectWindow();
        return config.iterations() + " sums, " + config.initializer().key() + ", learning rate "
                + Numbers.plain(config.learningRate()) + ", weight decay " + Numbers.plain(config.weightDecay())
                + ", seed "
                + provenance.seedUsed() + ", plugin " + provenance.pluginVersion()
                + (perfect.isPresent() ? "; the first window without a wrong sum ends at " + perfect.getAsLong() : "")
                + ".";
    }
}
