package nienkhoa.sample;

import java.time.LocalDate;
import nienkhoa.sample.Person.Family;
import nienkhoa.sample.Person.Home;
import nienkhoa.sample.Person.Origin;
import nienkhoa.sample.Person.Relative;

/** Draws who the students of one school are; the same life always gives the same person. */
final class People {

    private static final int CODES = 100_000_000;
    private static final int IDENTITIES = 1_000_000;

    private final Names names = new Names();
    private final Words places = Words.from("places.csv");
    private final Words families = Words.from("families.csv");
    private final SchoolFacts school;
    private final Dice district;

    /** @param seed the district's, so that codes are unique across its schools */
    People(SchoolFacts school, long seed) {
        this.school = school;
        this.district = new Dice(seed);
    }

    Person of(Life life) {
        Dice dice = district.of("person", life.serial());
        boolean female = dice.chance(0.475);
        LocalDate born = born(life, dice);
        String ethnicity = names.ethnicity(dice);
        String family = names.family(ethnicity, dice);
        Home home = home(dice);
        return new Person(
                moetCode(life.serial()),
                identityNumber(life.serial(), female, born, dice),
                names.child(family, ethnicity, female, dice),
                female,
                ethnicity,
                born,
                home,
                family(family, ethnicity, born, dice));
    }

    /** In the year in which one turns six in grade 1, eleven in grade 6; a few are a year late. */
    private static LocalDate born(Life life, Dice dice) {
        int year = life.levelYear() - (life.level().firstGrade() + 5) - (dice.chance(0.02) ? 1 : 0);
        return LocalDate.ofYearDay(year, dice.between(1, 365));
    }

    private String moetCode(int serial) {
        long offset = district.of("moet").below(CODES);
        return "31" + digits((serial * 61_803_399L + offset) % CODES, 8);
    }

    private String identityNumber(int serial, boolean female, LocalDate born, Dice dice) {
        String province = places.pick("province", dice).substring(0, 3);
        int century = born.getYear() < 2000 ? 0 : 2;
        long offset = district.of("identity").below(IDENTITIES);
        return province
                + (century + (female ? 1 : 0))
                + digits(born.getYear() % 100, 2)
                + digits((serial * 387_341L + offset) % IDENTITIES, 6);
    }

    /** The number with leading zeros, the same in every locale. */
    static String digits(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private Home home(Dice dice) {
        boolean nearby = dice.chance(0.9);
        String commune = nearby ? school.commune() : places.pick(dice.chance(0.5) ? "ward" : "rural", dice);
        Origin birth = new Origin(birthPlace(dice), commune, SchoolFacts.PROVINCE);
        String province = places.pick("province", dice).substring(4);
        Origin hometown = province.equals(SchoolFacts.PROVINCE)
                ? new Origin(part(commune, dice), commune, province)
                : new Origin(places.pick("hamlet", dice), places.pick("rural", dice), province);
        String phone = "09" + digits(dice.below(CODES), 8);
        return new Home(part(commune, dice), commune, school.district(), birth, hometown, phone);
    }

    private String part(String commune, Dice dice) {
        return places.pick(commune.startsWith("Xã") ? "hamlet" : "block", dice);
    }

    private String birthPlace(Dice dice) {
        if (dice.chance(0.25)) {
            return "Trạm y tế " + school.commune() + ", Hải Phòng";
        }
        return dice.chance(0.7) ? "Bệnh viện Đa khoa " + school.district() + ", Hải Phòng" : "Hải Phòng";
    }

    private Family family(String family, String ethnicity, LocalDate born, Dice dice) {
        int motherBorn = born.getYear() - dice.between(20, 36);
        int fatherBorn = motherBorn - dice.between(-2, 6);
        String fathers = names.adult(family, ethnicity, false, dice);
        String mothers = names.adult(names.family(ethnicity, dice), ethnicity, true, dice);
        Relative father = dice.chance(0.985) ? relative(fathers, "father", fatherBorn, dice) : Relative.NONE;
        Relative mother = relative(mothers, "mother", motherBorn, dice);
        Relative guardian = dice.chance(father.equals(Relative.NONE) ? 0.4 : 0.015)
                ? relative(names.adult(family, ethnicity, dice.chance(0.5), dice), "guardian", motherBorn - 26, dice)
                : Relative.NONE;
        String policy = dice.chance(0.04) ? families.pick("policy", dice) : "";
        return new Family(father, mother, guardian, policy);
    }

    private Relative relative(String name, String kin, int born, Dice dice) {
        return new Relative(name, families.pick("job." + kin, dice), Integer.toString(born));
    }
}
