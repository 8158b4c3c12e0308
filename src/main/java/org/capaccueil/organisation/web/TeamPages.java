package org.capaccueil.organisation.web;

import jakarta.validation.Valid;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.Register;
import org.capaccueil.organisation.TeamLife;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Attempt;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The commune's reception teams: everybody of the commune reads, its quality managers edit. */
@Controller
class TeamPages {

    /** A member with the name the page shows. */
    record Member(PersonId person, String name, String capacity, boolean lead) {}

    /** A team with the names of those who lead it. */
    record Row(TeamView team, List<String> leads) {}

    private final Organisation organisation;
    private final OwnCommune ownCommune;
    private final Register register;
    private final TeamLife life;

    TeamPages(Organisation organisation, OwnCommune ownCommune, Register register, TeamLife life) {
        this.organisation = organisation;
        this.ownCommune = ownCommune;
        this.register = register;
        this.life = life;
    }

    @ModelAttribute("section")
    String section() {
        return "teams";
    }

    @ModelAttribute("editor")
    boolean editor(Actor actor) {
        return actor.is(Role.QUALITY_MANAGER);
    }

    @GetMapping("/teams")
    String teams(Actor actor, @RequestParam(defaultValue = "") String q, Model page) {
        List<TeamView> all = organisation.teamsOf(actor.commune());
        String wanted = q.strip().toLowerCase(Locale.FRENCH);
        List<TeamView> shown = all.stream()
                .filter(team -> (team.name() + " " + team.code())
                        .toLowerCase(Locale.FRENCH)
                        .contains(wanted))
                .toList();
        Map<PersonId, PersonView> people = people(shown);
        page.addAttribute("commune", organisation.commune(actor.commune()));
        page.addAttribute("total", all.size());
        page.addAttribute("q", q.strip());
        page.addAttribute(
                "rows",
                shown.stream()
                        .map(team -> new Row(
                                team,
                                members(team, people).stream()
                                        .filter(Member::lead)
                                        .map(Member::name)
                                        .toList()))
                        .toList());
        return "organisation/teams";
    }

    @GetMapping("/teams/{id}")
    String team(Actor actor, @PathVariable TeamId id, Model page) {
        TeamView team = ownCommune.team(actor, id);
        page.addAttribute("team", team);
        page.addAttribute("leading", actor.leads(id));
        page.addAttribute("successor", successor(team));
        page.addAttribute("members", members(team, people(List.of(team))));
        page.addAttribute(
                "others",
                organisation.peopleOf(actor.commune()).stream()
                        .filter(person -> !team.hasMember(person.id()))
                        .toList());
        return "organisation/team";
    }

    private @Nullable TeamView successor(TeamView team) {
        return team.closing() == null || team.closing().successor() == null
                ? null
                : organisation.inChargeOf(team.closing().successor());
    }

    private Map<PersonId, PersonView> people(Collection<TeamView> teams) {
        return organisation.people(teams.stream()
                .flatMap(team -> team.members().stream())
                .map(MemberView::person)
                .distinct()
                .toList());
    }

    private static List<Member> members(TeamView team, Map<PersonId, PersonView> people) {
        return team.members().stream()
                .flatMap(member -> Stream.ofNullable(people.get(member.person()))
                        .map(person -> new Member(person.id(), person.name(), person.capacity(), member.lead())))
                .sorted(Comparator.comparing(Member::lead).reversed().thenComparing(Member::name))
                .toList();
    }

    @GetMapping("/teams/new")
    ModelAndView blank(Actor actor) {
        actor.require(Role.QUALITY_MANAGER);
        return new ModelAndView("organisation/team-form").addObject("form", TeamForm.empty());
    }

    @PostMapping("/teams/new")
    ModelAndView open(
            Actor actor, @Valid @ModelAttribute("form") TeamForm form, BindingResult faults, RedirectAttributes next) {
        actor.require(Role.QUALITY_MANAGER);
        return Attempt.of(faults, () -> register.openTeam(actor, form.code(), form.name(), form.contacts()))
                .map(team -> {
                    next.addFlashAttribute(
                            "notice",
                            "L'équipe « " + form.name()
                                    + " » est ouverte. Ajoutez-lui un point d'accueil et ses membres.");
                    return new ModelAndView("redirect:/teams/" + team);
                })
                .orElseGet(() -> new ModelAndView("organisation/team-form", HttpStatus.UNPROCESSABLE_ENTITY));
    }

    @GetMapping("/teams/{id}/edit")
    ModelAndView edit(Actor actor, @PathVariable TeamId id) {
        TeamView team = ownCommune.team(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        return form(team, HttpStatus.OK).addObject("form", TeamForm.of(team));
    }

    @PostMapping("/teams/{id}/edit")
    ModelAndView change(
            Actor actor,
            @PathVariable TeamId id,
            @RequestParam long version,
            @Valid @ModelAttribute("form") TeamForm form,
            BindingResult faults,
            RedirectAttributes next) {
        TeamView team = ownCommune.team(actor, id);
        actor.require(Role.QUALITY_MANAGER);
        try {
            boolean changed = Attempt.run(
                    faults, () -> register.renameTeam(actor, id, version, form.code(), form.name(), form.contacts()));
            if (!changed) {
                return form(team, HttpStatus.UNPROCESSABLE_ENTITY).addObject("version", version);
            }
        } catch (ChangedMeanwhile conflict) {
            return form(team, HttpStatus.CONFLICT).addObject("conflict", conflict);
        }
        next.addFlashAttribute("notice", "Les modifications de l'équipe « " + form.name() + " » sont enregistrées.");
        return new ModelAndView("redirect:/teams/" + id);
    }

    private static ModelAndView form(TeamView team, HttpStatus status) {
        return new ModelAndView("organisation/team-form", status)
                .addObject("team", team)
                .addObject("version", team.version());
    }

    @PostMapping("/teams/{id}/open")
    String reopen(Actor actor, @PathVariable TeamId id, RedirectAttributes next) {
        TeamView team = ownCommune.team(actor, id);
        life.reopen(actor, id);
        next.addFlashAttribute("notice", "L'équipe « " + team.name() + " » est rouverte.");
        return "redirect:/teams/" + id;
    }
}
