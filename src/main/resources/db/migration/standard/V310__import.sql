-- A file that was read and found sound, until who brought it has seen what it would change and decided.
create table standard_import (
    id          uuid primary key,
    version     bigint not null,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null,
    file_name   text not null,
    content     text not null,
    notices     text not null,
    became      uuid
);
create index on standard_import (uploaded_by);
