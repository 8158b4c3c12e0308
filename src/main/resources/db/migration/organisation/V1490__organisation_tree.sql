-- A tree: a métropole stands above its communes. The id stays what says to whom a row belongs (commune_id), for both kinds.
-- It comes this late because the tables of every room refer to the name it changes.
alter table commune rename to organisation;
alter table organisation rename column insee_code to code;
alter table organisation
    add column kind text not null default 'COMMUNE',
    add column parent_id uuid references organisation;
alter table organisation alter column kind drop default;
create index organisation_parent on organisation (parent_id);
