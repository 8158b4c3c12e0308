package org.capaccueil.survey.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While a resident's request is served nothing below a warning is logged, whatever level an operator has set: a line with
 * the address of a survey has its time beside it, and those of some libraries what was typed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class QuietWhileAnswering extends OncePerRequestFilter {

    private static final String RESIDENTS = "/s/";
    private static final ThreadLocal<Boolean> QUIET = ThreadLocal.withInitial(() -> false);

    QuietWhileAnswering() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getTurboFilterList().stream().noneMatch(WarningsOnly.class::isInstance)) {
            context.addTurboFilter(new WarningsOnly());
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + RESIDENTS);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        QUIET.set(true);
        try {
            chain.doFilter(request, response);
        } finally {
            QUIET.remove();
        }
    }

    /** Asked before any appender is. */
    private static final class WarningsOnly extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable fault) {
            return QUIET.get() && !level.isGreaterOrEqual(Level.WARN) ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
    }
}
