-- The role of everyday work: it owns nothing and can neither empty a table nor delete records or what proves them. Disposal
-- and rebuild lay it aside for one transaction. It is made where the server (17 or newer) and its user allow that; elsewhere
-- the triggers alone guard the archive. Runs again whenever this file changes; tables that come later are granted by default.
do $$
declare
    record_table text;
begin
    if current_setting('server_version_num')::integer < 170000 then
        return;
    end if;
    begin
        if not exists (select from pg_roles where rolname = 'nienkhoa_work') then
            create role nienkhoa_work nologin;
            grant nienkhoa_work to current_user;
        end if;
    exception
        when duplicate_object or unique_violation then
            null; -- another database of the server made it meanwhile
        when insufficient_privilege then
            return;
    end;
    execute format('grant usage on schema %I to nienkhoa_work', current_schema());
    execute format('grant select, insert, update, delete, maintain on all tables in schema %I to nienkhoa_work',
                   current_schema());
    execute format('grant select, update, usage on all sequences in schema %I to nienkhoa_work', current_schema());
    execute format('alter default privileges in schema %I grant select, insert, update, delete, maintain on tables'
                   || ' to nienkhoa_work', current_schema());
    execute format('alter default privileges in schema %I grant select, update, usage on sequences to nienkhoa_work',
                   current_schema());
    foreach record_table in array array[
        'archive_dossier', 'archive_version', 'audit_entry', 'audit_head', 'hold_case', 'hold_selection',
        'retention_confirmed_rule', 'retention_choice', 'disposal_case', 'disposal_suppressed', 'custody_transfer',
        'custody_item', 'custody_move', 'paper_event', 'print_serial'] loop
        execute format('revoke delete on %I.%I from nienkhoa_work', current_schema(), record_table);
    end loop;
end
$$;
