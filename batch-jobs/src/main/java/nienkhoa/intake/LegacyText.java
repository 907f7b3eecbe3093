package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nienkhoa.intake.LegacyEvidence.Column;

/**
 * Tells text in letters of the time before Unicode from text that only looks strange, and reads it.
 *
 * <p>Text with a Vietnamese Unicode letter beyond Latin-1 is never touched. Other text is read in an old encoding only if
 * its words, wrong as they stand, all become Vietnamese syllables. One such word alone, without a sign that no language
 * writes inside a word, is believed only if the column or the sheet has held certain text of the encoding
 * before.
 */
final class LegacyText {

    private static final int CERTAIN_WORDS = 2;
    private static final LegacyTables TABLES = LegacyTables.bundled();

    /** More different words than any export has in letters of Latin-1 alone; what comes later is worked out each time. */
    private static final int REMEMBERED = 5_000;

    private static final int LONGEST_REMEMBERED = 16;

    /** Made of syllables alone, so what is known depends on no order. */
    private static final Map<Encoding, Map<String, Word>> WORDS =
            Map.of(Encoding.TCVN3, new ConcurrentHashMap<>(), Encoding.VNI, new ConcurrentHashMap<>());

    private LegacyText() {}

    /** Old encodings, with the rule by which their text is changed. */
    enum Encoding {
        TCVN3(ChangeRule.LEGACY_TCVN3),
        VNI(ChangeRule.LEGACY_VNI);

        private final ChangeRule rule;

        Encoding(ChangeRule rule) {
            this.rule = rule;
        }

        /** The same syllables come again and again. */
        private Word read(String word) {
            Map<String, Word> words = WORDS.getOrDefault(this, Map.of());
            Word known = words.get(word);
            if (known != null) {
                return known;
            }
            Word read = Word.of(word, this);
            if (words.size() < REMEMBERED && word.length() <= LONGEST_REMEMBERED) {
                words.put(word, read);
            }
            return read;
        }
    }

    /**
     * One word as an encoding would read it.
     *
     * @param wrong whether it is no Vietnamese as it stands
     * @param mended whether the encoding makes Vietnamese of it
     * @param marked whether it also holds a sign that no language writes inside a word
     * @param unread whether the encoding makes nothing of it
     */
    private record Word(boolean wrong, boolean mended, boolean marked, boolean unread) {

        static Word of(String word, Encoding encoding) {
            boolean wrong = !TABLES.isSyllable(word);
            Optional<String> converted = TABLES.convertWord(word, encoding);
            boolean right = converted.filter(TABLES::isSyllable).isPresent();
            boolean mended = right && wrong && word.length() > 1;
            boolean read =
                    right || converted.filter(LegacyTables::isAbbreviation).isPresent();
            return new Word(wrong, mended, mended && TABLES.isMarked(word, encoding), !read);
        }
    }

    /**
     * @param text converted, or as it was
     * @param rule meaningless if the text is as it was
     */
    record Verdict(String text, ChangeRule rule, boolean isDoubtful) {}

    /** Whether a text needs to be judged at all; nearly none does, and asking costs nothing. */
    static boolean mayBe(String text) {
        boolean high = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xFF && !isPunctuation(c)) {
                return false;
            }
            high |= isHigh(c);
        }
        return high;
    }

    private static boolean isPunctuation(char c) {
        return c >= 0x2010 && c <= 0x203A;
    }

    private static boolean isHigh(char c) {
        return c > 0xA0 && c <= 0xFF;
    }

    static Verdict judge(String text, Column evidence) {
        Verdict asItIs = new Verdict(text, ChangeRule.LEGACY_TCVN3, false);
        if (!mayBe(text)) {
            return asItIs;
        }
        List<String> words = words(text);
        List<Reading> readings = new ArrayList<>(2);
        for (Encoding encoding : Encoding.values()) {
            Reading reading = new Reading(encoding, words);
            if (reading.makesSense()) {
                readings.add(reading);
            }
        }
        Optional<Reading> chosen = choose(readings, evidence);
        if (chosen.isEmpty()) {
            boolean doubtful = !readings.isEmpty() || mayBeAsTheOthers(words, evidence);
            return new Verdict(text, asItIs.rule(), doubtful);
        }
        Encoding encoding = chosen.get().encoding;
        if (chosen.get().isCertain()) {
            evidence.found(encoding);
        }
        return new Verdict(TABLES.convert(text, encoding), encoding.rule, false);
    }

    /** Words that are good Vietnamese as they stand, in a column of an encoding in which they are so too. */
    private static boolean mayBeAsTheOthers(List<String> words, Column evidence) {
        for (Encoding encoding : Encoding.values()) {
            if (evidence.speaksFor(encoding) && new Reading(encoding, words).unread == 0) {
                return true;
            }
        }
        return false;
    }

    /** A header or title, where a wrong guess does no harm because it would be no known word either way. */
    static String likely(String text) {
        if (!mayBe(text)) {
            return text;
        }
        List<String> words = words(text);
        return single(Arrays.stream(Encoding.values())
                        .map(encoding -> new Reading(encoding, words))
                        .filter(Reading::isWhole)
                        .toList())
                .map(reading -> TABLES.convert(text, reading.encoding))
                .orElse(text);
    }

    private static Optional<Reading> choose(List<Reading> readings, Column evidence) {
        List<Reading> whole = readings.stream()
                .filter(reading -> reading.isWhole() && reading.wrong > 0)
                .toList();
        if (whole.size() == 1 && whole.get(0).isCertain()) {
            return single(whole);
        }
        return single(whole.stream()
                .filter(reading -> evidence.speaksFor(reading.encoding))
                .toList());
    }

    private static Optional<Reading> single(List<Reading> readings) {
        return readings.size() == 1 ? Optional.of(readings.get(0)) : Optional.empty();
    }

    /** Words with letters beyond ASCII; signs such as µ count as letters, since in the old encodings they are. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !LegacyTables.isPartOfWord(text.charAt(i))) {
                String word = text.substring(start, i);
                if (word.chars().anyMatch(c -> isHigh((char) c))) {
                    words.add(word);
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** The words of a text as one encoding would read them. */
    private static final class Reading {

        private final Encoding encoding;
        private int wrong;
        private int mended;
        private int unread;
        private boolean marked;

        Reading(Encoding encoding, List<String> words) {
            this.encoding = encoding;
            words.forEach(this::word);
        }

        private void word(String word) {
            Word read = encoding.read(word);
            wrong += read.wrong() ? 1 : 0;
            mended += read.mended() ? 1 : 0;
            unread += read.unread() ? 1 : 0;
            marked |= read.marked();
        }

        boolean makesSense() {
            return mended > 0;
        }

        boolean isWhole() {
            return mended > 0 && unread == 0;
        }

        boolean isCertain() {
            return isWhole() && (mended >= CERTAIN_WORDS || marked);
        }
    }
}
