package io.github.rnnadder.report.adder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A piece of HTML, written from top to bottom, and well-formed as XML too. */
final class Html {

    private final StringBuilder html = new StringBuilder();

    Html heading(String text) {
        return line("<h2>" + escaped(text) + "</h2>");
    }

    Html paragraph(String text) {
        return line("<p>" + escaped(text) + "</p>");
    }

    /** Shows lines as they are; where there is no room for them, they scroll, not the page. */
    Html code(String lines) {
        return line("<pre style=\"overflow-x:auto\" tabindex=\"0\"><code>" + escaped(lines) + "</code></pre>");
    }

    /** Writes a table; on a narrow screen it scrolls, not the page. */
    Html table(List<String> header, List<List<String>> rows) {
        return line("<div style=\"overflow-x:auto\"><table class=\"table table-striped\">")
                .rows(header, rows)
                .line("</table></div>");
    }

    /** Writes a table that a script finds by its id. */
    Html table(String id, String caption, List<String> header, List<List<String>> rows) {
        return line("<table id=\"" + id + "\" class=\"table\"><caption>" + escaped(caption) + "</caption>")
                .rows(header, rows)
                .line("</table>");
    }

    private Html rows(List<String> header, List<List<String>> rows) {
        if (!header.isEmpty()) {
            line("<thead>").row("th scope=\"col\"", "th", header).line("</thead>");
        }
        line("<tbody>");
        rows.forEach(row -> row("td", "td", row));
        return line("</tbody>");
    }

    private Html row(String opening, String closing, List<String> texts) {
        html.append("<tr>");
        texts.forEach(text -> html.append("<" + opening + ">" + escaped(text) + "</" + closing + ">"));
        return line("</tr>");
    }

    /** Shows a picture as wide as it is meant to be, or as there is room; at night its dark look. */
    Html figure(Figure figure, String directory) {
        line("<figure style=\"margin:1em 0;max-width:" + figure.width() + "px\">");
        line("<picture class=\"rnn-adder-figure\"><source media=\"(prefers-color-scheme: dark)\" srcset=\""
                + source(figure, directory, Palette.DARK) + "\"/>");
        line("<img src=\"" + source(figure, directory, Palette.LIGHT) + "\" width=\"" + figure.width() + "\" height=\""
                + figure.height() + "\" style=\"width:100%;height:auto\" alt=\"" + escaped(figure.alternative())
                + "\"/></picture>");
        line("<figcaption>" + escaped(figure.caption()) + "</figcaption>");
        return line("</figure>");
    }

    private static String source(Figure figure, String directory, Palette palette) {
        return escaped(directory + "/" + figure.file(palette));
    }

    /** Writes a style sheet that lies beside this class. */
    Html style(String resource) {
        return line("<style>/*<![CDATA[*/").lines(resource).line("/*]]>*/</style>");
    }

    /** Writes a script that lies beside this class. */
    Html script(String resource) {
        return line("<script>//<![CDATA[").lines(resource).line("//]]></script>");
    }

    private Html lines(String resource) {
        try (InputStream in = Html.class.getResourceAsStream(resource)) {
            html.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(resource + " lies beside this class", e);
        }
    }

    /** Writes markup. */
    Html line(String line) {
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
