-- What a commune says of its auditors to the others. An auditor without a row is not lent.
create table pool_auditor (
    person_id      uuid primary key references person,
    version        bigint not null,
    lent           boolean not null,
    qualifications text not null,
    away_until     date
);
