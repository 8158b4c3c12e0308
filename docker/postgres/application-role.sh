#!/bin/sh
# Runs once, when the database is made: the role the application works with. It owns nothing, so that row-level security
# holds it; the migrations give it its rights. psql quotes the password, whatever is in it.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 \
    --set password="$(cat /run/secrets/application_password)" <<'SQL'
create role capaccueil login nosuperuser nocreatedb nocreaterole nobypassrls password :'password';
SQL
