package org.capaccueil.access;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.capaccueil.access.Target.Thing;
import org.capaccueil.indicator.Frequency;
import org.capaccueil.indicator.Period;
import org.capaccueil.indicator.WorkingDays;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;

/**
 * What is typed into the forms. One that suits nearly all, so that an allowed request reaches the use case and does the
 * deed; what differs has a line here.
 */
final class Forms {

    private Forms() {}

    static Map<String, String> of(Route route, Target target) {
        LocalDate today = LocalDate.now(PublicTime.ZONE);
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", version(route, target));
        form.put("lock", route.path().startsWith("/standards/import") ? "-1" : lock(target));
        form.put("by", "1");
        form.put("part", "theme");
        form.put("team", target.team().toString());
        form.put("person", target.town().agent().toString());
        form.put("auditor", String.valueOf(target.town().auditor()));
        form.put("name", "Essai " + mark);
        form.put("code", "E" + mark);
        form.put("label", "E" + mark);
        form.put("capacity", "Agent d'accueil");
        form.put("address", "1 rue d'Essai");
        form.put("channels", "COUNTER");
        form.put("yearlyContacts", "100");
        form.put("reason", "Motif d'essai");
        form.put("note", "Note d'essai");
        form.put("phase", "FOLLOW_UP");
        form.put("day", today.plusDays(220).toString());
        form.put("notMeasured", "true");
        form.put("grade", "3");
        form.put("criterion", Addresses.CRITERION);
        form.put("title", "Essai " + mark);
        form.put("link", "https://example.org/preuve");
        form.put("plannedVisit", today.toString());
        form.put("signed", "true");
        form.put("visitedOn", today.toString());
        form.put("conclusion", "Accueil attentif, affichage à reprendre.");
        form.put("kind", "MINOR");
        form.put("at", Addresses.CRITERION + "|" + Addresses.PLACE);
        form.put("text", "Horaires affichés différents de ceux du site");
        form.put("basis", "Photo du 12 mars");
        form.put("reply", "Nous en prenons acte.");
        form.put("decision", "MAINTAINED");
        form.put("words", "Le constat reste.");
        form.put("cause", "Deux fichiers d'horaires");
        form.put("expectedEffect", "Mêmes horaires partout");
        form.put("owner", target.town().agent().toString());
        form.put("due", today.plusDays(30).toString());
        form.put("reviewDate", today.plusDays(60).toString());
        form.put("sha256", target.ofEvaluation("report_sha256", "action_plan"));
        form.put("read", "true");
        form.put("progress", "50");
        form.put("doneNote", "Affiche et site repris");
        form.put("newDue", today.plusDays(150).toString());
        form.put("extensionReason", "Motif d'essai");
        form.put("abandonReason", "Motif d'essai");
        form.put("verdict", route.path().endsWith("/link") ? "KEEP" : "EFFECTIVE");
        form.put("relation", "EQUAL");
        form.put("substitute", target.town().lead().toString());
        form.put("firstDay", today.plusDays(320).toString());
        form.put("lastDay", today.plusDays(330).toString());
        form.put("value", "Agent d'accueil principal");
        form.put("situation", "Des horaires différents selon les lieux");
        form.put("done", "Un seul fichier d'horaires");
        form.put("result", "Plus de déplacements inutiles");
        form.put("why", "Utile à d'autres communes");
        form.put("lent", "true");
        form.put("on", today.toString());
        form.put("minutes", "3");
        form.put("options", "Oui\nNon");
        form.put("sampling", "OPEN");
        form.put("kinds", "LINK");
        form.put("questionnaire", String.valueOf(target.kept(Thing.PUBLISHED_QUESTIONNAIRE)));
        form.put("asked", target.ofTeam("id", "reception_point") + "|COUNTER");
        form.put("way", String.valueOf(target.kept(Thing.PAPER_WAY)));
        form.put("sheet", mark);
        if (route.path().startsWith("/organisations")) {
            form.put("kind", "COMMUNE");
            form.put("code", Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, 999_999_999)));
            form.put("population", "9000");
        }
        if (route.path().startsWith("/tally/subjects")) {
            form.put("kind", "SUBJECT");
            form.put("code", "E-" + mark.toUpperCase(Locale.ROOT));
        } else if (route.path().startsWith("/tally")) {
            form.put("id", String.valueOf(target.kept(Thing.CONTACT)));
            form.put("point", target.ofTeam("id", "reception_point"));
            form.put("channel", "COUNTER");
            form.put(
                    "subject",
                    target.first(
                            "select id from tally_choice where commune_id = ? and kind = 'SUBJECT'",
                            target.commune().value()));
            form.put("outcome", "ANSWERED");
        }
        if (route.path().startsWith("/mystery")) {
            observation(form, target, today);
        }
        form.put(
                "seen",
                String.valueOf(target.kept(
                        route.path().matches(".*/(merge|move)") ? Thing.SEEN_MERGING : Thing.SEEN_OPENING)));
        form.put("to", target.partner().toString());
        if (route.path().startsWith("/indicators")) {
            form.put("part", "1200");
            form.put("base", "100");
            form.put("seen", "0");
            form.put("source", "Relevé d'essai");
            form.put("period", Period.lastOver(Frequency.MONTH, today).code());
            form.put("recipe", Addresses.recipe(target));
        }
        return form;
    }

    private static void observation(Map<String, String> form, Target target, LocalDate today) {
        form.put("kind", "VISIT");
        form.put("kinds", "VISIT");
        form.put("situation", "Entrez sans rendez-vous");
        form.put("request", "Demandez les horaires");
        form.put("expected", "Les horaires du moment");
        form.put("code", "I1");
        form.put("moment", "ACCESS");
        form.put("measure", "POINTS");
        form.put("most", "2");
        form.put("trainedOn", today.toString());
        form.put("perPlace", "1");
        form.put("scenarios", Addresses.scenario(target));
        form.put("observer", target.town().manager().toString());
        form.put("day", WorkingDays.plus(today, 1).toString());
        form.put("hour", "15");
        form.put("item-I1", "2");
    }

    /** The version of what the form changes, so that nobody is told it has changed meanwhile. */
    private static String version(Route route, Target target) {
        String path = route.path();
        if (path.matches("/teams/\\{}(/points/\\{})?/edit")) {
            return target.first(
                    "select version from reception_team where id = ?",
                    target.team().value());
        }
        if (path.startsWith("/organisations/{}")) {
            return target.first(
                    "select version from organisation where id = ?",
                    target.commune().value());
        }
        if (path.startsWith("/mystery/scenarios/{}")) {
            return target.first(
                    "select version from mystery_scenario where id = ?", UUID.fromString(Addresses.scenario(target)));
        }
        if (path.startsWith("/mystery/grids/{}")) {
            return version(target, "mystery_grid", Thing.MYSTERY_GRID);
        }
        if (path.startsWith("/mystery/waves/{}")) {
            return path.endsWith("/edit")
                    ? version(target, "mystery_wave", Thing.PREPARED_WAVE)
                    : version(
                            target,
                            "mystery_visit",
                            path.contains("/visits") ? Thing.PREPARED_VISIT : Thing.OPENED_VISIT);
        }
        if (path.startsWith("/mystery/visits/{}")) {
            return version(target, "mystery_visit", Thing.BEGUN_VISIT);
        }
        if (path.equals("/auditors/{}")) {
            return target.first(
                    "select version from pool_auditor where person_id = ?",
                    ((PersonId) Objects.requireNonNull(target.kept(Thing.AUDITOR))).value());
        }
        if (path.startsWith("/people/{}")) {
            return target.first(
                    "select version from person where id = ?",
                    target.town().agent().value());
        }
        if (path.matches(".*/audit/(findings|reply|final)/\\{}.*")) {
            return number(target.ofEvaluation("version", "audit_finding"));
        }
        if (path.matches(".*/audit/(note|conclude|final)")) {
            return number(target.ofEvaluation("version", "audit"));
        }
        if (path.contains("/audit/ratings/")) {
            return number(target.first(
                    "select version from audit_rating where evaluation_id = ? and criterion = ?",
                    target.evaluation() == null
                            ? new UUID(0, 0)
                            : target.evaluation().value(),
                    Addresses.CRITERION));
        }
        if (path.matches("(.*/plan/actions/\\{}|/actions/\\{}/.*)")) {
            return number(target.ofEvaluation("version", "improvement_action"));
        }
        if (path.contains("/plan")) {
            return number(target.ofEvaluation("version", "action_plan"));
        }
        return "0";
    }

    private static String version(Target target, String table, Thing thing) {
        return target.first(
                "select version from " + table + " where id = ?", Objects.requireNonNull(target.kept(thing)));
    }

    private static String lock(Target target) {
        return target.draft() == null
                ? "0"
                : target.first(
                        "select version from standard_version where id = ?",
                        target.draft().value());
    }

    private static String number(String found) {
        return found.matches("\\d+") ? found : "0";
    }
}
