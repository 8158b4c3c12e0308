package org.capaccueil.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.capaccueil.access.Target.Thing;
import org.jspecify.annotations.Nullable;

/** What stands in the place of an address's variables: one line for each, by the address up to it. */
final class Addresses {

    /** The criterion every team on the counter is asked. */
    static final String CRITERION = "ACC-1";

    static final String THEME = "ACC";
    static final String PLACE = "counter";
    static final String FROM = "SPPLUS-LIKE";
    static final String TO = "AMQ-START";

    /**
     * Things have ids, and others have theirs; words are the same for everybody. An address that goes on behind its variable
     * is for the pages behind it only: drafts have them where published versions have none.
     */
    private static final Map<String, Function<Target, Object>> THINGS = new LinkedHashMap<>();

    private static final Map<String, Function<Target, Object>> WORDS = new LinkedHashMap<>();

    static {
        THINGS.put("/campaigns/{}", Target::campaign);
        THINGS.put("/evaluations/{}", Target::evaluation);
        THINGS.put("/api/evaluations/{}", Target::evaluation);
        THINGS.put("/evaluations/{}/self-assessment/evidence/{}", target -> target.ofEvaluation("id", "evidence"));
        THINGS.put(
                "/evaluations/{}/self-assessment/evidence/" + CRITERION + "/{}",
                target -> target.ofEvaluation("id", "evidence"));
        Stream.of("/audit/findings/{}", "/audit/reply/{}", "/audit/final/{}", "/plan/findings/{}")
                .forEach(part ->
                        THINGS.put("/evaluations/{}" + part, target -> target.ofEvaluation("id", "audit_finding")));
        THINGS.put("/evaluations/{}/plan/actions/{}", target -> target.ofEvaluation("id", "improvement_action"));
        THINGS.put("/evaluations/{}/plan/pdf/{}", target -> target.ofEvaluation("report_id", "action_plan_print"));
        THINGS.put("/actions/{}", target -> target.ofEvaluation("id", "improvement_action"));
        THINGS.put("/teams/{}", Target::team);
        THINGS.put("/teams/{}/points/{}", target -> target.ofTeam("id", "reception_point"));
        THINGS.put("/teams/{}/members/{}", target -> target.town().agent());
        THINGS.put(
                "/tally/subjects/{}",
                target -> target.first(
                        "select id from tally_choice where commune_id = ? and kind = 'SUBJECT' order by position",
                        target.commune().value()));
        THINGS.put("/organisations/{}", Target::commune);
        THINGS.put("/people/{}", target -> target.town().agent());
        THINGS.put("/tasks/{}", Addresses::task);
        THINGS.put("/teams/{}/tasks/{}", Addresses::task);
        THINGS.put("/teams/{}/points/{}/take-in", target -> target.kept(Thing.NEW_POINT));
        THINGS.put("/people/absences/{}", target -> target.kept(Thing.ABSENCE));
        THINGS.put("/people/corrections/{}", target -> target.kept(Thing.CORRECTION));
        THINGS.put("/auditors/{}", target -> target.kept(Thing.AUDITOR));
        Stream.of("edit", "sharing")
                .forEach(page ->
                        THINGS.put("/network/practices/{}/" + page, target -> target.kept(Thing.DRAFT_PRACTICE)));
        THINGS.put("/network/practices/{}/adoption", target -> target.kept(Thing.OFFERED_PRACTICE));
        THINGS.put("/network/practices/{}", target -> target.kept(Thing.SHARED_PRACTICE));
        Stream.of("sharing/end", "adoption")
                .forEach(page -> THINGS.put("/standards/{}/" + page, target -> target.kept(Thing.SHARED_VERSION)));
        Stream.of("sharing", "withdrawal")
                .forEach(page -> THINGS.put("/standards/{}/" + page, target -> target.kept(Thing.OWN_VERSION)));
        THINGS.put("/s/{}", target -> target.kept(Thing.SURVEY_CODE));
        Stream.of("edit", "opening")
                .forEach(page -> THINGS.put("/surveys/{}/" + page, target -> target.kept(Thing.PREPARED_SURVEY)));
        THINGS.put("/surveys/{}", target -> target.kept(Thing.SURVEY));
        THINGS.put("/surveys/{}/posters/{}", target -> target.kept(Thing.SURVEY_WAY));
        THINGS.put("/surveys/{}/comments/{}", target -> target.kept(Thing.COMMENT));
        Stream.of("withdrawal", "next")
                .forEach(page -> THINGS.put(
                        "/surveys/questionnaires/{}/" + page, target -> target.kept(Thing.PUBLISHED_QUESTIONNAIRE)));
        THINGS.put("/surveys/questionnaires/{}", target -> target.kept(Thing.DRAFT_QUESTIONNAIRE));
        THINGS.put("/indicators/teams/{}", Target::team);
        THINGS.put("/indicators/definitions/{}/return", target -> series(target, "FCR"));
        THINGS.put("/indicators/definitions/{}", target -> series(target, "TEL-ANSWER"));
        THINGS.put("/indicators/imports/{}/withdrawal", target -> target.kept(Thing.EVENT_FILE));
        THINGS.put("/indicators/imports/{}", target -> target.kept(Thing.FIGURE_FILE));
        THINGS.put("/indicators/recipes/{}", Addresses::recipe);
        THINGS.put("/operations/jobs/{}", target -> target.first("select id_ from act_ru_job"));
        THINGS.put(
                "/standards/{}",
                target -> target.first("select id from standard_version where code = 'AMQ-START' and label = '0.2'"));
        Stream.of("edit", "publication", "removal").forEach(page -> THINGS.put("/standards/{}/" + page, Target::draft));
        THINGS.put("/standards/import/{}", Target::upload);
        THINGS.put(
                "/standards/mappings/" + FROM + "/" + TO + "/{}",
                target -> target.first("select id from criterion_mapping"));

        THINGS.put("/mystery/observers/{}", target -> target.town().manager());
        THINGS.put("/mystery/scenarios/{}", Addresses::scenario);
        THINGS.put("/mystery/grids/{}", target -> target.kept(Thing.MYSTERY_GRID));
        Stream.of("edit", "plan", "confirmation", "visits")
                .forEach(page -> THINGS.put("/mystery/waves/{}/" + page, target -> target.kept(Thing.PREPARED_WAVE)));
        Stream.of("results", "results.csv", "remarks", "withdrawals")
                .forEach(page -> THINGS.put("/mystery/waves/{}/" + page, target -> target.kept(Thing.OPENED_WAVE)));
        THINGS.put("/mystery/waves/{}/opening", target -> target.kept(Thing.FULL_WAVE));
        THINGS.put("/mystery/waves/{}/abandonments", target -> target.kept(Thing.STUCK_WAVE));
        THINGS.put("/mystery/waves/{}/abandonments/{}", target -> target.kept(Thing.STUCK_VISIT));
        THINGS.put("/mystery/waves/{}", target -> target.kept(Thing.WAVE));
        THINGS.put("/mystery/waves/{}/visits/{}", target -> target.kept(Thing.PREPARED_VISIT));
        Stream.of("remarks", "withdrawals")
                .forEach(page ->
                        THINGS.put("/mystery/waves/{}/" + page + "/{}", target -> target.kept(Thing.OPENED_VISIT)));
        THINGS.put("/mystery/visits/{}/start", target -> target.kept(Thing.PLANNED_VISIT));
        THINGS.put("/mystery/visits/{}", target -> target.kept(Thing.BEGUN_VISIT));

        WORDS.put("/surveys/questionnaires/{}/questions/{}", target -> "overall");
        WORDS.put("/surveys/questionnaires/{}/languages/{}", target -> "it");
        WORDS.put("/indicators/teams/{}/{}", target -> "CNT-WAIT");
        WORDS.put("/indicators/teams/{}/CNT-WAIT/{}", target -> PLACE);
        WORDS.put("/standards/mappings/{}", target -> FROM);
        WORDS.put("/standards/mappings/" + FROM + "/{}", target -> TO);
        WORDS.put("/standards/{}/edit/{}", target -> "theme");
        WORDS.put("/standards/{}/edit/theme/{}", target -> THEME);
        WORDS.put("/evaluations/{}/collection/{}", target -> "CNT-WAIT");
        WORDS.put("/evaluations/{}/collection/CNT-WAIT/{}", target -> PLACE);
        WORDS.put("/evaluations/{}/self-assessment/consensus/unanimous/{}", target -> THEME);
        WORDS.put("/evaluations/{}/audit/criteria/{}", target -> CRITERION);
        WORDS.put("/evaluations/{}/audit/themes/{}", target -> THEME);
        Stream.of("/self-assessment/ratings/", "/self-assessment/individual/ratings/")
                .forEach(Addresses::ratings);
        Stream.of("/self-assessment/consensus/ratings/", "/audit/ratings/").forEach(Addresses::ratings);
    }

    private Addresses() {}

    private static String series(Target target, String code) {
        return target.first(
                "select id from indicator_series where code = ? and commune_id = ?",
                code,
                target.commune().value());
    }

    static String scenario(Target target) {
        return target.first(
                "select id from mystery_scenario where commune_id = ? and kind = 'VISIT'",
                target.commune().value());
    }

    static String recipe(Target target) {
        return target.first(
                "select id from indicator_recipe where commune_id = ?",
                target.commune().value());
    }

    private static String task(Target target) {
        return target.first(
                "select task.id_ from act_ru_task task join act_ru_execution process "
                        + "on process.id_ = task.proc_inst_id_ where process.business_key_ = ?",
                String.valueOf(target.evaluation()));
    }

    private static void ratings(String part) {
        WORDS.put("/evaluations/{}" + part + "{}", target -> CRITERION);
        WORDS.put("/evaluations/{}" + part + CRITERION + "/{}", target -> PLACE);
    }

    /**
     * An address to try.
     *
     * @param things how many things it names: one, and perhaps a part of it
     */
    record Filled(String address, int things) {}

    /**
     * The address of a route.
     *
     * @param whole whose the thing is that the address is about; null for one that does not exist
     * @param part whose what is named inside it is
     */
    static Filled of(Route route, @Nullable Target whole, @Nullable Target part, Target words) {
        StringBuilder address = new StringBuilder();
        String known = "";
        int things = 0;
        for (String step : route.path().substring(1).split("/", -1)) {
            String asked = known + "/" + step;
            if (!step.equals("{}")) {
                address.append('/').append(step);
                known = asked;
            } else if (isEvidenceOf(route, asked) || WORDS.containsKey(asked)) {
                Object word = WORDS.getOrDefault(asked, target -> CRITERION).apply(words);
                address.append('/').append(word);
                known += "/" + word;
            } else {
                Target owner = things++ == 0 ? whole : part;
                Object id = owner == null ? null : thing(route, asked).apply(owner);
                address.append('/').append(id == null ? UUID.randomUUID() : id);
                known = asked;
            }
        }
        if (route.path().endsWith("/merge")) {
            // the other team is asked behind the address
            Object with = part == null ? UUID.randomUUID() : part.partner();
            address.append("?with=").append(with);
            things++;
        }
        return new Filled(address.toString(), things);
    }

    /** Only of a piece the address says the criterion first. */
    private static boolean isEvidenceOf(Route route, String asked) {
        return asked.equals("/evaluations/{}/self-assessment/evidence/{}") && route.isChange();
    }

    private static Function<Target, Object> thing(Route route, String asked) {
        Function<Target, Object> thing = THINGS.entrySet().stream()
                .filter(line -> line.getKey().startsWith(asked + "/")
                        && !line.getKey().substring(asked.length()).contains("{}"))
                .filter(line -> (route.path() + "/").startsWith(line.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(THINGS.get(asked));
        if (thing == null) {
            throw new IllegalStateException(
                    route + ": say in Addresses what stands for the variable at the end of " + asked);
        }
        return thing;
    }
}
