package org.capaccueil.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.UUID;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.StepNoLongerOpen;
import org.capaccueil.web.AccessLog.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * One place where what goes wrong becomes a page: a refusal is a sentence, a conflict shows both versions, a fault is a
 * reference whose details are in the log only.
 */
@ControllerAdvice
@Order(0)
class Refusals {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final AccessLog access;

    Refusals(AccessLog access) {
        this.access = access;
    }

    @ExceptionHandler
    ModelAndView notFound(NotFound refusal, HttpServletRequest request) {
        access.turnedDown(request, Outcome.HIDDEN);
        return nothingHere();
    }

    @ExceptionHandler({NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    ModelAndView unknownAddress() {
        return nothingHere();
    }

    private static ModelAndView nothingHere() {
        NotFound refusal = new NotFound();
        return page("error/404", HttpStatus.NOT_FOUND).addObject("refusal", refusal.sentence());
    }

    @ExceptionHandler
    ModelAndView notAllowed(NotAllowed refusal, HttpServletRequest request) {
        access.turnedDown(request, Outcome.REFUSED);
        return page("error/403", HttpStatus.FORBIDDEN).addObject("refusal", refusal.sentence());
    }

    @ExceptionHandler
    ModelAndView stepNoLongerOpen(StepNoLongerOpen refusal, HttpServletRequest request) {
        access.turnedDown(request, Outcome.CLOSED);
        return noLongerOpen(refusal);
    }

    private static ModelAndView noLongerOpen(StepNoLongerOpen refusal) {
        return page("error/409", HttpStatus.CONFLICT).addObject("refusal", refusal.sentence());
    }

    @ExceptionHandler
    ModelAndView changedMeanwhile(ChangedMeanwhile refusal) {
        return page("error/409", HttpStatus.CONFLICT)
                .addObject("refusal", refusal.sentence())
                .addObject("differences", refusal.differences());
    }

    /** Two people, or two clicks of one person, reached the same row at once; the other one won. */
    @ExceptionHandler(ConcurrencyFailureException.class)
    ModelAndView overtaken(Exception conflict) {
        log.warn("overtaken: {}", conflict.toString());
        return noLongerOpen(new StepNoLongerOpen("Quelqu'un d'autre a enregistré au même moment. Rien de votre "
                + "saisie n'a été modifié : revenez à la page, votre texte y est gardé, et recommencez."));
    }

    @ExceptionHandler
    ModelAndView refused(BusinessRefusal refusal) {
        log.warn("refused: {}", refusal.sentence());
        return page("error/422", HttpStatus.UNPROCESSABLE_ENTITY).addObject("refusal", refusal.sentence());
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge() {
        return page("error/413", HttpStatus.PAYLOAD_TOO_LARGE)
                .addObject(
                        "refusal",
                        "Le fichier dépasse 10 Mo. Réduisez-le ou donnez un lien vers lui ; rien n'a été enregistré.");
    }

    /** The visitor went away before the answer was written: there is nobody to tell. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone(AsyncRequestNotUsableException gone, HttpServletRequest request) {
        log.debug("visitor left {}", withoutCode(request.getRequestURI()), gone);
    }

    @ExceptionHandler(Exception.class)
    ModelAndView fault(Exception fault, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (fault instanceof AccessDeniedException denied) {
            // the security filters answer this one
            throw denied;
        }
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return refusedPage(status);
        }
        if (fault instanceof DataIntegrityViolationException violation && isDuplicate(violation)) {
            return overtaken(fault);
        }
        return faultPage(fault, request.getMethod(), request.getRequestURI());
    }

    /** The page for a request that the server itself turns down. */
    static ModelAndView refusedPage(HttpStatus status) {
        return page(
                switch (status) {
                    case NOT_FOUND -> "error/404";
                    case FORBIDDEN -> "error/403";
                    case METHOD_NOT_ALLOWED -> "error/405";
                    case PAYLOAD_TOO_LARGE -> "error/413";
                    default -> "error/400";
                },
                status);
    }

    /** A page with a reference; what happened is in the log under that reference, and nowhere else. */
    static ModelAndView faultPage(@Nullable Throwable fault, String method, String address) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("fault {} at {} {}", reference, method, withoutCode(address), fault);
        return page("error/500", HttpStatus.INTERNAL_SERVER_ERROR).addObject("reference", reference);
    }

    /** A resident's way to a survey, beside the time of the line, would tell when somebody answered where. */
    private static String withoutCode(String address) {
        return address.replaceFirst("^/s/[^/]+", "/s/{code}");
    }

    /** Two who add the same at once both see that it is not there; the database lets one of them through. */
    private static boolean isDuplicate(DataIntegrityViolationException violation) {
        return violation.getMostSpecificCause() instanceof SQLException cause
                && UNIQUE_VIOLATION.equals(cause.getSQLState());
    }

    private static ModelAndView page(String view, HttpStatus status) {
        return new ModelAndView(view, status);
    }
}
