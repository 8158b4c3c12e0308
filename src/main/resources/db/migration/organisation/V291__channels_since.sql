-- A channel that is there already has been there for longer than anybody noted.
alter table reception_point_channel add column since date not null default date '1900-01-01';
