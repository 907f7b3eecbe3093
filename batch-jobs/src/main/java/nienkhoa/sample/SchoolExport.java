package nienkhoa.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nienkhoa.model.Level;
import nienkhoa.model.SchoolYear;

/** Writes the folder of one school, class by class. */
final class SchoolExport {

    private final SchoolBooks books;
    private final ClassResultFile results;
    private final CommentsFile comments;
    private final SecondaryFiles secondary;

    SchoolExport(SchoolBooks books) {
        this.books = books;
        this.results = new ClassResultFile(books);
        this.comments = new CommentsFile(books);
        this.secondary = new SecondaryFiles(books);
    }

    /**
     * Writes all files.
     *
     * @param classDone called once for every class of every year
     * @return how many photos
     */
    int write(Runnable classDone) {
        try {
            new SchoolSheetFile(books).write();
            new RegistryFile(books).write();
            int photos = 0;
            for (int year = books.plan().firstYear();
                    year <= books.plan().year().start();
                    year++) {
                new ClassListFile(books).write(year);
                for (Track track : books.plan().tracks(year)) {
                    photos += section(year, track);
                    classDone.run();
                }
            }
            books.defects().strays(books);
            return photos;
        } catch (IOException e) {
            throw new UncheckedIOException(books.folder().toString(), e);
        }
    }

    /** What intake has to find in the written school, besides what it says about a clean one. */
    List<ExpectedFinding> expected() {
        return books.defects().expected();
    }

    private int section(int year, Track track) throws IOException {
        List<Roll.Line> lines = books.roll().list(year, track);
        if (!lines.isEmpty() && track.level() != Level.PRIMARY) {
            secondary.write(year, track);
        } else if (!lines.isEmpty()
                && Curriculum.isAssessed(new SchoolYear(year), books.roll().gradeOf(track, year))) {
            results.write(year, track);
            comments.write(year, track);
        }
        return photos(lines);
    }

    /** Everybody is photographed once: in the class list that names them last. */
    private int photos(List<Roll.Line> lines) throws IOException {
        int photos = 0;
        for (Roll.Line line : lines) {
            if (line.stay().equals(line.life().last())) {
                Person person = line.person();
                Dice dice = books.plan().dice().of("portrait", line.life().serial());
                PhotoFile.write(
                        new Portrait(dice, person.female()),
                        books.folder().resolve("anh/" + person.moetCode() + ".jpg"));
                books.defects().photographed(books, line.life(), person.moetCode());
                photos++;
            }
        }
        return photos;
    }
}
