package nienkhoa.archive;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Cohort;
import nienkhoa.model.Level;
import nienkhoa.model.SchoolYear;

/** What a dossier is about; two dossiers are the same if their keys are equal. */
public sealed interface DossierKey {

    /** A school year or a cohort, as it is written in an id; no school was in this house before 1900. */
    Pattern YEARS = Pattern.compile("((?:19|20|21)[0-9]{2})-[0-9]{4}");

    /** The name of the dossier in the store and in the catalogue, for example {@code 31313401/2023-2024/5A/class-summary}. */
    String id();

    DossierKind kind();

    /** mã trường; empty for what is no school's. */
    default String schoolCode() {
        return "";
    }

    /** The school year {@code 2023-2024} or the cohort {@code 2019-2024}; may be empty. */
    default String period() {
        return "";
    }

    /** Empty for what is no class section's. */
    default String className() {
        return "";
    }

    /** Empty for what is made by no form, such as an export. */
    default String form() {
        return "";
    }

    /** The calendar year in which the work that the dossier records ends; may be empty. */
    default OptionalInt endsIn() {
        return OptionalInt.empty();
    }

    /** The key of a class section's or a cohort's dossier with this id; empty if the id is of another kind or none. */
    static Optional<DossierKey> ofDocuments(String id) {
        String[] parts = id.split("/", -1);
        if (parts.length < 3 || Stream.of(parts).anyMatch(String::isBlank)) {
            return Optional.empty();
        }
        Matcher years = YEARS.matcher(parts[1]);
        if (!years.matches()) {
            return Optional.empty();
        }
        SchoolYear first = new SchoolYear(Integer.parseInt(years.group(1)));
        if (parts.length == 4) {
            return Optional.of(new ClassForm(parts[0], first, parts[2], parts[3]))
                    .filter(key -> key.id().equals(id))
                    .map(DossierKey.class::cast);
        }
        return Stream.of(Level.values())
                .map(level -> new Cohort(level, first))
                .map(cohort -> new CohortForm(parts[0], cohort, parts[2]))
                .filter(key -> key.id().equals(id))
                .map(DossierKey.class::cast)
                .findFirst();
    }

    static DossierKey ofClass(ClassSection section, String form) {
        return new ClassForm(section.schoolCode(), section.year(), section.name(), form);
    }

    /** One form of one class section. */
    record ClassForm(String schoolCode, SchoolYear year, String className, String form) implements DossierKey {

        @Override
        public String id() {
            return String.join("/", schoolCode, period(), className, form);
        }

        @Override
        public DossierKind kind() {
            return DossierKind.CLASS_SECTION_FORM;
        }

        @Override
        public String period() {
            return year.toString();
        }

        @Override
        public OptionalInt endsIn() {
            return OptionalInt.of(year.end());
        }
    }

    /** One form of one cohort of a school. */
    record CohortForm(String schoolCode, Cohort cohort, String form) implements DossierKey {

        @Override
        public String id() {
            return String.join("/", schoolCode, period(), form);
        }

        @Override
        public DossierKind kind() {
            return DossierKind.COHORT_FORM;
        }

        @Override
        public String period() {
            return cohort.label();
        }

        @Override
        public OptionalInt endsIn() {
            return OptionalInt.of(cohort.leaves().end());
        }
    }

    /**
     * What one holder hands in of one kind in one school year.
     *
     * @param deposited the kind, for example {@code lesson-plan}
     * @param holder code of the team or teacher; empty if it is the school's
     */
    record Deposit(String schoolCode, SchoolYear year, String deposited, String holder) implements DossierKey {

        @Override
        public String id() {
            String id = String.join("/", "deposit", schoolCode, period(), deposited);
            return holder.isEmpty() ? id : id + "/" + holder;
        }

        @Override
        public DossierKind kind() {
            return DossierKind.DEPOSIT;
        }

        @Override
        public String period() {
            return year.toString();
        }

        @Override
        public String form() {
            return deposited;
        }

        @Override
        public OptionalInt endsIn() {
            return OptionalInt.of(year.end());
        }
    }

    /** An export, known by the SHA-256 of its list of files. */
    record Export(String sha256) implements DossierKey {

        @Override
        public String id() {
            return "export/" + sha256;
        }

        @Override
        public DossierKind kind() {
            return DossierKind.EXPORT;
        }
    }

    /** What the home of this archive is set up by; there is one. */
    record Settings() implements DossierKey {

        /** What retention rules know settings by. */
        public static final String RECORD_CLASS = "CAU_HINH";

        @Override
        public String id() {
            return "settings";
        }

        @Override
        public DossierKind kind() {
            return DossierKind.SETTINGS;
        }
    }

    /** The papers of one disposal case, by its id. */
    record Disposal(String caseId) implements DossierKey {

        /** What retention rules know these papers by. */
        public static final String RECORD_CLASS = "HS_HUY";

        @Override
        public String id() {
            return "disposal/" + caseId;
        }

        @Override
        public DossierKind kind() {
            return DossierKind.DISPOSAL;
        }

        @Override
        public String form() {
            return "disposal-papers";
        }
    }

    /** The papers of one hand-over to another organisation, by its id. */
    record Custody(String transfer) implements DossierKey {

        /** What retention rules know these papers by. */
        public static final String RECORD_CLASS = "HS_BAN_GIAO";

        @Override
        public String id() {
            return "custody/" + transfer;
        }

        @Override
        public DossierKind kind() {
            return DossierKind.CUSTODY;
        }

        @Override
        public String form() {
            return "custody-papers";
        }
    }
}
