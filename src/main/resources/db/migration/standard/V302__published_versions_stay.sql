-- Where an adapted copy comes from, so that lists can say it without reading whole texts; taken from the texts so far.
alter table standard_version add column origin_code text;
alter table standard_version add column origin_version text;
update standard_version set
    origin_code = substring(content from '\norigin:\n  code: "([^"]*)"'),
    origin_version = substring(content from '\norigin:\n  code: "[^"]*"\n  version: "([^"]*)"');

-- What campaigns are frozen on stays: of a version that is no draft, only its withdrawal is ever written.
create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
    if old.status = 'DRAFT' then
        if tg_op = 'DELETE' then
            return old;
        end if;
        return new;
    end if;
    if tg_op = 'UPDATE' then
        if (new.id, new.code, new.label, new.title, new.content, new.sha256, new.based_on, new.origin_code,
                new.origin_version, new.created_at, new.published_at)
            is not distinct from (old.id, old.code, old.label, old.title, old.content, old.sha256, old.based_on,
                old.origin_code, old.origin_version, old.created_at, old.published_at)
            and (new.status = old.status or (old.status = 'PUBLISHED' and new.status = 'WITHDRAWN')) then
            return new;
        end if;
    end if;
    raise exception 'a standard_version that is no draft is never changed or removed';
end $$;

create trigger standard_version_stays before update or delete on standard_version
    for each row execute function refuse_change_of_published();
create trigger standard_version_is_kept before truncate on standard_version
    for each statement execute function refuse_change();
