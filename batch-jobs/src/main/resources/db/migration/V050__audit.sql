-- The chain of acts. Every entry names the digest of the one before it; the archive holds the same chain. entry: its
-- canonical JSON, of which the other columns are parts to search by.

create table audit_entry (
    number     bigint      not null primary key,
    entered_at timestamptz not null,
    actor      text        not null,
    action     text        not null,
    record     text        not null,
    rule       text        not null,
    sha256     text        not null unique,
    entry      text        not null
);

create index audit_entry_record on audit_entry (record, number);
create index audit_entry_action on audit_entry (action, number);

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'audit_entry takes new entries and no changes';
end
$$;

create trigger audit_entry_is_final before update or delete or truncate on audit_entry
    for each statement execute function audit_refuse();

-- The newest entry. The row is locked by whoever enters the next one.
create table audit_head (
    one    boolean not null primary key default true check (one),
    number bigint  not null,
    sha256 text    not null
);

insert into audit_head (number, sha256) values (0, repeat('0', 64));
