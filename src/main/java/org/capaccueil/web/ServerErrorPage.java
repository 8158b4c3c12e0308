package org.capaccueil.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page for what fails outside any controller: a filter that refuses, a template that cannot be rendered. Always a
 * page, also for a request that htmx made and that would take anything.
 */
@Controller
class ServerErrorPage implements ErrorController {

    @RequestMapping("/error")
    ModelAndView page(HttpServletRequest request) {
        // without a status nothing failed: somebody typed the address
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
        if (status.is4xxClientError()) {
            return Refusals.refusedPage(status);
        }
        return Refusals.faultPage(
                (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION),
                request.getMethod(),
                String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
    }
}
