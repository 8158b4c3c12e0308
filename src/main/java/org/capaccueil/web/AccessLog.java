package org.capaccueil.web;

import jakarta.servlet.http.HttpServletRequest;
import org.capaccueil.identity.CurrentPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * One line for each request that was turned down: who, which route, how. The route is its pattern: nothing that
 * somebody typed, and no id, gets into the log.
 */
@Component
class AccessLog {

    /** How a request was turned down. */
    enum Outcome {
        /** Nobody is signed in. */
        ANONYMOUS,
        /** The address is not for this person, or the request carried no token. */
        DENIED,
        /** The person sees the thing and is told who may do this. */
        REFUSED,
        /** Not there, or not for this person: the answer does not tell which. */
        HIDDEN,
        /** The step is not open, or is somebody else's: the answer does not tell which. */
        CLOSED
    }

    private static final Logger log = LoggerFactory.getLogger("org.capaccueil.access");

    private final CurrentPerson currentPerson;
    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    AccessLog(
            CurrentPerson currentPerson,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.currentPerson = currentPerson;
        this.routes = routes;
    }

    void turnedDown(HttpServletRequest request, Outcome outcome) {
        log.warn(
                "{} {} {} {}",
                outcome,
                currentPerson.id().map(Object::toString).orElse("nobody"),
                request.getMethod(),
                pattern(request));
    }

    /** A filter turns requests down before their route is looked for. */
    private String pattern(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) == null) {
            try {
                ServletRequestPathUtils.parseAndCache(request);
                routes.getObject().getHandler(request);
            } catch (Exception noRoute) {
                log.debug("no route for a request that was turned down", noRoute);
            }
        }
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no route)" : pattern.toString();
    }
}
