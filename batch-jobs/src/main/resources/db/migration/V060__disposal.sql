-- Disposal cases and what was destroyed. Every row follows from acts of the audit chain and can be made from it again.
--
-- stage: as nienkhoa.disposal.Stage names it. state: the case as canonical JSON; persons by their ids.

create table disposal_case (
    case_id text not null primary key,
    stage   text not null,
    state   text not null
);

-- The suppression list: a dossier is on it from the moment that its destruction begins. destroyed_on is empty until every
-- place is proved not to hold it any more.
create table disposal_suppressed (
    dossier_id   text not null primary key,
    case_id      text not null,
    decision     text not null,
    begun_on     date not null,
    destroyed_on date
);

-- A dossier leaves the catalogue only under the decision that destroys it, named by the transaction in
-- nienkhoa.disposal_decision. The catalogue as a whole may be emptied to be made again from the store
-- (nienkhoa.catalogue_rebuild = on).
create function disposal_guard() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('nienkhoa.catalogue_rebuild', true), '') = 'on' then
        return old;
    end if;
    if tg_op = 'DELETE' and exists (
            select 1 from disposal_suppressed
            where dossier_id = old.dossier_id
              and decision = coalesce(current_setting('nienkhoa.disposal_decision', true), '')) then
        return old;
    end if;
    raise exception 'a dossier leaves the archive only under a decision on its disposal'
        using errcode = 'integrity_constraint_violation';
end
$$;

create trigger archive_dossier_guard before delete on archive_dossier
    for each row execute function disposal_guard();
create trigger archive_version_guard before delete on archive_version
    for each row execute function disposal_guard();
create trigger archive_dossier_truncate_guard before truncate on archive_dossier
    for each statement execute function disposal_guard();
create trigger archive_version_truncate_guard before truncate on archive_version
    for each statement execute function disposal_guard();
