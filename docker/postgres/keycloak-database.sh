#!/bin/bash
# Runs once, when the database server is created: the identity provider gets a database of its own, and its own role.
set -euo pipefail
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 \
     --set password="$(cat /run/secrets/keycloak_database_password)" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
revoke connect on database keycloak from public;
SQL
