-- To whom a version belongs: nobody for what the product is shipped with, which is the whole network's; else the organisation
-- that drafted it. Shared with the network from the day it says so.
alter table standard_version add column commune_id uuid references commune;
alter table standard_version add column shared_at timestamptz;
create index standard_version_commune on standard_version (commune_id);

-- The first line of the journal about a version names who made it; the product itself signs with no person.
update standard_version version set commune_id = person.commune_id
from person
where person.id = (select entry.actor_id from trail_entry entry
                   where entry.standard_version_id = version.id order by entry.id limit 1);

-- Of a version that is no draft, only its withdrawal and its sharing are ever written; to whom it belongs never changes.
create or replace function refuse_change_of_published() returns trigger language plpgsql as $$
begin
    if old.status = 'DRAFT' then
        if tg_op = 'DELETE' then
            return old;
        end if;
        return new;
    end if;
    if tg_op = 'UPDATE' then
        if (new.id, new.code, new.label, new.title, new.content, new.sha256, new.based_on, new.origin_code,
                new.origin_version, new.created_at, new.published_at, new.commune_id)
            is not distinct from (old.id, old.code, old.label, old.title, old.content, old.sha256, old.based_on,
                old.origin_code, old.origin_version, old.created_at, old.published_at, old.commune_id)
            and (new.status = old.status or (old.status = 'PUBLISHED' and new.status = 'WITHDRAWN')) then
            return new;
        end if;
    end if;
    raise exception 'a standard_version that is no draft is never changed or removed';
end $$;
