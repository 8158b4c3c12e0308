-- What is rated once for the organisation is rated by one team of the campaign; until now every team was asked.
alter table campaign add column organisation_team_id uuid references reception_team;
alter table evaluation add column answers_for_organisation boolean not null default true;
alter table evaluation alter column answers_for_organisation drop default;
