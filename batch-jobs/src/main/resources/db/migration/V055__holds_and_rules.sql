-- Every row here is a projection of acts (audit_entry) and can be made from them again.

-- A case that stops disposal. released_by is empty while it lasts; time never ends one.
create table hold_case (
    case_id     text        not null primary key,
    reason      text        not null,
    placed_by   text        not null,
    placed_at   timestamptz not null,
    released_by text        not null default '',
    released_at timestamptz
);

-- What a case is about; an empty part means any. Dossiers that come later are held too.
create table hold_selection (
    case_id      text not null references hold_case,
    school_code  text not null,
    period       text not null,
    class_name   text not null,
    form         text not null,
    record_class text not null,
    dossier_id   text not null,
    primary key (case_id, school_code, period, class_name, form, record_class, dossier_id)
);

-- Which case holds which dossier now: those selected, and the exports that they were made from.
create view held_dossier as
with active as (
    select s.* from hold_selection s join hold_case c using (case_id) where c.released_by = ''
), direct as (
    select d.dossier_id, a.case_id
    from active a join archive_dossier d
        on a.dossier_id in ('', d.dossier_id) and a.school_code in ('', d.school_code)
        and a.period in ('', d.period) and a.class_name in ('', d.class_name) and a.form in ('', d.form)
        and a.record_class in ('', d.record_class)
    union
    select a.dossier_id, a.case_id from active a where a.dossier_id <> ''
)
select dossier_id, case_id from direct
union
select 'export/' || v.export_sha256, d.case_id
from direct d join archive_version v on v.dossier_id = d.dossier_id
where v.export_sha256 <> '';

-- Rules that a person compared with the official text. yaml: a file of rules with this one rule.
create table retention_confirmed_rule (
    rule_id      text        not null primary key,
    yaml         text        not null,
    confirmed_by text        not null,
    confirmed_at timestamptz not null
);

-- What a person decided where the rules now say less than they said before.
create table retention_choice (
    dossier_id text        not null,
    medium     text        not null,
    was        text        not null,
    now        text        not null,
    accepted   boolean     not null,
    decided_by text        not null,
    decided_at timestamptz not null,
    primary key (dossier_id, medium)
);
