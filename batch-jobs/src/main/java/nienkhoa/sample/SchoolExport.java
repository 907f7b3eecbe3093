package nienkhoa.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import nienkhoa.model.SchoolYear;

/** Writes the folder of one school, class by class. */
final class SchoolExport {

    private final SchoolBooks books;
    private final ClassResultFile results;
    private final CommentsFile comments;

    SchoolExport(SchoolBooks books) {
        this.books = books;
        this.results = new ClassResultFile(books);
        this.comments = new CommentsFile(books);
    }

    /**
     * Writes all files.
     *
     * @param sectionDone called once for every section of the target year
     * @return how many photos
     */
    int write(Runnable sectionDone) {
        try {
            new SchoolSheetFile(books).write();
            new RegistryFile(books).write();
            int photos = photos();
            int target = books.plan().year().start();
            for (int year = books.roll().firstYear(); year <= target; year++) {
                new ClassListFile(books).write(year);
                for (Track track : books.roll().sections(year)) {
                    section(year, track);
                    if (year == target) {
                        sectionDone.run();
                    }
                }
            }
            return photos;
        } catch (IOException e) {
            throw new UncheckedIOException(books.folder().toString(), e);
        }
    }

    private void section(int year, Track track) throws IOException {
        if (Curriculum.inForce(new SchoolYear(year), books.roll().gradeOf(track, year))) {
            results.write(year, track);
            comments.write(year, track);
        }
    }

    private int photos() throws IOException {
        for (Life life : books.roll().lives()) {
            Person person = books.people().of(life);
            Dice dice = books.plan().dice().of("portrait", life.serial());
            PhotoFile.write(
                    new Portrait(dice, person.female()), books.folder().resolve("anh/" + person.moetCode() + ".jpg"));
        }
        return books.roll().lives().size();
    }
}
