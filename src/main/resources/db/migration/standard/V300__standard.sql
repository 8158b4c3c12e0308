-- A version is one immutable document once published; the content is what campaigns are frozen on.
create table standard_version (
    id           uuid primary key,
    version      bigint not null,
    code         text not null,
    label        text not null,
    title        text not null,
    status       text not null,
    content      text not null,
    sha256       text not null,
    published_at timestamptz,
    unique (code, label)
);
