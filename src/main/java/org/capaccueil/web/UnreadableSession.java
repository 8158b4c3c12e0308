package org.capaccueil.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that another version of the application has written and this one cannot read: its person signs in again,
 * instead of being shown an error at every click until it expires.
 */
class UnreadableSession extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(UnreadableSession.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            try {
                session.getAttributeNames().asIterator().forEachRemaining(session::getAttribute);
            } catch (ConversionException unreadable) {
                log.warn("a session cannot be read and is ended: {}", unreadable.getMessage());
                session.invalidate();
            }
        }
        next.doFilter(request, response);
    }
}
