package org.capaccueil.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Makes a proven token the program that acts: for the commune it names, with the roles it has, in no team. */
final class ProgramTokens implements Converter<Jwt, AbstractAuthenticationToken> {

    private final Organisation organisation;

    ProgramTokens(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Set<Role> roles = TokenRoles.of(token);
        if (roles.isEmpty()) {
            throw new InvalidBearerTokenException("the token has no role of Cap Accueil");
        }
        CommuneView commune = Optional.ofNullable(token.getClaimAsString("commune"))
                .flatMap(code -> Scope.everything().call(() -> organisation.communeByCode(code)))
                .orElseThrow(() -> new InvalidBearerTokenException("the token names no commune of Cap Accueil"));
        Actor actor = new Actor(id(token), name(token), commune.id(), roles, Set.of(), Set.of());
        return new PreAuthenticatedAuthenticationToken(new Program(actor), token, List.of());
    }

    private static PersonId id(Jwt token) {
        try {
            return new PersonId(UUID.fromString(token.getSubject()));
        } catch (IllegalArgumentException other) {
            throw new InvalidBearerTokenException("the token's subject is no account of the realm", other);
        }
    }

    private static String name(Jwt token) {
        return "Programme « " + token.getClaimAsString("azp") + " »";
    }
}
