-- What the store and its copies hold. These tables are about media: lost, they are learned from the media again.

-- What an object has to be: the digest of the inventory of each version, held apart from the object.
create table copy_object (
    place            text        not null,
    version          integer     not null,
    dossier_id       text        not null,
    inventory_sha512 text        not null,
    head             boolean     not null,
    files            integer     not null,
    bytes            bigint      not null,
    seen_at          timestamptz not null,
    primary key (place, version)
);

create unique index copy_object_head on copy_object (place) where head;

-- What a copy holds; target 'store' is the store itself. checked_at: last looked at; sound: what was found then.
create table copy_state (
    target           text        not null,
    place            text        not null,
    version          integer     not null,
    inventory_sha512 text        not null,
    copied_at        timestamptz not null,
    checked_at       timestamptz,
    proved_at        timestamptz,
    sound            boolean     not null,
    primary key (target, place)
);

create index copy_state_checked on copy_state (target, checked_at nulls first, place);

-- When something last happened to a copy as a whole.
create table copy_event (
    target text        not null,
    event  text        not null,
    at     timestamptz not null,
    primary key (target, event)
);
