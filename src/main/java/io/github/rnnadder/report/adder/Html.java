package io.github.rnnadder.report.adder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes HTML from top to bottom. The result is also well-formed XML. */
final class Html {

    private final StringBuilder html = new StringBuilder();

    /** Begins a document. Its colours follow the light or dark mode of the system. */
    Html begin(String title, String... styles) {
        line("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>")
                .line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .line("<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>" + escaped(title) + "</title>");
        return style(styles).line("</head>\n<body class=\"rnn-adder\">\n<main>");
    }

    Html end() {
        return line("</main>\n</body>\n</html>");
    }

    Html heading(String text) {
        return line("<h2>" + escaped(text) + "</h2>");
    }

    /** Writes a level-2 heading with an id, to which links can point. */
    Html heading(String id, String text) {
        return line("<h2 id=\"" + id + "\">" + escaped(text) + "</h2>");
    }

    Html paragraph(String text) {
        return line("<p>" + escaped(text) + "</p>");
    }

    /** Writes a block of code below its name. A block that is too wide scrolls by itself. */
    Html code(String name, String lines) {
        return line("<h3>" + escaped(name) + "</h3>\n<div class=\"code\" data-copy=\"" + escaped(name)
                + "\"><pre tabindex=\"0\"><code>" + escaped(lines) + "</code></pre></div>");
    }

    /** Writes a table. The first column names the rows. A table that is too wide scrolls by itself. */
    Html table(String name, List<String> header, List<List<String>> rows) {
        line("<div class=\"scroll\" role=\"region\" aria-label=\"" + escaped(name) + "\" tabindex=\"0\">\n<table>");
        html.append("<thead>\n<tr>");
        header.forEach(cell -> html.append("<th scope=\"col\">" + escaped(cell) + "</th>"));
        line("</tr>\n</thead>\n<tbody>");
        for (List<String> row : rows) {
            html.append("<tr><th scope=\"row\">" + escaped(row.get(0)) + "</th>");
            row.stream().skip(1).forEach(cell -> html.append("<td>" + escaped(cell) + "</td>"));
            line("</tr>");
        }
        return line("</tbody>\n</table>\n</div>");
    }

    /** Writes the content of style sheets, which are resources beside this class. */
    Html style(String... resources) {
        return line("<style>/*<![CDATA[*/").resources(resources).line("/*]]>*/</style>");
    }

    /** Writes JSON data for the scripts of the page. */
    Html data(String json) {
        return line("<script type=\"application/json\" id=\"rnn-adder-data\">" + json + "</script>");
    }

    /** Writes the content of scripts, which are resources beside this class, in one scope of their own. */
    Html script(String... resources) {
        return line("<script>//<![CDATA[\n(() => {\n'use strict';\n")
                .resources(resources)
                .line("})();\n//]]></script>");
    }

    private Html resources(String... names) {
        for (String name : names) {
            try (InputStream in = Html.class.getResourceAsStream(name)) {
                html.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(name + " lies beside this class", e);
            }
        }
        return this;
    }

    /** Writes a line of markup without escaping it. */
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
