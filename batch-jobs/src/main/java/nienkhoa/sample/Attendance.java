package nienkhoa.sample;

/**
 * What the class's books say at the end of a year, beside marks.
 *
 * @param withLeave days absent
 * @param withoutLeave days absent
 */
record Attendance(String health, int withLeave, int withoutLeave) {

    /** @param dice the student's of the year, at its start */
    static Attendance of(Words families, Dice dice) {
        return new Attendance(
                families.pick("health", dice),
                dice.chance(0.3) ? 0 : dice.below(7),
                dice.chance(0.96) ? 0 : dice.between(1, 2));
    }
}
