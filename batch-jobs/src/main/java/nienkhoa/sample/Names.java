package nienkhoa.sample;

/** Full names after the custom of the ethnic group, the sex and the generation. */
final class Names {

    private final Words words = Words.from("names.csv");

    String ethnicity(Dice dice) {
        return words.pick("ethnicity", dice);
    }

    /** Family name of a group that has them; otherwise the clan. */
    String family(String ethnicity, Dice dice) {
        String kind = "family." + ethnicity;
        String clan = "last." + ethnicity;
        return words.pick(words.has(kind) ? kind : words.has(clan) ? clan : "family", dice);
    }

    String child(String family, String ethnicity, boolean female, Dice dice) {
        return name(family, ethnicity, female ? "female" : "male", "young", dice);
    }

    String adult(String family, String ethnicity, boolean female, Dice dice) {
        return name(family, ethnicity, female ? "female" : "male", "old", dice);
    }

    private String name(String family, String ethnicity, String sex, String generation, Dice dice) {
        String first = "first." + ethnicity + "." + sex;
        if (words.has(first)) {
            return words.pick(first, dice) + " " + family;
        }
        String tail = "tail." + ethnicity + "." + sex;
        if (words.has(tail)) {
            return family + " " + words.pick(tail, dice);
        }
        String middle = words.pick("middle." + sex + "." + generation, dice);
        String given = words.pick("given." + sex + "." + generation, dice);
        while (middle.endsWith(given)) {
            given = words.pick("given." + sex + "." + generation, dice);
        }
        return family + " " + middle + " " + given;
    }
}
