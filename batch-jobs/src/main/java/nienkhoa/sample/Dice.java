package nienkhoa.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A stream of chance that depends on nothing but a seed and the purpose and keys by which it was derived (SplitMix64).
 * Deriving does not move the stream, so what one part of a district draws never changes another part.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    Dice(long seed) {
        this.origin = mix(seed + GOLDEN);
        this.state = origin;
    }

    /** A stream of its own for this purpose and these keys. */
    Dice of(String purpose, long... keys) {
        long derived = origin;
        for (int i = 0; i < purpose.length(); i++) {
            derived = mix(derived * 31 + purpose.charAt(i));
        }
        for (long key : keys) {
            derived = mix(derived + GOLDEN * (key + 1));
        }
        return new Dice(derived);
    }

    /** From 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** From 0 to 1, 1 excluded. */
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /** A copy in an order of chance. */
    <T> List<T> shuffled(List<T> from) {
        List<T> shuffled = new ArrayList<>(from);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, below(i + 1));
        }
        return shuffled;
    }

    /** About normal with mean 0 and deviation 1, never beyond ±6. */
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += share();
        }
        return sum;
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
