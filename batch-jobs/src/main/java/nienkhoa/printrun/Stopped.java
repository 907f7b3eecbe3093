package nienkhoa.printrun;

/** A run cannot go on without a person. */
final class Stopped extends Exception {

    private final transient Trouble trouble;

    Stopped(Trouble.Kind kind, String... args) {
        super(kind.name());
        this.trouble = Trouble.of(kind, args);
    }

    Trouble trouble() {
        return trouble;
    }
}
