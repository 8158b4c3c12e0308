package org.capaccueil.survey.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.capaccueil.shared.NotFound;
import org.capaccueil.survey.domain.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What goes wrong while a resident answers. The log is told the kind of fault and where in the code, never its message: the
 * database puts the row at fault into it.
 */
@ControllerAdvice(assignableTypes = AnswerPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ResidentRefusals {

    private static final Logger log = LoggerFactory.getLogger(ResidentRefusals.class);

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    ModelAndView nothingHere(HttpServletRequest request) {
        return page("missing", HttpStatus.NOT_FOUND, request);
    }

    @ExceptionHandler(Exception.class)
    ModelAndView fault(Exception fault, HttpServletRequest request) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        StackTraceElement[] trace = fault.getStackTrace();
        log.error(
                "fault {} while a resident answered: {} at {}",
                reference,
                fault.getClass().getName(),
                trace.length == 0 ? "nowhere" : trace[0]);
        return page("fault", HttpStatus.INTERNAL_SERVER_ERROR, request).addObject("reference", reference);
    }

    /** A kiosk finds its way home by itself, from here too. */
    private static ModelAndView page(String screen, HttpStatus status, HttpServletRequest request) {
        Object path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return new ModelAndView("survey/resident", status)
                .addObject("code", path instanceof Map<?, ?> parts ? parts.get("code") : null)
                .addObject("kiosk", AnswerPages.isKiosk(request))
                .addObject("screen", screen)
                .addObject("language", Language.FR)
                .addObject("words", ScreenWords.in(Language.FR));
    }
}
