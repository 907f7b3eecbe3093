package nienkhoa.app;

import java.util.ArrayList;
import java.util.List;

/** A page for a browser: text and pictures, no scripts. */
final class Html {

    private static final String STYLE =
            "body{font-family:sans-serif;margin:2em;color:#222}img{border:1px solid #999;margin:4px;max-width:100%}"
                    + "table{border-collapse:collapse}td,th{border:1px solid #999;padding:3px 8px;text-align:left;"
                    + "vertical-align:top}.side img{max-width:32%}.pages img{max-width:48%}";

    private final List<String> lines = new ArrayList<>();

    Html(String language, String title) {
        lines.add("<!DOCTYPE html>");
        lines.add("<html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>" + escape(title)
                + "</title><style>" + STYLE + "</style></head><body>");
        lines.add("<h1>" + escape(title) + "</h1>");
    }

    Html heading(String text) {
        lines.add("<h2>" + escape(text) + "</h2>");
        return this;
    }

    Html text(String text) {
        lines.add("<p>" + escape(text) + "</p>");
        return this;
    }

    Html link(String file, String text) {
        lines.add("<p><a href=\"" + escape(file) + "\">" + escape(text) + "</a></p>");
        return this;
    }

    /** @param layout {@code pages} or {@code side} */
    Html pictures(String layout, List<String> files) {
        StringBuilder pictures = new StringBuilder("<div class=\"" + layout + "\">");
        files.forEach(
                file -> pictures.append("<img src=\"").append(escape(file)).append("\" alt=\"\">"));
        lines.add(pictures.append("</div>").toString());
        return this;
    }

    /** The first row is the head. */
    Html table(List<List<String>> rows) {
        lines.add("<table>");
        for (int i = 0; i < rows.size(); i++) {
            String cell = i == 0 ? "th" : "td";
            StringBuilder row = new StringBuilder("<tr>");
            rows.get(i)
                    .forEach(text ->
                            row.append("<" + cell + ">").append(escape(text)).append("</" + cell + ">"));
            lines.add(row.append("</tr>").toString());
        }
        lines.add("</table>");
        return this;
    }

    String end() {
        return String.join("\n", lines) + "\n</body></html>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
