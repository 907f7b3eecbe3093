-- The catalogue of the archive: what the newest version of each dossier holds. The store is the truth; every row here
-- is written from a dossier.json and can be written from it again.
--
-- kind: CLASS_SECTION_FORM, COHORT_FORM or EXPORT. period: the school year 2023-2024 or the cohort 2019-2024. Text that
-- does not apply is empty.

create table archive_dossier (
    dossier_id      text        not null primary key,
    kind            text        not null,
    school_code     text        not null,
    period          text        not null,
    class_name      text        not null,
    form            text        not null,
    record_class    text        not null,
    organisation    text        not null,
    head_version    integer     not null,
    manifest_sha256 text        not null,
    documents       integer     not null,
    pages           integer     not null,
    files           integer     not null,
    bytes           bigint      not null,
    changed_at      timestamptz not null
);

create index archive_dossier_place on archive_dossier (school_code, period, class_name, form);

create table archive_version (
    dossier_id      text        not null references archive_dossier,
    version         integer     not null,
    manifest_sha256 text        not null,
    export_sha256   text        not null,
    run_id          text        not null,
    made_at         timestamptz not null,
    primary key (dossier_id, version)
);

create table archive_document (
    dossier_id    text    not null references archive_dossier,
    document_id   text    not null,
    edition       text    not null,
    path          text    not null,
    sha256        text    not null,
    data_sha256   text    not null,
    pages         integer not null,
    bytes         bigint  not null,
    verdict       text    not null,
    export_sha256 text    not null,
    run_id        text    not null,
    primary key (dossier_id, document_id)
);

create index archive_document_id on archive_document (document_id);
create index archive_document_sha256 on archive_document (sha256);

-- kept_until is a day or one word (permanent, unconfirmed, unruled, not-started, return-to-student); kept_until_day is
-- the day if it is one. rules: canonical JSON of the rules that took part.
create table archive_retention (
    dossier_id     text not null references archive_dossier,
    medium         text not null,
    decision       text not null,
    kept_until     text not null,
    kept_until_day date,
    rules          text not null,
    primary key (dossier_id, medium)
);

create index archive_retention_due on archive_retention (decision, kept_until_day);
