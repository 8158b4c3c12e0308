package org.capaccueil.browser;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.Phase;
import org.capaccueil.shared.Role;
import org.capaccueil.web.ContentSecurityPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The smallest application that can show the fragments: pages and security headers, no database, no engine. A test
 * configuration, so that no test of the real application picks it up.
 */
@TestConfiguration(proxyBeanMethods = false)
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class
})
@ComponentScan(
        basePackages = "org.capaccueil.web",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.capaccueil\\.web\\.(FrenchWords|FieldIds)"))
class StyleGuideApplication {

    /** Fri 12 March 2027, 14 h 32 in Paris: pictures and sentences stay the same. */
    static final Instant NOW = Instant.parse("2027-03-12T13:32:00Z");

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    SecurityFilterChain everythingIsOpenBehindTheRealHeaders(HttpSecurity http) throws Exception {
        http.headers(headers ->
                headers.contentSecurityPolicy(csp -> csp.policyDirectives(ContentSecurityPolicy.DIRECTIVES)));
        http.addFilterBefore(new SignedIn(), AnonymousAuthenticationFilter.class);
        return http.build();
    }

    /** Somebody with every role the navigation knows, except on the login page. */
    private static final class SignedIn extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (!request.getRequestURI().startsWith("/login")) {
                SecurityContextHolder.getContext()
                        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                "camille.durand",
                                "",
                                AuthorityUtils.createAuthorityList(
                                        "ROLE_QUALITY_MANAGER", "ROLE_OPERATOR", "ROLE_TEAM_LEAD")));
            }
            chain.doFilter(request, response);
        }
    }

    record Step(String title, String state, @Nullable LocalDate dueDate, @Nullable String waitingFor) {}

    record Person(String name, String roleTitle, boolean onlyObserves, List<Object> listening) {}

    record Account(String login, String name, String roleTitle, String description) {}

    record Option(String value, String label) {}

    record Item(String label, String href) {}

    record Series(String name, List<@Nullable Double> values) {}

    record Row(String name, @Nullable String href, List<@Nullable Double> cells) {}

    record Campaign(
            @NotBlank(message = "Donnez un nom à la campagne.") @Nullable String name,
            @NotNull(message = "Indiquez la date de fin.") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate end,
            @Positive(message = "Le dénominateur doit être supérieur à 0.") @Nullable Integer denominator,
            @Nullable String purpose,
            @NotBlank(message = "Choisissez une équipe.") @Nullable String team,
            boolean reminders) {}

    @Controller
    static class Pages {

        private final AtomicReference<String> comment = new AtomicReference<>("");

        @ModelAttribute
        void whoIsHere(Model model) {
            model.addAttribute(
                    "currentUser", new Person("Camille Durand", Role.QUALITY_MANAGER.title(), false, List.of()));
            model.addAttribute("options", List.of(new Option("mairie", "Mairie"), new Option("ccas", "CCAS")));
        }

        @GetMapping("/styleguide")
        String guide(Model model) {
            model.addAttribute("section", "campaigns");
            model.addAttribute("dense", true);
            model.addAttribute("form", new Campaign("Printemps 2027", TODAY.plusMonths(3), 12, "", "mairie", true));
            model.addAttribute("today", TODAY);
            model.addAttribute("now", NOW);
            model.addAttribute(
                    "phases",
                    List.of(
                            new Step(Phase.COLLECTION.title(), "DONE", TODAY.minusDays(20), null),
                            new Step(Phase.SELF_ASSESSMENT.title(), "CURRENT", TODAY.plusDays(5), "l’équipe Mairie"),
                            new Step(Phase.AUDIT.title(), "AHEAD", TODAY.plusDays(40), null),
                            new Step(Phase.ACTION_PLAN.title(), "AHEAD", TODAY.plusDays(75), null),
                            new Step(Phase.FOLLOW_UP.title(), "AHEAD", null, null)));
            model.addAttribute(
                    "latePhases",
                    List.of(
                            new Step(Phase.COLLECTION.title(), "DONE", TODAY.minusDays(40), null),
                            new Step(Phase.SELF_ASSESSMENT.title(), "DONE", TODAY.minusDays(20), null),
                            new Step(Phase.AUDIT.title(), "LATE", TODAY.minusDays(2), "Sofia Benali, auditrice"),
                            new Step(Phase.ACTION_PLAN.title(), "AHEAD", TODAY.plusDays(20), null),
                            new Step(Phase.FOLLOW_UP.title(), "AHEAD", null, null)));
            model.addAttribute(
                    "missing",
                    List.of(
                            new Item("Critère 2.3, guichet : pas encore coté", "#rating-counter"),
                            new Item("Critère 4.1 : dire pourquoi il est sans objet", "#rating-phone")));
            List<String> themes = List.of(
                    "Orientation et information",
                    "Accueil au guichet",
                    "Téléphone",
                    "Numérique",
                    "Courrier",
                    "Accessibilité",
                    "Réclamations",
                    "Pilotage");
            model.addAttribute("themes", themes);
            model.addAttribute(
                    "series",
                    List.of(
                            new Series(
                                    "Autoévaluation", Arrays.asList(75.0, 87.5, 62.5, 50.0, 75.0, null, 50.0, 68.75)),
                            new Series("Audit", Arrays.asList(75.0, 81.25, 50.0, 56.25, 74.96, 37.5, 25.0, 62.5))));
            model.addAttribute(
                    "rows",
                    List.of(
                            new Row(
                                    "Mairie, accueil général",
                                    "#",
                                    Arrays.asList(75.0, 81.25, 50.0, 56.25, 74.96, 37.5, 25.0, 62.5)),
                            new Row("État civil", "#", Arrays.asList(92.0, 90.0, 66.7, 48.0, 80.0, 55.0, 12.5, 70.0)),
                            new Row("CCAS", null, Arrays.asList(60.0, 78.0, null, null, 33.3, 100.0, 50.0, 0.0))));
            model.addAttribute(
                    "differences",
                    List.of(new ChangedMeanwhile.Difference(
                            "Commentaire du critère 2.3",
                            "Panneaux refaits en janvier, il reste la salle d’attente du premier étage.",
                            "Les panneaux du rez-de-chaussée sont refaits. L’étage sera fait en avril.")));
            return "web/styleguide";
        }

        @GetMapping("/styleguide/form")
        String form(Model model) {
            model.addAttribute("form", new Campaign(null, null, null, null, null, false));
            return "web/styleguide-form";
        }

        @PostMapping("/styleguide/form")
        String send(@ModelAttribute("form") @Valid Campaign form, BindingResult errors, RedirectAttributes redirect) {
            if (errors.hasErrors()) {
                return "web/styleguide-form";
            }
            redirect.addFlashAttribute("notice", "La campagne « " + form.name() + " » est créée.");
            return "redirect:/styleguide/form";
        }

        /** Saves by htmx; some words make it refuse, so that a test can see what becomes of the text. */
        @PostMapping("/styleguide/save")
        @ResponseBody
        ResponseEntity<String> save(@RequestParam String comment) {
            return switch (comment) {
                case "panne" -> ResponseEntity.internalServerError().build();
                case "expiré" -> ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
                case "interdit" -> ResponseEntity.status(HttpStatus.FORBIDDEN).build();
                case "conflit" ->
                    ResponseEntity.status(HttpStatus.CONFLICT)
                            .body("<p id=\"answer\" tabindex=\"-1\" data-focus data-refusal>Modifié entre-temps</p>");
                default -> {
                    this.comment.set(comment);
                    yield ResponseEntity.ok("<p id=\"answer\">reçu</p>");
                }
            };
        }

        @GetMapping("/styleguide/comment")
        @ResponseBody
        String comment() {
            return comment.get();
        }

        @PostMapping("/styleguide/rate")
        @ResponseBody
        String rate() {
            return "";
        }

        @GetMapping("/styleguide/diagram")
        @ResponseBody
        Map<String, Object> diagram() throws IOException {
            return Map.of(
                    "name",
                    "Évaluation d'une équipe",
                    "xml",
                    new ClassPathResource("bpmn/campaign/team-evaluation.bpmn")
                            .getContentAsString(StandardCharsets.UTF_8),
                    "active",
                    List.of(Map.of(
                            "id",
                            "auditTeam",
                            "since",
                            "2027-03-09T08:00:00Z",
                            "waitingFor",
                            "Sofia Benali, auditrice")),
                    "done",
                    List.of("evaluationOpened", "collectData", "assessThemselves"),
                    "next",
                    List.of("Établir le plan d'action", "Suivre les actions"));
        }

        @GetMapping("/login")
        String login(@RequestParam(defaultValue = "true") boolean local, Model model) {
            if (local) {
                model.addAttribute("localPassword", "local");
                model.addAttribute(
                        "accounts",
                        List.of(
                                new Account(
                                        "camille",
                                        "Camille Durand",
                                        "Référente qualité",
                                        "Lance et suit les campagnes"),
                                new Account(
                                        "nadia", "Nadia Ferrand", "Responsable d’équipe", "Mairie, accueil général"),
                                new Account("luc", "Luc Moreau", "Agent d’accueil", "Mairie, accueil général"),
                                new Account("sofia", "Sofia Benali", "Auditrice", "Vient d’une autre commune"),
                                new Account("helene", "Hélène Roche", "Direction", "Signe les plans d’action"),
                                new Account("oscar", "Oscar Petit", "Exploitant", "Voit et répare ce qui est bloqué")));
            }
            return "web/login";
        }

        @GetMapping("/styleguide/error/{code}")
        String error(@PathVariable int code, Model model, HttpServletResponse response) {
            response.setStatus(code);
            if (code == 409) {
                model.addAttribute("refusal", "L’étape « Autoévaluation » de la mairie n’est plus ouverte.");
                model.addAttribute(
                        "differences",
                        List.of(new ChangedMeanwhile.Difference("Commentaire", "Leur texte", "Mon texte")));
            }
            if (code == 500) {
                model.addAttribute("reference", "7F3A-91C2");
            }
            return "error/" + code;
        }

        @PostMapping("/styleguide/refused")
        String refused(Model model, HttpServletResponse response) {
            response.setStatus(409);
            model.addAttribute("refusal", "L’étape « Autoévaluation » de la mairie n’est plus ouverte.");
            return "error/409";
        }
    }
}
