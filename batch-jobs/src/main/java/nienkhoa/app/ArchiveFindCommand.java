package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nienkhoa.archive.search.RecordSearch;
import nienkhoa.archive.search.RecordSearch.Child;
import nienkhoa.archive.search.RecordSearch.State;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code archive find}: what the archive holds about students, asked for by code or name, one by one or as a list; their
 * own documents are handed out into a folder if that is wanted, as an act.
 */
@Command(name = "find", sortOptions = false)
final class ArchiveFindCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", arity = "0..*", paramLabel = "031214000123|\"Nguyễn Văn An\"", descriptionKey = "find-who")
    private List<String> terms = List.of();

    @Option(names = "--list", paramLabel = "${bundle:label.file}", descriptionKey = "find-list")
    private Optional<Path> list = Optional.empty();

    @Option(names = "--to", paramLabel = "${bundle:label.folder}", descriptionKey = "find-to")
    private Optional<Path> to = Optional.empty();

    @Option(names = "--by", paramLabel = "p02", descriptionKey = "by")
    private String by = "";

    @Mixin
    private HandOutRequest request = new HandOutRequest();

    ArchiveFindCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param unread numbers of rows in which nobody was recognised
     * @param handedOut files
     * @param sheet for signature and stamp; empty if there is none
     */
    record Result(List<Answer> answers, List<Integer> unread, int handedOut, String sheet) {

        boolean isWhole() {
            return unread.isEmpty() && answers.stream().allMatch(Answer::isFound);
        }
    }

    /**
     * The answer to one question.
     *
     * @param number from 1
     * @param row of the list; 0 if there is none
     * @param students several for namesakes, none if the register knows nobody
     */
    record Answer(int number, int row, List<Child> students) {

        /** Whether something in the archive is this student's. */
        boolean isFound() {
            return students.stream()
                    .flatMap(child -> child.documents().stream())
                    .anyMatch(held -> held.state() == State.ARCHIVED);
        }
    }

    @Override
    public Integer call() {
        WantedList wanted = wanted();
        if (to.isPresent() && by.isEmpty()) {
            throw Problem.wrongUse("S030_ARGUMENT_MISSING", "--by");
        }
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Optional<Person> person =
                    to.map(folder -> application.part(People.class).acting(by, Role.HEAD, Role.ARCHIVIST));
            RecordSearch search = application.part(RecordSearch.class);
            List<Answer> answers = new ArrayList<>();
            for (WantedChild child : wanted.wanted()) {
                answers.add(new Answer(answers.size() + 1, child.row(), search.children(child.ids(search))));
            }
            Result result = person.map(giver -> handedOut(application, answers, wanted.unread(), giver))
                    .orElseGet(() -> new Result(answers, wanted.unread(), 0, ""));
            console.result(result, FindTexts.text(result, to, console));
            return (result.isWhole() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        }
    }

    private Result handedOut(Application application, List<Answer> answers, List<Integer> unread, Person giver) {
        Path folder = to.orElseThrow();
        HandedOut.Out out =
                new HandedOut(PackageDesk.archive(root), folder, application.part(Acts.class)).handOut(answers, giver);
        String sheet = HandOutSheet.in(application)
                .write(folder, giver, request, HandOutSheet.What.FILES, out.files(), out.act())
                .map(Path::toString)
                .orElse("");
        return new Result(answers, unread, out.files().size(), sheet);
    }

    private WantedList wanted() {
        if (terms.isEmpty() == list.isEmpty()) {
            throw Problem.wrongUse("S293_WHO_IS_WANTED");
        }
        if (list.isPresent()) {
            return WantedList.read(list.get());
        }
        List<WantedChild> wanted = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            String number = Integer.toString(i + 1);
            wanted.add(WantedChild.of(terms.get(i)).orElseThrow(() -> Problem.wrongUse("S294_NOT_UNDERSTOOD", number)));
        }
        return new WantedList(wanted, List.of());
    }
}
