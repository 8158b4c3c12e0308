-- What a commune counts. Shipped ones come from the starter standard when the commune is first asked about them.
create table indicator_series (
    id              uuid primary key,
    version         bigint not null,
    commune_id      uuid not null references organisation,
    code            text not null,
    title           text not null,
    edition         int not null,
    direction       text not null,
    target          numeric not null,
    alert           numeric not null,
    channels        text not null,
    min_base        int not null,
    source          text not null,
    provenance      text not null,
    owner_role      text,
    owner_id        uuid references person,
    shipped         boolean not null,
    retired_at      timestamptz,
    retired_because text,
    unique (commune_id, code),
    check ((owner_role is null) <> (owner_id is null))
);
call keep_to_scope('indicator_series');
call link_within_organisation('indicator_series', 'person', 'owner_id');

-- How its values are made of named quantities, and how often. Values keep the edition they were given under.
create table indicator_edition (
    id        uuid primary key,
    series_id uuid not null references indicator_series,
    edition   int not null,
    kind      text not null,
    part_name text not null,
    part_unit text not null,
    base_name text,
    base_unit text,
    unit      text not null,
    frequency text not null,
    since     timestamptz not null,
    unique (series_id, edition)
);
call belongs_with_parent('indicator_edition', 'indicator_series', 'series_id');

-- The quantities of a team, a channel and a period; the value itself is always reckoned. A revision is a row of its own.
create table indicator_value (
    id           bigint generated always as identity primary key,
    series_id    uuid not null references indicator_series,
    edition      int not null,
    team_id      uuid not null references reception_team,
    channel      text not null,
    period_start date not null,
    period_end   date not null,
    revision     int not null,
    current      boolean not null,
    part         numeric not null,
    base         numeric,
    source       text not null,
    note         text,
    origin       text not null,
    reason       text,
    entered_by   uuid references person,
    program      text,
    at           timestamptz not null,
    foreign key (series_id, edition) references indicator_edition (series_id, edition),
    unique (series_id, team_id, channel, period_start, period_end, revision),
    check (revision = 1 or reason is not null)
);
create unique index indicator_value_current on indicator_value (series_id, team_id, channel, period_start, period_end)
    where current;
create index indicator_value_team on indicator_value (team_id, period_start) where current;
call belongs_with_parent('indicator_value', 'indicator_series', 'series_id');
call link_within_organisation('indicator_value', 'reception_team', 'team_id');

-- Nothing is overwritten: all that ever changes in a row is that another revision has taken its place.
create function indicator_value_stays() returns trigger language plpgsql as $$
begin
    if old.current and not new.current
       and (to_jsonb(new) - 'current') = (to_jsonb(old) - 'current') then
        return new;
    end if;
    raise exception 'a value is revised, never overwritten' using errcode = 'integrity_constraint_violation';
end $$;
create trigger stays before update on indicator_value for each row execute function indicator_value_stays();

-- Whether an id is somebody's of any organisation; tells nothing else of them.
create function is_of_the_register(someone uuid) returns boolean language sql stable set capaccueil.scope = '*' as $$
    select exists (select from person where id = someone) $$;

-- A program is nobody of the register: what it does is the organisation's it acts for, the only one in its scope.
create or replace function organisation_of_entry(entry trail_entry) returns uuid language plpgsql stable as $$
begin
    if entry.evaluation_id is not null then
        return (select commune_id from evaluation where id = entry.evaluation_id);
    end if;
    if entry.campaign_id is not null then
        return (select commune_id from campaign where id = entry.campaign_id);
    end if;
    return coalesce((select commune_id from person where id = entry.actor_id),
                    (select commune_id from standard_version where id = entry.standard_version_id),
                    case when entry.actor_id is not null and cardinality(scope_organisations()) = 1
                              and not is_of_the_register(entry.actor_id)
                         then (scope_organisations())[1] end);
end $$;
