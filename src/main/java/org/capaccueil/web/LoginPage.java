package org.capaccueil.web;

import java.util.List;
import org.capaccueil.identity.LocalAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class LoginPage {

    private final ObjectProvider<LocalAccounts> localAccounts;

    LoginPage(ObjectProvider<LocalAccounts> localAccounts) {
        this.localAccounts = localAccounts;
    }

    @GetMapping("/login")
    String login(Model page) {
        LocalAccounts accounts = localAccounts.getIfAvailable();
        page.addAttribute("accounts", accounts == null ? List.of() : accounts.listed());
        page.addAttribute("localPassword", accounts == null ? "" : accounts.password());
        return "web/login";
    }
}
