-- What people are to be told about a task. Who that is, and in which words, is settled when the mail is written.
create table notice (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    kind        text not null,
    task_id     text not null,
    written_at  timestamptz
);
create index notice_waiting on notice (at) where written_at is null;

create table mail (
    id              bigint generated always as identity primary key,
    written_at      timestamptz not null,
    person_id       uuid not null references person,
    address         text not null,
    subject         text not null,
    body            text not null,
    attempts        int not null default 0,
    next_attempt_at timestamptz not null,
    last_error      text,
    sent_at         timestamptz
);
create index mail_waiting on mail (next_attempt_at) where sent_at is null;
