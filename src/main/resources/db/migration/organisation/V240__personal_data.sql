-- Somebody who left stays as a row others point to; what names the person goes once its period is over.
alter table person
    add column left_on date,
    add column anonymised_at timestamptz,
    add constraint person_is_named_until_gone check (anonymised_at is null or (left_on is not null and email is null));
create index person_departed on person (left_on) where left_on is not null and anonymised_at is null;

-- Whom to ask about personal data. No row: nobody has been named yet, and the page says so.
create table data_protection_contact (
    commune_id uuid primary key references commune,
    version    bigint not null,
    name       text not null,
    reach      text not null
);

-- What a person asks to have corrected in the register, in their own words, and the answer.
create table correction_request (
    id          uuid primary key,
    version     bigint not null,
    commune_id  uuid not null references commune,
    person_id   uuid not null references person,
    item        text not null,
    wish        text not null,
    asked_at    timestamptz not null,
    status      text not null,
    answer      text,
    answered_by uuid references person,
    answered_at timestamptz,
    check ((status = 'OPEN') = (answered_at is null)),
    check ((answered_at is null) = (answered_by is null))
);
create index correction_request_person on correction_request (person_id);
create index correction_request_open on correction_request (commune_id) where status = 'OPEN';
