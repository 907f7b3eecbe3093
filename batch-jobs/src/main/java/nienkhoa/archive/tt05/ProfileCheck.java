package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nienkhoa.archive.tt05.Profile.Rule;
import org.jspecify.annotations.Nullable;

/** Judges one package by a profile, file by file and each file in one pass. */
public final class ProfileCheck {

    private ProfileCheck() {}

    /** @param file path in the package; the first that the rule is of if none is there */
    public record Broken(Rule rule, String file) {}

    /**
     * Every rule that is broken, once a file.
     *
     * @param files of the package by their paths
     * @throws IOException if a file cannot be read or is no XML
     */
    public static List<Broken> of(Profile profile, Map<String, Path> files) throws IOException {
        List<Broken> broken = new ArrayList<>();
        for (Rule rule : profile.rules()) {
            long found = files.keySet().stream().filter(rule::isOf).count();
            if (rule.at() == null && !rule.isSatisfiedBy((int) found)) {
                broken.add(new Broken(rule, rule.files().get(0)));
            }
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            List<Rule> rules = profile.rules().stream()
                    .filter(rule -> rule.at() != null && rule.isOf(file.getKey()))
                    .toList();
            if (!rules.isEmpty()) {
                try (InputStream in = Files.newInputStream(file.getValue())) {
                    new Pass(rules).broken(in).forEach(rule -> broken.add(new Broken(rule, file.getKey())));
                } catch (XMLStreamException e) {
                    throw new IOException(file.getKey(), e);
                }
            }
        }
        return broken;
    }

    /** One file. */
    private static final class Pass {

        private final List<Rule> rules;
        private final Map<Rule, Integer> counts = new HashMap<>();
        private final List<Rule> broken = new ArrayList<>();
        private final Deque<Element> open = new ArrayDeque<>();

        /** An element that is not ended yet, with the rules about its text. */
        private record Element(String path, List<Rule> aboutText, StringBuilder text) {}

        Pass(List<Rule> rules) {
            this.rules = rules;
        }

        List<Rule> broken(InputStream in) throws XMLStreamException {
            XMLStreamReader xml = PackageList.factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamReader.START_ELEMENT -> start(xml);
                    case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA ->
                        open.peek().text().append(xml.getText());
                    case XMLStreamReader.END_ELEMENT -> end(open.pop());
                    default -> {}
                }
            }
            rules.stream()
                    .filter(rule -> !rule.isSatisfiedBy(counts.getOrDefault(rule, 0)))
                    .forEach(this::add);
            return broken;
        }

        private void start(XMLStreamReader xml) {
            String path = open.isEmpty() ? xml.getLocalName() : open.peek().path() + "/" + xml.getLocalName();
            List<Rule> aboutText = new ArrayList<>();
            for (Rule rule : rules) {
                if (!path.equals(rule.at()) || !isMeant(rule, xml)) {
                    continue;
                }
                counts.merge(rule, 1, Integer::sum);
                if (rule.attribute() != null && !rule.allows(attribute(xml, rule.attribute()))) {
                    add(rule);
                } else if (rule.attribute() == null && rule.saysHow()) {
                    aboutText.add(rule);
                }
            }
            open.push(new Element(path, aboutText, new StringBuilder()));
        }

        private void end(Element element) {
            for (Rule rule : element.aboutText()) {
                if (!rule.allows(element.text().toString())) {
                    add(rule);
                }
            }
        }

        private void add(Rule rule) {
            if (!broken.contains(rule)) {
                broken.add(rule);
            }
        }

        private static boolean isMeant(Rule rule, XMLStreamReader xml) {
            return rule.where() == null
                    || rule.where().entrySet().stream()
                            .allMatch(condition -> condition.getValue().equals(attribute(xml, condition.getKey())));
        }

        /** By its name alone: in these files no two attributes of an element differ by their prefix only. */
        private static @Nullable String attribute(XMLStreamReader xml, String name) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(name)) {
                    return xml.getAttributeValue(i);
                }
            }
            return null;
        }
    }
}
