-- Rows that are put down anew leave their old places and transactions behind until they are vacuumed, which usually waits for
-- a fifth of the table: here it is done by the next turn of autovacuum, within a minute.
alter table survey_answer set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0);
alter table survey_comment set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0);
alter table survey_receipt set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0);
alter table survey_begun set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 0);
