package nienkhoa.forms.fill;

/** These data ask for something that only the engine's filler does, such as to break a text over two pages. */
final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unfit(String why) {
        super(why);
    }

    static void unless(boolean fits, String why) {
        if (!fits) {
            throw new Unfit(why);
        }
    }
}
