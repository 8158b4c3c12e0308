-- When the observers of a wave were reminded of what they had left to do: once, near its end.
alter table mystery_wave add column reminded_at timestamptz;
