package nienkhoa.archive;

import java.util.OptionalInt;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Cohort;
import nienkhoa.model.SchoolYear;

/** What a dossier is about; two dossiers are the same if their keys are equal. */
public sealed interface DossierKey {

    /** The name of the dossier in the store and in the catalogue, for example {@code 31313401/2023-2024/5A/class-summary}. */
    String id();

    DossierKind kind();

    /** mã trường; empty for an export. */
    String schoolCode();

    /** The school year {@code 2023-2024} or the cohort {@code 2019-2024}; empty for an export. */
    String period();

    /** Empty for a cohort and for an export. */
    String className();

    /** Empty for an export. */
    String form();

    /** The calendar year in which the work that the dossier records ends; empty for an export. */
    OptionalInt endsIn();

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

        @Override
        public String className() {
            return "";
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

        @Override
        public String schoolCode() {
            return "";
        }

        @Override
        public String period() {
            return "";
        }

        @Override
        public String className() {
            return "";
        }

        @Override
        public OptionalInt endsIn() {
            return OptionalInt.empty();
        }

        @Override
        public String form() {
            return "";
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
        public String schoolCode() {
            return "";
        }

        @Override
        public String period() {
            return "";
        }

        @Override
        public String className() {
            return "";
        }

        @Override
        public String form() {
            return "disposal-papers";
        }

        @Override
        public OptionalInt endsIn() {
            return OptionalInt.empty();
        }
    }
}
