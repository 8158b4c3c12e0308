-- An evaluation stays what it was opened on, whatever becomes of its team: how much it weighs, and where it receives.
alter table evaluation add column yearly_contacts int;
update evaluation e set yearly_contacts = t.yearly_contacts from reception_team t where t.id = e.team_id;
alter table evaluation alter column yearly_contacts set not null;

create table evaluation_point (
    evaluation_id uuid not null references evaluation,
    point_id      uuid not null,
    position      int  not null,
    name          text not null,
    address       text not null,
    channels      text not null,
    main          boolean not null,
    primary key (evaluation_id, point_id)
);
insert into evaluation_point (evaluation_id, point_id, position, name, address, channels, main)
select e.id, p.id, p.position, p.name, p.address,
       coalesce((select string_agg(c.channel, ',') from reception_point_channel c where c.point_id = p.id), ''),
       p.main_of is not null
from evaluation e join reception_point p on p.team_id = e.team_id;

-- What happened to the team while it was evaluated, in a sentence: pages and reports print it as it stands.
create table evaluation_change (
    id            bigint generated always as identity primary key,
    evaluation_id uuid not null references evaluation,
    campaign_id   uuid not null references campaign,
    happened_on   date not null,
    recorded_at   timestamptz not null,
    recorded_by   uuid not null references person,
    recorder      text not null,
    what          text not null,
    reason        text not null,
    related_id    uuid references evaluation
);
create index evaluation_change_evaluation on evaluation_change (evaluation_id);
create index evaluation_change_campaign on evaluation_change (campaign_id);
