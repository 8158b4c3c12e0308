-- Whom a person answers to: nobody audits their own people, nor their chief's team.
alter table person
    add column manager_id uuid references person,
    add constraint person_is_not_their_own_manager check (manager_id <> id);
create index person_manager on person (manager_id) where manager_id is not null;
