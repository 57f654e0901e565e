package io.github.rnnadder.report;

import java.util.List;

/** A piece of HTML, written from top to bottom. */
final class Html {

    private final StringBuilder html = new StringBuilder();

    Html heading(String text) {
        return line("<h2>" + escaped(text) + "</h2>");
    }

    Html paragraph(String text) {
        return line("<p>" + escaped(text) + "</p>");
    }

    /** Writes a table; on a narrow screen it scrolls, not the page. */
    Html table(List<String> header, List<List<String>> rows) {
        line("<div style=\"overflow-x:auto\"><table class=\"table table-striped\">");
        if (!header.isEmpty()) {
            row("th style=\"text-align:left\"", "th", header);
        }
        rows.forEach(row -> row("td", "td", row));
        return line("</table></div>");
    }

    private void row(String opening, String closing, List<String> texts) {
        html.append("<tr>");
        texts.forEach(text -> html.append("<" + opening + ">" + escaped(text) + "</" + closing + ">"));
        line("</tr>");
    }

    /** Shows a picture as wide as it is meant to be, or as there is room. */
    Html figure(Figure figure, String source) {
        line("<figure style=\"margin:1em 0;max-width:" + figure.width() + "px\">");
        line("<img src=\"" + escaped(source) + "\" width=\"" + figure.width() + "\" height=\"" + figure.height()
                + "\" style=\"width:100%;height:auto\" alt=\"" + escaped(figure.alternative()) + "\"/>");
        line("<figcaption>" + escaped(figure.caption()) + "</figcaption>");
        return line("</figure>");
    }

    private Html line(String line) {
        html.append(line).append('\n');
        return this;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
