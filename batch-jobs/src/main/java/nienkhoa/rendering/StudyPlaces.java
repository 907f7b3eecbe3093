package nienkhoa.rendering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Level;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.RegistryEntry.FormerYear;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.StudentId;

/** Where a student studied at one level: what the registry line tells of other schools, and what the class lists tell. */
record StudyPlaces(UnitData unit, StudentId student, Level level) {

    Optional<RegistryEntry> line() {
        return Optional.ofNullable(unit.registry().get(student));
    }

    /** Years at other schools, as the registry line tells them. */
    List<FormerYear> former() {
        return line().map(RegistryEntry::history).orElse(List.of());
    }

    /** Where the student ended the school years of the level, oldest first; at this school and at others. */
    List<Enrolment> ended() {
        return unit.enrolments().getOrDefault(student, List.of()).stream()
                .filter(place -> place.status().finishesYearHere())
                .filter(place -> unit.section(place).level() == level)
                .toList();
    }

    /** As {@link #ended}; a year at another school that the registry line tells of itself is not told twice. */
    List<Enrolment> notTold() {
        Set<SchoolYear> told = new HashSet<>();
        former().forEach(year -> told.add(year.year()));
        return ended().stream()
                .filter(place -> isHere(place) || !told.contains(place.year()))
                .toList();
    }

    boolean isHere(Enrolment place) {
        return place.schoolCode().equals(unit.school().code());
    }
}
