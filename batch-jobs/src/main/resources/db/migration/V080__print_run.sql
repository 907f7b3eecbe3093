-- Print runs: what is to be printed, sheet by sheet, what was handed to a printer, and what lies on paper.
--
-- Three different things: SENT (a job that holds the sheet was handed over), PRINTED (by the printer's word), SEEN (a
-- person or a scan saw it on paper). VOID: a printing that must not be used and is to be shredded if it exists.

create sequence print_run_number;

-- state: OPEN, PAUSED, CLOSED, ABANDONED. trouble: why it is paused, as nienkhoa.printrun.Trouble names it; empty if it
-- is not. again: why the same documents are printed in a second run; empty in the first.
create table print_run (
    run_id       text        not null primary key,
    school_code  text        not null,
    school_year  integer     not null,
    state        text        not null,
    trouble      text        not null default '',
    trouble_args text        not null default '[]',
    printer      text        not null default '',
    again        text        not null default '',
    opened_by    text        not null,
    opened_at    timestamptz not null,
    closed_at    timestamptz
);

-- group_name: the class, or the cohort. coded: whether its sheets carry codes; otherwise they are only counted.
create table print_bundle (
    run_id     text    not null references print_run,
    bundle     integer not null,
    form       text    not null,
    unit       text    not null,
    group_name text    not null,
    coded      boolean not null,
    sheets     integer not null,
    primary key (run_id, bundle)
);

-- position: order in the bundle. source: relative to the home folder. version: from 1, one more for each correction of
-- its data within the run. pupil: the number in the class list; 0 for papers and for documents about a whole class.
create table print_document (
    run_id      text    not null,
    bundle      integer not null,
    position    integer not null,
    document_id text    not null,
    source      text    not null,
    sha256      text    not null,
    version     integer not null,
    pupil       integer not null,
    way         text    not null,
    sheets      integer not null,
    primary key (run_id, bundle, position),
    foreign key (run_id, bundle) references print_bundle
);

create index print_document_id on print_document (document_id);

-- sheet: from 1 in the bundle. of_document: which sheet of its document, from 1. sides: printed sides, 1 or 2, of which
-- blank carry nothing of the document. serial: the last printing, 0 before the first. state: PLANNED, SENT, PRINTED, SEEN.
create table print_sheet (
    run_id      text    not null,
    bundle      integer not null,
    sheet       integer not null,
    position    integer not null,
    of_document integer not null,
    paper       text    not null,
    edge        text    not null,
    sides       integer not null,
    blank       integer not null,
    serial      integer not null default 0,
    state       text    not null default 'PLANNED',
    primary key (run_id, bundle, sheet),
    foreign key (run_id, bundle, position) references print_document
);

create index print_sheet_planned on print_sheet (run_id, bundle, sheet) where state = 'PLANNED';

-- state: PREPARED (it may or may not have been handed over), SENT, DONE, DELIVERED (to a place that never says more),
-- ENDED (the printer gave it up), ABANDONED (a person has said what came out of it; the printer may still hold it), OVER.
create table print_job (
    run_id      text        not null references print_run,
    job         integer     not null,
    name        text        not null unique,
    bundle      integer     not null,
    paper       text        not null,
    edge        text        not null,
    sides       integer     not null,
    sheets      integer     not null,
    state       text        not null,
    printer     text        not null,
    printer_job text        not null default '',
    said        integer     not null default 0,
    prepared_at timestamptz not null,
    primary key (run_id, job)
);

-- One row a printing of a sheet. state: SENT, PRINTED, SEEN, VOID. seen_by: a person's id; seen_how: TRAY, COUNT, SCAN.
-- void_reason: why it must not be used. settled: SHREDDED, NOT_FOUND, or empty while nobody has said.
create table print_serial (
    run_id      text    not null,
    bundle      integer not null,
    sheet       integer not null,
    serial      integer not null,
    document_id text    not null,
    sha256      text    not null,
    sides       integer not null,
    of_sheets   integer not null,
    job         integer not null,
    place       integer not null,
    state       text    not null,
    seen_by     text    not null default '',
    seen_how    text    not null default '',
    void_reason text    not null default '',
    voided_by   text    not null default '',
    settled     text    not null default '',
    primary key (run_id, bundle, sheet, serial),
    foreign key (run_id, job) references print_job
);

create index print_serial_job on print_serial (run_id, job, place);
create index print_serial_void on print_serial (run_id, bundle, sheet) where state = 'VOID';

-- What the run was asked for and cannot print, with the reasons as findings.
create table print_left_out (
    run_id      text not null references print_run,
    form        text not null,
    group_name  text not null,
    document_id text not null,
    reasons     text not null,
    primary key (run_id, document_id)
);

-- Every pause and how it ended.
create table print_trouble (
    run_id     text        not null references print_run,
    number     integer     not null,
    code       text        not null,
    args       text        not null,
    at         timestamptz not null,
    resumed_by text        not null default '',
    last_good  text        not null default '',
    primary key (run_id, number)
);

-- The ledger of paper: a projection of acts of the audit chain. step: as nienkhoa.printrun.PaperStep names it, or
-- REOPENED, which takes back every step before it.
create table paper_event (
    number      bigint  not null primary key,
    run_id      text    not null,
    bundle      integer not null,
    school_code text    not null,
    school_year integer not null,
    form        text    not null,
    group_name  text    not null,
    step        text    not null,
    done_by     text    not null,
    done_on     date    not null,
    place       text    not null
);

create index paper_event_bundle on paper_event (run_id, bundle, number);
create index paper_event_group on paper_event (school_code, school_year, form, group_name);
