package nienkhoa.sample;

import java.util.List;
import nienkhoa.sample.Curriculum.Trait;

/** What teachers write at the end of a year about a subject, about competences and about qualities. */
final class Remarks {

    private final Words words = Words.from("remarks.csv");

    /** @param level T, H or C */
    String subject(String code, String level, int grade, Dice dice) {
        String about = pick(code + "." + level, grade, dice);
        return dice.chance(0.55) ? about + " " + words.pick("close." + level, dice) : about;
    }

    /** A sentence a trait, as the merged cell of the transcript holds them; at most three, so that they fit it. */
    String traits(List<Trait> traits, Report report, Dice dice) {
        StringBuilder sentences = new StringBuilder();
        int first = dice.below(traits.size());
        for (int i = 0; i < Math.min(3, traits.size()); i++) {
            Trait trait = traits.get((first + i) % traits.size());
            String level = report.traits().getOrDefault(trait.code(), "Đ");
            sentences.append(i == 0 ? "" : " ").append(words.pick(trait.code() + "." + level, dice.of(trait.code())));
        }
        return sentences.toString();
    }

    private String pick(String kind, int grade, Dice dice) {
        String narrower = kind + (grade <= 2 ? ".1-2" : ".3-5");
        return words.has(narrower) && dice.chance(0.6) ? words.pick(narrower, dice) : words.pick(kind, dice);
    }
}
