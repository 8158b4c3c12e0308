-- The application's role reads and writes rows; it owns nothing but the engine's tables, which the engine makes itself.
-- Those of a database from before there were two roles are handed over.
grant usage, create on schema "${flyway:defaultSchema}" to "${applicationRole}";

do $$
declare
    own record;
begin
    for own in select oid, relname from pg_class
               where relnamespace = '"${flyway:defaultSchema}"'::regnamespace and relkind in ('r', 'p')
                 and relowner = current_user::regrole and relname <> '${flyway:table}' loop
        if own.relname like 'act\_%' then
            execute format('alter table %s owner to %I', own.oid::regclass, '${applicationRole}');
        elsif not has_table_privilege('${applicationRole}', own.oid, 'insert') then
            execute format('grant select, insert, update, delete on %s to %I', own.oid::regclass, '${applicationRole}');
        end if;
    end loop;
end $$;
