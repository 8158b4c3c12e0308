#!/bin/bash
# Keycloak reads passwords from its environment only: this puts the mounted secrets there, and nowhere else.
set -euo pipefail
secret() { cat "/run/secrets/$1"; }
KC_DB_PASSWORD=$(secret keycloak_database_password)
KC_BOOTSTRAP_ADMIN_PASSWORD=$(secret keycloak_admin_password)
CAP_ACCUEIL_CLIENT_SECRET=$(secret cap_accueil_client_secret)
CAP_ACCUEIL_MACHINE_SECRET=$(secret cap_accueil_machine_secret)
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD CAP_ACCUEIL_CLIENT_SECRET CAP_ACCUEIL_MACHINE_SECRET
exec /opt/keycloak/bin/kc.sh start --import-realm
