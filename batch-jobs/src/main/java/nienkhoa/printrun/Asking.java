package nienkhoa.printrun;

import java.time.Duration;
import nienkhoa.printrun.SendLoop.Patience;
import nienkhoa.printrun.SendLoop.Rest;

/** Asks a printer until it answers, with longer and longer waits, and gives up in the end. */
record Asking(Destination destination, Patience patience, Rest pause) {

    /** Something that a printer may not answer. */
    interface Question<T> {
        T ask() throws PrinterGone;
    }

    <T> T ask(Question<T> question) throws Stopped {
        Duration between = patience.shortest();
        for (int asked = 1; ; asked++) {
            try {
                return question.ask();
            } catch (PrinterGone e) {
                if (asked == patience.tries()) {
                    throw new Stopped(Trouble.Kind.GONE, destination.name());
                }
                rest(between);
                between = shorter(between.multipliedBy(2), patience.longest());
            }
        }
    }

    void rest(Duration time) {
        pause.rest(time);
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
