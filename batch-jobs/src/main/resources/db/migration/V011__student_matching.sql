-- Who is who: the codes by which students are known, and the questions that only a person can answer.
--
-- kind of a key   value
-- IDENTITY        số định danh cá nhân, twelve digits
-- MOET            mã định danh Bộ GD&ĐT, ten digits
-- LOCAL           school_code/mã học sinh
-- NAME            school_code/name|birth date, as nienkhoa.intake.PersonKey writes it; only because a person said so

create table student_key (
    kind         text    collate "C" not null,
    value        text    collate "C" not null,
    student_id   text    not null,
    -- a person said that the key has become another student's
    released     boolean not null default false,
    first_export text    not null,
    last_export  text    not null,
    primary key (kind, value, student_id)
);

create unique index student_key_live on student_key (kind, value) where not released;
create index student_key_student on student_key (student_id);

-- The person whom the register believes a student to be, in the form in which persons are compared.
create table student_person (
    student_id text primary key,
    person     text collate "C" not null
);

create index student_person_person on student_person (person);

-- kind NO_CODE, LOOKALIKE, CODES; answer OPEN, SAME, DIFFERENT; keys as lines of "KIND value".
create table student_question (
    number      integer     primary key,
    kind        text        not null,
    school_code text        not null,
    person      text        not null,
    student_id  text        not null,
    other_id    text        not null,
    row_keys    text        not null,
    moved_keys  text        not null,
    place       text        not null,
    export_sha256 text      not null,
    answer      text        not null default 'OPEN',
    answered_by text,
    answered_at timestamptz,
    reason      text
);

-- Students whom the register knows already keep their codes and their ids.
insert into student_key (kind, value, student_id, first_export, last_export)
select distinct on (k.kind, k.value) k.kind, k.value, e.student_id, e.export_sha256, e.export_sha256
from register_entry e
cross join lateral (values
    ('MOET', coalesce(e.content::jsonb ->> 'moetCode', '')),
    ('IDENTITY', coalesce(e.content::jsonb ->> 'identityNumber', ''))) k (kind, value)
where e.kind = 'student' and e.current and k.value <> ''
order by k.kind, k.value, e.entered_at, e.student_id;
