-- Which headers a school's exports had, so that a column that is new, renamed, moved or gone is named before anything is
-- taken in. One row a different list of headers; headers are the normalised ones, labels the same as people read them.

create table intake_layout_seen (
    school_code         text        not null,
    layout              text        not null,
    kind                text        not null,
    fingerprint         text        not null,
    headers             text[]      not null,
    labels              text[]      not null,
    first_export_sha256 text        not null,
    first_seen_at       timestamptz not null,
    last_export_sha256  text        not null,
    last_seen_at        timestamptz not null,
    primary key (school_code, layout, kind, fingerprint)
);
