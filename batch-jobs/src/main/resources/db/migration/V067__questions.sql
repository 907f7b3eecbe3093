-- Who keeps and who holds a dossier, asked about a few dossiers of very many: these views can be asked about one dossier
-- without being worked out for all.

create index custody_move_keeper on custody_move (to_code, dossier_id);

create or replace view dossier_custody as
select m.dossier_id, m.to_code as custodian, m.since, m.transfer_id, m.elsewhere
from custody_move m
where not exists (select from custody_move n where n.dossier_id = m.dossier_id and n.number > m.number);

-- Dossiers of the catalogue that an active case selects. A case on an organisation holds what it keeps and what it made.
create view selected_dossier as
select d.dossier_id, s.case_id
from hold_selection s
join hold_case c on c.case_id = s.case_id and c.released_by = ''
join archive_dossier d
    on s.dossier_id in ('', d.dossier_id) and s.period in ('', d.period) and s.class_name in ('', d.class_name)
    and s.form in ('', d.form) and s.record_class in ('', d.record_class)
left join dossier_custody k on k.dossier_id = d.dossier_id
where s.school_code in ('', d.school_code, coalesce(k.custodian, ''));

create index archive_version_export on archive_version (('export/' || export_sha256)) where export_sha256 <> '';

-- Those, those that a case names and the catalogue does not know, and the exports that the former were made from.
create or replace view held_dossier as
select dossier_id, case_id from selected_dossier
union
select s.dossier_id, s.case_id from hold_selection s join hold_case c using (case_id)
where c.released_by = '' and s.dossier_id <> ''
union
select 'export/' || v.export_sha256, d.case_id
from selected_dossier d join archive_version v on v.dossier_id = d.dossier_id
where v.export_sha256 <> '';
