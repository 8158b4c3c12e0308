-- A figure the commune's running figures, its tally, its surveys or its mystery evaluations knew when the data were frozen:
-- nobody typed it.
alter table measurement add column taken_over boolean not null default false;
alter table measurement add constraint measurement_taken_over_by_nobody check (not taken_over or measured_by is null);
