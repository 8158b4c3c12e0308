-- What a commune says to the others when it shares a version.
alter table standard_version add column shared_because text;

-- Codes are each commune's own: two may both have an « ACCUEIL ».
alter table standard_version drop constraint standard_version_code_label_key;
create unique index standard_version_of_its_owner on standard_version (commune_id, code, label) nulls not distinct;

-- A commune uses another's version in its campaigns; it stays so when that one is no longer shared.
create table standard_adoption (
    commune_id          uuid not null references commune,
    standard_version_id uuid not null references standard_version,
    adopted_by          uuid not null references person,
    adopted_at          timestamptz not null,
    primary key (commune_id, standard_version_id)
);
create index standard_adoption_version on standard_adoption (standard_version_id);

-- Whose it is stays too.
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
