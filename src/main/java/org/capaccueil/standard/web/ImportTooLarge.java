package org.capaccueil.standard.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.capaccueil.standard.exchange.StandardFormats;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * A file above what the server takes at all never comes as far as a page; whoever wanted to import it is led back to the
 * form all the same, with the limit that counts there.
 */
@Component
class ImportTooLarge implements HandlerExceptionResolver, Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (!(fault instanceof MaxUploadSizeExceededException)
                || !request.getServletPath().equals("/standards/import")) {
            return null;
        }
        return ImportPages.refused(HttpStatus.PAYLOAD_TOO_LARGE, List.of(StandardFormats.TOO_LARGE))
                .addObject("section", "standards");
    }
}
