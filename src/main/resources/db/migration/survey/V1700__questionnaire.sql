-- A commune's questionnaires: each row is one version, a document. All versions of one questionnaire are a family.
create table questionnaire (
    id                uuid primary key,
    version           bigint not null,
    commune_id        uuid not null references organisation,
    family            uuid not null,
    edition           int not null check (edition > 0),
    title             text not null,
    status            text not null,
    content           text not null,
    published_at      timestamptz,
    withdrawn_at      timestamptz,
    withdrawn_because text,
    unique (family, edition)
);
create index questionnaire_commune on questionnaire (commune_id);
create unique index questionnaire_one_draft on questionnaire (family) where status = 'DRAFT';
call keep_to_scope('questionnaire');

-- What residents were asked stays: of a version that is no draft, only its withdrawal is ever written.
create function refuse_change_of_questionnaire() returns trigger language plpgsql as $$
begin
    if old.status = 'DRAFT' then
        if tg_op = 'DELETE' then
            return old;
        end if;
        return new;
    end if;
    if tg_op = 'UPDATE' then
        if (new.id, new.commune_id, new.family, new.edition, new.title, new.content, new.published_at)
            is not distinct from
            (old.id, old.commune_id, old.family, old.edition, old.title, old.content, old.published_at)
            and (new.status = old.status or (old.status = 'PUBLISHED' and new.status = 'WITHDRAWN')) then
            return new;
        end if;
    end if;
    raise exception 'a questionnaire that is no draft is never changed or removed';
end $$;
create trigger questionnaire_stays before update or delete on questionnaire
    for each row execute function refuse_change_of_questionnaire();
