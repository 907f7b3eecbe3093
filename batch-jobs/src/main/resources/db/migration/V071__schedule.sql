-- What the machine did at night, and what it was to do.

-- One row a run of a job, written when it begins. A row without an end whose process is gone was cut off.
--
-- due       the night that it answers for; of a run beside the plan, when it began
-- cause     PLANNED, CAUGHT_UP (the machine was off or busy), AGAIN (an earlier run was cut off or failed), BY_HAND
-- outcome   RUNNING, DONE, FINDINGS, REFUSED (not set up), FAILED, CUT_OFF
-- counts, findings  canonical JSON: numbers of the job's result, how often each code was found
-- said      what the job said to people
create table schedule_run (
    run      bigint      generated always as identity primary key,
    job      text        not null,
    due      timestamptz not null,
    cause    text        not null,
    began    timestamptz not null,
    ended    timestamptz,
    outcome  text        not null default 'RUNNING'
        check (outcome in ('RUNNING', 'DONE', 'FINDINGS', 'REFUSED', 'FAILED', 'CUT_OFF')),
    counts   text        not null default '{}',
    findings text        not null default '{}',
    said     text        not null default '',
    check ((ended is null) = (outcome = 'RUNNING'))
);

create index schedule_run_began on schedule_run (began);
create index schedule_run_due on schedule_run (due);

-- From when on a job was planned how (canonical JSON); rule is empty from when it was not planned any more. Past nights
-- are judged by the plan of their time.
create table schedule_plan (
    number bigint      generated always as identity primary key,
    job    text        not null,
    since  timestamptz not null,
    rule   text        not null
);

-- A projection of acts: who stopped which job from when to when, and why. job is empty if it was all of them.
create table schedule_pause (
    number    bigint      not null primary key,
    job       text        not null,
    paused_by text        not null,
    reason    text        not null,
    paused_at timestamptz not null,
    ended_at  timestamptz
);
