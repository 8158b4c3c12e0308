-- The account at the identity provider that signs in as this person; null as long as nobody has.
alter table person add column subject text unique;
