-- The journal is written and forgotten by export, and asked by export and file. That no step comes twice is seen to when an
-- export is entered; an index over all of it cost more than the rows.

alter table intake_change drop constraint intake_change_pkey;
create index intake_change_file on intake_change (export_sha256, file);
