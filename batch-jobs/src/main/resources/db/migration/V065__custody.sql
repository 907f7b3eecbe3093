-- Who keeps which dossier. Every row follows from acts of the audit chain and can be made from it again.

-- A hand-over between two organisations.
-- place: ELSEWHERE = the receiver works in another home, HERE = in this one, INCOMING = the giver works in another home.
-- state: OPEN (the list is fixed), PACKED (packages and papers are written), RECEIVED (the receiver has looked at all),
-- CLOSED (the giver has the receipt). entry: number and digest of the act of receiving, which receipts name.
create table custody_transfer (
    transfer_id      text    not null primary key,
    place            text    not null,
    state            text    not null,
    from_code        text    not null,
    to_code          text    not null,
    decision         text    not null,
    decided_on       date    not null,
    opened_by        text    not null,
    opened_on        date    not null,
    hand_over_sha256 text    not null default '',
    received_by      text    not null default '',
    received_on      date,
    entry_number     bigint  not null default 0,
    entry_sha256     text    not null default '',
    receipt_sha256   text    not null default '',
    closed_by        text    not null default '',
    closed_on        date
);

-- outcome: PENDING, ACCEPTED or REFUSED; code and reason say why not.
create table custody_item (
    transfer_id     text    not null references custody_transfer,
    dossier_id      text    not null,
    ordinal         integer not null,
    version         integer not null,
    manifest_sha256 text    not null,
    outcome         text    not null,
    code            text    not null,
    reason          text    not null,
    primary key (transfer_id, dossier_id)
);

create index custody_item_dossier on custody_item (dossier_id);

-- Moves of dossiers, numbered from 1; before the first a dossier is with its school. elsewhere: the keeper works in
-- another home, what lies here is a copy.
create table custody_move (
    dossier_id  text    not null,
    number      integer not null,
    from_code   text    not null,
    to_code     text    not null,
    since       date    not null,
    transfer_id text    not null,
    decision    text    not null,
    elsewhere   boolean not null,
    primary key (dossier_id, number),
    unique (dossier_id, transfer_id)
);

create view dossier_custody as
select distinct on (dossier_id) dossier_id, to_code as custodian, since, transfer_id, elsewhere
from custody_move order by dossier_id, number desc;

-- A case on an organisation holds what it keeps and what it once made.
create or replace view held_dossier as
with active as (
    select s.* from hold_selection s join hold_case c using (case_id) where c.released_by = ''
), direct as (
    select d.dossier_id, a.case_id
    from active a join (archive_dossier d left join dossier_custody k using (dossier_id))
        on a.dossier_id in ('', d.dossier_id) and a.school_code in ('', d.school_code, coalesce(k.custodian, ''))
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
