-- A survey that was opened before its first day opens by itself on it.
alter table survey add column ready boolean not null default false;
