-- Which file an event came with, so that all of a wrong one can be taken back; null where a program sent it, and of before.
set local capaccueil.scope = '*';
alter table contact_event add column import_id uuid references indicator_import;
call link_within_organisation('contact_event', 'indicator_import', 'import_id');
create index contact_event_import on contact_event (import_id) where import_id is not null;

-- Tickets and calls used to be known by the number of their tool alone, which begins anew every morning. They are known now
-- as those that are read today: otherwise the same, told again, would be another.
with told as (
    select commune_id, source_id, team_id, channel, contact, kind,
           source_id = contact || ':' || kind as moment_of_a_line,
           to_char(case when source_id = contact || ':' || kind
                        then min(at) over (partition by commune_id, team_id, channel, contact,
                                                        source_id = contact || ':' || kind)
                        else at end at time zone 'Europe/Paris', 'YYYY-MM-DD') as day
    from contact_event),
known as (
    select commune_id, source_id, kind, moment_of_a_line,
           case when kind like 'CALL%' then day || ' ' || contact
                else team_id || ' ' || channel || ' ' || day || ' ' || contact end as contact
    from told
    where kind in ('TICKET_TAKEN', 'TICKET_CALLED', 'VISITOR_SERVED', 'CALL_OFFERED', 'CALL_ANSWERED', 'CALL_ABANDONED'))
update contact_event event
set contact = known.contact,
    source_id = case when known.moment_of_a_line
                     and not exists (select from contact_event other
                                     where other.commune_id = known.commune_id
                                     and other.source_id = known.contact || ':' || known.kind)
                     then known.contact || ':' || known.kind else event.source_id end
from known
where event.commune_id = known.commune_id and event.source_id = known.source_id;
