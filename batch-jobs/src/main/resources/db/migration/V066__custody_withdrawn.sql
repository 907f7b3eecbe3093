-- A hand-over that the giver takes back before a receipt came. state: WITHDRAWN beside those of before.
alter table custody_transfer
    add column withdrawn_by  text not null default '',
    add column withdrawn_on  date,
    add column withdrawn_why text not null default '';
