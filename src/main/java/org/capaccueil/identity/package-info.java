/** Who is signed in, with which roles: at Keycloak, with a program's token, or with a local account for trying out. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.identity;
