package nienkhoa.archive.keeping;

/** Compares how long is kept, as days and words: {@code 2029-12-31}, {@code permanent}, {@code unconfirmed} … */
public final class KeepingLength {

    private KeepingLength() {}

    /**
     * Whether records would be kept for less time than before. A period that had not started has no length yet, so
     * nothing shortens it.
     */
    public static boolean shortens(String was, String now) {
        if (was.equals(now) || was.equals("not-started") || was.equals("return-to-student")) {
            return false;
        }
        return rank(now) < rank(was) || (isDay(was) && isDay(now) && now.compareTo(was) < 0);
    }

    private static int rank(String kept) {
        return switch (kept) {
            case "return-to-student" -> 0;
            case "not-started" -> 2;
            case "unconfirmed" -> 3;
            case "unruled" -> 4;
            case "permanent" -> 5;
            default -> 1;
        };
    }

    public static boolean isDay(String kept) {
        return kept.matches("\\d{4}-\\d{2}-\\d{2}");
    }
}
