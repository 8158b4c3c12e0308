package org.capaccueil.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The one place where a request gets its scope: the organisation of who is signed in, and those they reach beyond it. It
 * stands in front of every page, at each dispatch: what goes on asynchronously or ends on an error page passes again.
 */
@Component
class RequestScope implements AsyncHandlerInterceptor, WebMvcConfigurer {

    private static final String ENTERED = RequestScope.class.getName();

    private final CurrentPerson currentPerson;
    private final ObjectProvider<Reach> reaches;

    RequestScope(CurrentPerson currentPerson, ObjectProvider<Reach> reaches) {
        this.currentPerson = currentPerson;
        this.reaches = reaches;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod) {
            Scope scope = currentPerson.actor().map(this::scope).orElseGet(Scope::nothing);
            entered(request).push(scope.enter());
        }
        return true;
    }

    private Scope scope(Actor actor) {
        Set<CommuneId> organisations = new HashSet<>(Set.of(actor.commune()));
        reaches.stream().map(room -> room.beyondOwn(actor)).forEach(organisations::addAll);
        return Scope.of(organisations);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        leave(request, handler);
    }

    /** The thread goes back to others; the answer is written by one that passes here again. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        leave(request, handler);
    }

    private static void leave(HttpServletRequest request, Object handler) {
        Runnable back = handler instanceof HandlerMethod ? entered(request).poll() : null;
        if (back != null) {
            back.run();
        }
    }

    /** Those not left yet: a page may be forwarded to another. */
    @SuppressWarnings("unchecked")
    private static Deque<Runnable> entered(HttpServletRequest request) {
        Deque<Runnable> entered = (Deque<Runnable>) request.getAttribute(ENTERED);
        if (entered == null) {
            entered = new ArrayDeque<>();
            request.setAttribute(ENTERED, entered);
        }
        return entered;
    }
}
