package nienkhoa.retention;

/**
 * Something wrong in the data files.
 *
 * @param file path inside {@code circulars/}, for example {@code 27-2016-TT-BGDDT/rules.yaml}
 * @param id the rule or entry; empty if it is about the whole file
 * @param what what is wrong, English: it is read by whoever edits the file
 */
public record Problem(String file, String id, String what) {

    @Override
    public String toString() {
        return file + (id.isEmpty() ? "" : " [" + id + "]") + ": " + what;
    }
}
