package org.capaccueil.identity;

import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Actor} of the request, with roles and teams as they are now. */
@Component
class ActorArgument implements HandlerMethodArgumentResolver {

    private static final String KNOWN = ActorArgument.class.getName();

    private final Organisation organisation;

    ActorArgument(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Actor known = (Actor) request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST);
        if (known != null) {
            return known;
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            throw new AccessDeniedException("nobody is signed in");
        }
        Actor actor = organisation.actor(signedIn.person());
        request.setAttribute(KNOWN, actor, RequestAttributes.SCOPE_REQUEST);
        return actor;
    }
}
