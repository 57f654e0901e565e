package io.github.rnnadder.report.adder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes HTML from top to bottom; the result is well-formed XML, too. */
final class Html {

    private final StringBuilder html = new StringBuilder();

    /** Begins a document, whose colours follow the light or dark mode of the system. */
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

    /** Writes a heading that links lead to. */
    Html heading(String id, String text) {
        return line("<h2 id=\"" + id + "\">" + escaped(text) + "</h2>");
    }

    Html paragraph(String text) {
        return line("<p>" + escaped(text) + "</p>");
    }

    /** Writes code below its name. If it is too wide, it scrolls, not the page. */
    Html code(String name, String lines) {
        return line("<h3>" + escaped(name) + "</h3>\n<div class=\"code\" data-copy=\"" + escaped(name)
                + "\"><pre tabindex=\"0\"><code>" + escaped(lines) + "</code></pre></div>");
    }

    /** Writes a table. Its first column names the rows. On a narrow screen it scrolls, not the page. */
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

    /** Writes style sheets that lie beside this class. */
    Html style(String... resources) {
        return line("<style>/*<![CDATA[*/").resources(resources).line("/*]]>*/</style>");
    }

    /** Writes data for the scripts. */
    Html data(String json) {
        return line("<script type=\"application/json\" id=\"rnn-adder-data\">" + json + "</script>");
    }

    /** Writes scripts that lie beside this class, in a scope of their own. */
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
