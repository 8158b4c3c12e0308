-- What was left out of a remark, one passage a line, so that publishing it again leaves it out again. Of remarks published
-- before, nobody knows what it was: they are read over once more.
set local capaccueil.scope = '*';

alter table mystery_visit add column remark_masked text not null default '';
update mystery_visit set remark_state = 'RECEIVED', remark_shown = null, version = version + 1
    where remark_state = 'PUBLISHED' and remark_shown <> remark;
