-- Every load of an export: committed, stopped or only tried. Committed ones are written in the transaction that changes
-- the register, so a load is here if and only if its revisions are.
--
-- outcome    COMMITTED, STOPPED (nothing written, a person has to confirm or to choose another year) or DRY_RUN
-- stops      codes of the findings that stop such a load, also of those that were confirmed; empty if there were none
-- confirmed  the reason given for going on past the stops; empty if none was needed or none was given
-- counts     canonical JSON of what the load changes in the register
--
-- A closed enrolment is an entry of register_entry without a current revision: its last revision names the export that
-- no longer lists the student and holds the same content as the one before.

create table intake_load (
    load          bigint      generated always as identity primary key,
    export_sha256 text        not null,
    school_year   integer     not null,
    loaded_at     timestamptz not null,
    loaded_by     text        not null,
    outcome       text        not null check (outcome in ('COMMITTED', 'STOPPED', 'DRY_RUN')),
    stops         text        not null,
    confirmed     text        not null,
    counts        text        not null
);

create index intake_load_export on intake_load (export_sha256, load);
