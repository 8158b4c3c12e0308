-- Nobody is asked for what a series could not be given while it was retired.
alter table indicator_series add column taken_up_at timestamptz;
