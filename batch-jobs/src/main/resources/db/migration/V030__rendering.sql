-- What was planned for a school year and what came of it: one row a document, whatever its outcome.
--
-- outcome   planned        not worked on yet, or its work was cut off
--           rendered       the files are at path; archived only when verdict is PASS
--           rejected       reasons say why no document was made
--           not-rendered   no edition is in force for its regime, or the student left; reasons name it
--           withdrawn      planned by an earlier run, no longer in the register
-- path      relative to the home folder, without the ending .pdf, .json or .xlsx

create table rendering_document (
    document_id   text    not null primary key,
    unit          text    not null,
    form          text    not null,
    edition       text    not null,
    variant       text    not null,
    school_code   text    not null,
    school_year   integer not null,
    class_name    text    not null,
    grade         integer not null,
    cohort        text    not null,
    student_id    text    not null,
    ordinal       integer not null,
    outcome       text    not null,
    reasons       text    not null default '[]',
    export_sha256 text    not null,
    path          text    not null default '',
    recipe_sha256 text    not null default '',
    data_sha256   text    not null default '',
    pdf_sha256    text    not null default '',
    xlsx_sha256   text    not null default '',
    pages         integer not null default 0,
    bytes         bigint  not null default 0,
    verdict       text    not null default '',
    rendered_at   timestamptz,
    judged_at     timestamptz
);

create index rendering_document_unit on rendering_document (unit);
create index rendering_document_year on rendering_document (school_year, school_code, class_name);
create index rendering_document_unjudged on rendering_document (document_id) where outcome = 'rendered' and verdict = '';
