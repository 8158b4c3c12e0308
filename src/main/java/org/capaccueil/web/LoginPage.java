package org.capaccueil.web;

import java.util.List;
import org.capaccueil.identity.KeycloakLogin;
import org.capaccueil.identity.LocalAccounts;
import org.capaccueil.identity.LoginRefusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class LoginPage {

    private final ObjectProvider<LocalAccounts> localAccounts;
    private final ObjectProvider<KeycloakLogin> keycloak;

    LoginPage(ObjectProvider<LocalAccounts> localAccounts, ObjectProvider<KeycloakLogin> keycloak) {
        this.localAccounts = localAccounts;
        this.keycloak = keycloak;
    }

    @GetMapping("/login")
    String login(Model page) {
        LocalAccounts accounts = localAccounts.getIfAvailable();
        page.addAttribute("local", accounts != null);
        page.addAttribute("provider", keycloak.getIfAvailable() == null ? null : KeycloakLogin.ENTRY);
        page.addAttribute("accounts", accounts == null ? List.of() : accounts.listed());
        page.addAttribute("localPassword", accounts == null ? "" : accounts.password());
        return "web/login";
    }

    /** Back from the identity provider, and not let in. */
    @GetMapping("/login/refused")
    ModelAndView refused(@RequestParam LoginRefusal why) {
        return new ModelAndView("web/login-refused", HttpStatus.valueOf(why.status()))
                .addObject("why", why)
                .addObject("again", KeycloakLogin.ENTRY);
    }
}
