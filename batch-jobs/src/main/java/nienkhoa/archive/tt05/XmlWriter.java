package nienkhoa.archive.tt05;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML as it is told, without keeping it: UTF-8, an element a line, the same bytes everywhere. */
final class XmlWriter {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    /** The stream stays open. */
    XmlWriter(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** @param attributes names and values in turn; those with an empty value are left out */
    XmlWriter start(String name, String... attributes) throws IOException {
        begin(name, attributes);
        out.write(">\n");
        open.push(name);
        return this;
    }

    XmlWriter end() throws IOException {
        String name = open.pop();
        indent();
        out.write("</" + name + ">\n");
        return this;
    }

    XmlWriter empty(String name, String... attributes) throws IOException {
        begin(name, attributes);
        out.write("/>\n");
        return this;
    }

    XmlWriter text(String name, String content, String... attributes) throws IOException {
        begin(name, attributes);
        out.write(">");
        escape(content);
        out.write("</" + name + ">\n");
        return this;
    }

    /** Ends whatever is open. */
    void finish() throws IOException {
        while (!open.isEmpty()) {
            end();
        }
        out.flush();
    }

    private void begin(String name, String... attributes) throws IOException {
        indent();
        out.write("<" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.write(" " + attributes[i] + "=\"");
                escape(attributes[i + 1]);
                out.write("\"");
            }
        }
    }

    private void indent() throws IOException {
        for (int i = 0; i < open.size(); i++) {
            out.write("  ");
        }
    }

    private void escape(String text) throws IOException {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            switch (character) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\t', '\n', '\r' -> out.write("&#" + character + ";");
                default -> out.write(Character.toString(isAllowed(character) ? character : '\ufffd'));
            }
        }
    }

    /** XML 1.0, production 2. */
    private static boolean isAllowed(int character) {
        return (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
