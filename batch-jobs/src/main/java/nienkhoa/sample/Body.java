package nienkhoa.sample;

/**
 * What the school doctor measured in a year.
 *
 * @param heightCm whole centimetres
 * @param weightKg with one decimal after a comma, as schools write it
 */
record Body(int heightCm, String weightKg) {

    /** Means of boys by age from 6; girls differ by less than the spread used here. */
    private static final int[] MEAN_CM = {115, 121, 126, 131, 137, 142, 148, 155, 161, 165};

    /** @param dice the student's own, the same in every year, so that a tall child stays tall */
    static Body of(Roll.Line line, Dice dice) {
        int age = Math.min(
                15, Math.max(6, line.stay().year() - line.person().born().getYear()));
        int height = (int) Math.round(MEAN_CM[age - 6] + 4.5 * dice.bell());
        double massIndex = 15.3 + 0.35 * (age - 6) + 1.3 * dice.bell();
        long tenths = Math.round(massIndex * height * height / 1000.0);
        return new Body(height, tenths / 10 + "," + tenths % 10);
    }
}
