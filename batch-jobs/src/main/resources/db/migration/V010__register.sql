-- The register: what intake believes, as revisions. One current revision a key; older ones are kept.
--
-- kind            key                                        content (canonical JSON of)
-- school          school_code                                nienkhoa.model.School
-- class-section   school_code/school_year/class_name         nienkhoa.model.ClassSection
-- student         student_id                                 nienkhoa.model.Student
-- enrolment       school_code/school_year/class/student_id   nienkhoa.model.Enrolment
-- year-result     school_code/school_year/student_id         nienkhoa.model.YearResult
-- registry-entry  school_code/level/student_id               nienkhoa.model.RegistryEntry (school_year = cohort's first)
-- photo           student_id                                 nienkhoa.model.Photo
--
-- school_year is the first calendar year. A key of a class section writes the school year as 2023-2024.

create table register_entry (
    kind           text        not null,
    key            text        not null,
    revision       integer     not null,
    current        boolean     not null,
    school_code    text,
    school_year    integer,
    class_name     text,
    student_id     text,
    content        text        not null,
    content_sha256 text        not null,
    export_sha256  text        not null,
    entered_at     timestamptz not null,
    primary key (kind, key, revision)
);

create unique index register_entry_current on register_entry (kind, key) where current;
create index register_entry_class on register_entry (school_code, school_year, class_name, kind) where current;
create index register_entry_student on register_entry (student_id, kind) where current;
