-- A shipped standard belongs to nobody, one made in a commune to that commune, which may share it with the others.
alter table standard_version add column commune_id uuid references commune;
alter table standard_version add column shared_at timestamptz;
create index standard_version_commune on standard_version (commune_id);
-- Who wrote the first line of a version's journal made it; what the product ships it notes itself.
update standard_version version set commune_id = (
    select person.commune_id from trail_entry line left join person on person.id = line.actor_id
    where line.standard_version_id = version.id order by line.id limit 1);
