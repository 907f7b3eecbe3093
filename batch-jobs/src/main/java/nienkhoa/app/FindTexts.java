package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.app.ArchiveFindCommand.Answer;
import nienkhoa.app.ArchiveFindCommand.Result;
import nienkhoa.archive.keeping.KeepingLength;
import nienkhoa.archive.search.RecordSearch.Child;
import nienkhoa.archive.search.RecordSearch.Held;

/** What {@code archive find} says to people. */
final class FindTexts {

    private FindTexts() {}

    static String text(Result result, Optional<Path> to, Console console) {
        List<String> lines = new ArrayList<>();
        for (Answer answer : result.answers()) {
            String asked = answer.row() == 0
                    ? Integer.toString(answer.number())
                    : PackageDesk.text(console, "FIND_ROW", "" + answer.number(), "" + answer.row());
            if (answer.students().isEmpty()) {
                lines.add(PackageDesk.text(console, "FIND_NOBODY", asked));
            }
            if (answer.students().size() > 1) {
                lines.add(PackageDesk.text(
                        console, "FIND_NAMESAKES", asked, "" + answer.students().size()));
            }
            answer.students().forEach(child -> lines.addAll(child(asked, child, console)));
        }
        result.unread().forEach(row -> lines.add(PackageDesk.text(console, "FIND_UNREAD_ROW", "" + row)));
        long found = result.answers().stream().filter(Answer::isFound).count();
        lines.add(PackageDesk.text(console, "FIND_COUNT", "" + result.answers().size(), "" + found));
        to.ifPresent(folder ->
                lines.add(PackageDesk.text(console, "FIND_HANDED_OUT", "" + result.handedOut(), folder.toString())));
        if (result.handedOut() > 0) {
            lines.add(HandOutSheet.text(console, result.sheet()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String born(String known, Console console) {
        if (KeepingLength.isDay(known)) {
            return KeepingTexts.kept(console, known);
        }
        return known.isEmpty() ? "?" : known;
    }

    private static List<String> child(String asked, Child child, Console console) {
        List<String> lines = new ArrayList<>();
        String born = born(child.birthDate(), console);
        lines.add(PackageDesk.text(console, "FIND_STUDENT", asked, child.name(), born, child.id()));
        if (child.documents().isEmpty()) {
            lines.add(PackageDesk.text(console, "FIND_NO_DOCUMENTS"));
        }
        for (Held held : child.documents()) {
            lines.add(PackageDesk.text(
                    console,
                    "FIND_" + held.state().name(),
                    held.document(),
                    held.dossier(),
                    "" + held.version(),
                    "" + held.pages()));
        }
        child.among()
                .forEach(among ->
                        lines.add(PackageDesk.text(console, "FIND_AMONG", among.dossier(), "" + among.version())));
        return lines;
    }
}
