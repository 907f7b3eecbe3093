package nienkhoa.forms;

/** Grades from one to another, both included. Written {@code 4}, {@code 1-2} or {@code all}. */
record GradeRange(int from, int to) {

    static final GradeRange ALL = new GradeRange(Integer.MIN_VALUE, Integer.MAX_VALUE);

    static GradeRange parse(String text) {
        if (text.equals("all")) {
            return ALL;
        }
        int dash = text.indexOf('-');
        if (dash < 0) {
            return new GradeRange(Integer.parseInt(text), Integer.parseInt(text));
        }
        return new GradeRange(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    boolean holds(int grade) {
        return from <= grade && grade <= to;
    }
}
