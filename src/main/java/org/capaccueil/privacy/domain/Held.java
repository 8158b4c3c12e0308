package org.capaccueil.privacy.domain;

import java.util.List;

/**
 * Everything the database holds about a person, by table. A column that points to people is in exactly one constant here:
 * a test reads the catalogue and names what is missing. Ratings and figures are counted per evaluation and never listed
 * with their value: they are the team's. What others wrote, and other people's names, are in none of these.
 */
enum Held {
    IDENTITY(
            Category.IDENTITY,
            List.of(),
            """
            select person.name, person.email, person.capacity, organisation.name commune, person.left_on
            from person join organisation on organisation.id = person.commune_id where person.id = :person"""),
    ROLES(
            Category.ROLES_AND_TEAMS,
            List.of("person_role.person_id"),
            "select role from person_role where person_id = :person order by role"),
    TEAMS(
            Category.ROLES_AND_TEAMS,
            List.of("team_member.person_id"),
            """
            select team.name team, member.lead from team_member member
            join reception_team team on team.id = member.team_id where member.person_id = :person order by team.name"""),
    AUDITOR_POOL(
            Category.ROLES_AND_TEAMS,
            List.of("pool_auditor.person_id"),
            """
            select lent, qualifications, away_until from pool_auditor where person_id = :person"""),
    OBSERVER(
            Category.ROLES_AND_TEAMS,
            List.of("mystery_observer.person_id"),
            """
            select trained_on, accepted_at, ended_on from mystery_observer where person_id = :person"""),
    PAST_TEAMS(
            Category.ROLES_AND_TEAMS,
            List.of("past_member.person_id"),
            """
            select team.name team, member.lead, member.since first, member.until last from past_member member
            join reception_team team on team.id = member.team_id where member.person_id = :person order by member.since"""),
    ABOVE(
            Category.ROLES_AND_TEAMS,
            List.of("person.manager_id"),
            """
            select count(*) count from person where manager_id = :person having count(*) > 0"""),
    ABSENCES(
            Category.ROLES_AND_TEAMS,
            List.of("substitution.absent_id"),
            """
            select first_day first, last_day last, reason from substitution where absent_id = :person order by first_day"""),
    STOOD_IN(
            Category.ROLES_AND_TEAMS,
            List.of("substitution.substitute_id"),
            """
            select first_day first, last_day last from substitution where substitute_id = :person order by first_day"""),
    FIGURES(Category.TYPED, List.of("measurement.measured_by"), counted("measurement", "measured_by", "measured_at")),
    VALUES_GIVEN(
            Category.TYPED,
            List.of("indicator_value.entered_by"),
            """
            select team.name team, count(*) count, min(item.at) first, max(item.at) last
            from indicator_value item join reception_team team on team.id = item.team_id
            where item.entered_by = :person group by 1 order by 1"""),
    RATINGS(Category.TYPED, List.of("self_rating.rated_by"), counted("self_rating", "rated_by", "rated_at")),
    OWN_RATINGS(
            Category.TYPED,
            List.of("individual_rating.person_id"),
            """
            select campaign.name campaign, evaluation.team_name team, criterion, place, grade, not_applicable, comment,
                   rated_at at
            from individual_rating item join evaluation on evaluation.id = item.evaluation_id
            join campaign on campaign.id = evaluation.campaign_id where item.person_id = :person order by rated_at"""),
    ROUNDS(
            Category.TYPED,
            List.of("round_participant.person_id"),
            """
            select campaign.name campaign, evaluation.team_name team
            from round_participant item join evaluation on evaluation.id = item.evaluation_id
            join campaign on campaign.id = evaluation.campaign_id where item.person_id = :person
            order by evaluation.opened_at"""),
    OBSERVED(
            Category.TYPED,
            List.of("mystery_visit.observer_id"),
            """
            select wave.title, count(*) count, min(visit.started_at) first, max(visit.ended_at) last
            from mystery_visit visit join mystery_wave wave on wave.id = visit.wave_id and wave.status <> 'PREPARED'
            where visit.observer_id = :person group by wave.id, wave.title order by wave.title"""),
    EVIDENCE(
            Category.TYPED,
            List.of("evidence.added_by"),
            """
            select campaign.name campaign, evaluation.team_name team, criterion, title, added_at at
            from evidence item join evaluation on evaluation.id = item.evaluation_id
            join campaign on campaign.id = evaluation.campaign_id where item.added_by = :person order by added_at"""),
    AUDIT_RATINGS(Category.TYPED, List.of("audit_rating.rated_by"), counted("audit_rating", "rated_by", "rated_at")),
    FINDINGS(
            Category.TYPED,
            List.of(),
            """
            select campaign.name campaign, evaluation.team_name team, count(*) count
            from audit_finding item join audit on audit.evaluation_id = item.evaluation_id
            join evaluation on evaluation.id = item.evaluation_id join campaign on campaign.id = evaluation.campaign_id
            where audit.auditor_id = :person group by 1, 2 order by 1, 2"""),
    DATA_SUBMITTED(
            Category.DECISIONS,
            List.of("data_collection.submitted_by"),
            dated("data_collection", "submitted_by", "submitted_at")),
    ASSESSMENT_SUBMITTED(
            Category.DECISIONS,
            List.of("self_assessment.submitted_by"),
            dated("self_assessment", "submitted_by", "submitted_at")),
    ASSESSMENT_RETURNED(
            Category.DECISIONS,
            List.of("self_assessment.returned_by"),
            dated("self_assessment", "returned_by", "returned_at")),
    AUDITS(
            Category.DECISIONS,
            List.of("audit.auditor_id"),
            """
            select campaign.name campaign, evaluation.team_name team, visited_on, independence_declared_at, report_at
            from audit item join evaluation on evaluation.id = item.evaluation_id
            join campaign on campaign.id = evaluation.campaign_id where item.auditor_id = :person
            order by evaluation.opened_at"""),
    REPLIES(Category.DECISIONS, List.of("audit.replied_by"), dated("audit", "replied_by", "replied_at")),
    RECUSALS(
            Category.DECISIONS,
            List.of("audit_recusal.person_id"),
            """
            select campaign.name campaign, evaluation.team_name team, reason, item.at
            from audit_recusal item join evaluation on evaluation.id = item.evaluation_id
            join campaign on campaign.id = evaluation.campaign_id where item.person_id = :person order by item.at"""),
    PLAN_PROPOSED(
            Category.DECISIONS, List.of("action_plan.proposed_by"), dated("action_plan", "proposed_by", "proposed_at")),
    PLAN_REVIEWED(
            Category.DECISIONS, List.of("action_plan.reviewed_by"), dated("action_plan", "reviewed_by", "reviewed_at")),
    PLAN_RETURNED(
            Category.DECISIONS, List.of("action_plan.returned_by"), dated("action_plan", "returned_by", "returned_at")),
    CAMPAIGNS(
            Category.DECISIONS,
            List.of("campaign.created_by"),
            "select name campaign, launched_at at from campaign where created_by = :person order by period_start"),
    MAPPINGS(
            Category.DECISIONS,
            List.of("criterion_mapping.decided_by"),
            """
            select from_standard, from_criterion, to_standard, to_criterion, note, decided_at at
            from criterion_mapping where decided_by = :person order by decided_at"""),
    IMPORTS(
            Category.DECISIONS,
            List.of("standard_import.uploaded_by"),
            """
            select file_name file, uploaded_at at from standard_import where uploaded_by = :person
            order by uploaded_at"""),
    INDICATORS_OWNED(
            Category.DECISIONS,
            List.of("indicator_series.owner_id"),
            "select title from indicator_series where owner_id = :person order by title"),
    FIGURE_RECIPES(
            Category.DECISIONS,
            List.of("indicator_recipe.saved_by"),
            "select name title, saved_at at from indicator_recipe where saved_by = :person order by saved_at"),
    FIGURE_FILES(
            Category.DECISIONS,
            List.of("indicator_import.uploaded_by"),
            """
            select file_name file, uploaded_at at from indicator_import where uploaded_by = :person
            order by uploaded_at"""),
    CORRECTIONS_ANSWERED(
            Category.DECISIONS,
            List.of("correction_request.answered_by"),
            """
            select item, status, answered_at at from correction_request where answered_by = :person
            order by answered_at"""),
    SUBSTITUTES_NAMED(
            Category.DECISIONS,
            List.of("substitution.named_by"),
            """
            select first_day first, last_day last from substitution where named_by = :person order by first_day"""),
    LINKS_JUDGED(
            Category.DECISIONS,
            List.of("independence_declaration.judged_by"),
            """
            select campaign.name campaign, evaluation.team_name team, item.judged_name name,
                   item.judged_capacity capacity, item.judged_reason reason, item.judged_at at
            from independence_declaration item join evaluation on evaluation.id = item.evaluation_id
            join campaign on campaign.id = evaluation.campaign_id where item.judged_by = :person order by item.judged_at"""),
    PLANS_WRITTEN(
            Category.DECISIONS,
            List.of("action_plan_author.person_id"),
            """
            select campaign.name campaign, evaluation.team_name team
            from action_plan_author item join evaluation on evaluation.id = item.evaluation_id
            join campaign on campaign.id = evaluation.campaign_id where item.person_id = :person
            order by evaluation.opened_at"""),
    RESULTS_REVIEWED(
            Category.DECISIONS,
            List.of("campaign.reviewed_by"),
            """
            select name campaign from campaign where reviewed_by = :person order by period_start"""),
    TEAM_CHANGES(
            Category.DECISIONS,
            List.of("evaluation_change.recorded_by"),
            """
            select campaign.name campaign, evaluation.team_name team, item.what action, item.reason, item.recorded_at at
            from evaluation_change item join evaluation on evaluation.id = item.evaluation_id
            join campaign on campaign.id = item.campaign_id where item.recorded_by = :person order by item.id"""),
    STANDARDS_ADOPTED(
            Category.DECISIONS,
            List.of("standard_adoption.adopted_by"),
            """
            select version.code title, item.adopted_at at
            from standard_adoption item join standard_version version on version.id = item.standard_version_id
            where item.adopted_by = :person order by item.adopted_at"""),
    PRACTICES_ADOPTED(
            Category.DECISIONS,
            List.of("good_practice_adoption.adopted_by"),
            """
            select practice.title, team.name team, item.adopted_at at
            from good_practice_adoption item join good_practice practice on practice.id = item.practice_id
            join reception_team team on team.id = item.team_id where item.adopted_by = :person order by item.adopted_at"""),
    ACTIONS(Category.ACTIONS, List.of("improvement_action.owner_id"), actions("owner_id", "saved_at")),
    ACTIONS_DONE(Category.ACTIONS, List.of("improvement_action.done_by"), actions("done_by", "done_at")),
    ACTIONS_VERIFIED(
            Category.ACTIONS, List.of("improvement_action.verified_by"), actions("verified_by", "verified_at")),
    PROGRESS(
            Category.ACTIONS,
            List.of("action_progress.person_id"),
            """
            select evaluation.team_name team, action.number, item.note, item.person_name name, item.at
            from action_progress item join improvement_action action on action.id = item.action_id
            join evaluation on evaluation.id = action.evaluation_id where item.person_id = :person order by item.at"""),
    PLANS_SIGNED(
            Category.SIGNATURES,
            List.of("action_plan.signed_by"),
            """
            select campaign.name campaign, evaluation.team_name team, item.signed_name name,
                   item.signed_capacity capacity, item.signed_at at, item.signed_sha256 sha256
            from action_plan item join evaluation on evaluation.id = item.evaluation_id
            join campaign on campaign.id = evaluation.campaign_id where item.signed_by = :person order by item.signed_at"""),
    RESULTS_SIGNED(
            Category.SIGNATURES,
            List.of("campaign.signed_by"),
            """
            select name campaign, signed_name name, signed_capacity capacity, signed_at at
            from campaign where signed_by = :person order by signed_at"""),
    DECLARATIONS(
            Category.SIGNATURES,
            List.of("independence_declaration.person_id"),
            """
            select campaign.name campaign, evaluation.team_name team, item.name, item.capacity, item.link, item.signed_at at
            from independence_declaration item join evaluation on evaluation.id = item.evaluation_id
            join campaign on campaign.id = evaluation.campaign_id where item.person_id = :person order by item.signed_at"""),
    CONSENTS(
            Category.SIGNATURES,
            List.of("comparison_consent.given_by"),
            """
            select given_name name, given_capacity capacity, given_at at from comparison_consent where given_by = :person order by given_at"""),
    CONSENTS_ENDED(
            Category.SIGNATURES,
            List.of("comparison_consent.ended_by"),
            """
            select ended_name name, ended_capacity capacity, ended_at at from comparison_consent where ended_by = :person order by ended_at"""),
    CORRECTIONS(
            Category.CORRECTIONS,
            List.of("correction_request.person_id"),
            """
            select item, wish, asked_at at, status, answer, answered_at from correction_request
            where person_id = :person order by asked_at"""),
    MAILS(
            Category.MAILS,
            List.of("mail.person_id"),
            """
            select subject, address email, written_at at, sent_at from mail where person_id = :person
            order by written_at"""),
    JOURNAL(
            Category.JOURNAL,
            List.of("trail_entry.actor_id"),
            """
            select campaign.name campaign, evaluation.team_name team, line.action, line.at
            from trail_entry line left join evaluation on evaluation.id = line.evaluation_id
            left join campaign on campaign.id = coalesce(line.campaign_id, evaluation.campaign_id)
            where line.actor_id = :person order by line.id"""),
    FORGOTTEN(
            Category.JOURNAL,
            List.of("forgotten_actor.actor_id"),
            "select at from forgotten_actor where actor_id = :person");

    /** Why a group of data is held, who sees it and for how long. */
    enum Category {
        IDENTITY(
                "Identité au registre",
                "Savoir qui agit, prévenir des tâches, et nommer la fonction qu'une signature engage",
                "Les personnes de votre commune ; la commune auditée, si vous êtes auditeur",
                RetentionRule.IDENTITY),
        ROLES_AND_TEAMS(
                "Rôles et équipes",
                "Donner à chacun ses tâches, et rien d'autre",
                "Les personnes de votre commune",
                RetentionRule.ACCESS),
        TASKS(
                "Tâches que vous tenez",
                "Savoir qui est attendu, et jusqu'à quand",
                "Votre équipe et le référent qualité",
                RetentionRule.ACCESS),
        TYPED(
                "Ce que vous avez saisi",
                "Séparer les fonctions : qui cote n'audite pas, qui audite ne décide pas. Aucune note ne vous est attachée",
                "Votre équipe seule sait qui a saisi ; les autres lisent « l'équipe ». Un auditeur est nommé",
                RetentionRule.IDENTITY),
        DECISIONS(
                "Ce que vous avez remis ou décidé",
                "Dire qui a soumis, relu ou renvoyé",
                "Qui participe à l'évaluation ou à la campagne",
                RetentionRule.IDENTITY),
        ACTIONS(
                "Actions d'amélioration",
                "Savoir qui réalise et qui vérifie une action",
                "Qui participe à l'évaluation",
                RetentionRule.IDENTITY),
        SIGNATURES(
                "Signatures",
                "Un acte signé porte le nom et la fonction de son auteur",
                "Qui peut lire l'acte",
                RetentionRule.SIGNATURES),
        CORRECTIONS(
                "Demandes de correction",
                "Répondre à vos demandes",
                "Vous et le référent qualité",
                RetentionRule.CORRECTIONS),
        MAILS("Courriels que nous vous avons écrits", "Vous prévenir d'une tâche", "Vous seul", RetentionRule.MAILS),
        JOURNAL(
                "Lignes du journal",
                "Rendre compte de chaque décision",
                "Qui participe à l'évaluation ou à la campagne",
                RetentionRule.JOURNAL);

        final String title;
        final String purpose;
        final String seenBy;
        final RetentionRule rule;

        Category(String title, String purpose, String seenBy, RetentionRule rule) {
            this.title = title;
            this.purpose = purpose;
            this.seenBy = seenBy;
            this.rule = rule;
        }
    }

    final Category category;
    final List<String> columns;
    final String sql;

    Held(Category category, List<String> columns, String sql) {
        this.category = category;
        this.columns = columns;
        this.sql = sql;
    }

    private static String counted(String table, String person, String at) {
        return """
               select campaign.name campaign, evaluation.team_name team, count(*) count, min(item.%3$s) first,
                      max(item.%3$s) last
               from %1$s item join evaluation on evaluation.id = item.evaluation_id
               join campaign on campaign.id = evaluation.campaign_id
               where item.%2$s = :person group by 1, 2 order by 5"""
                .formatted(table, person, at);
    }

    private static String dated(String table, String person, String at) {
        return """
               select campaign.name campaign, evaluation.team_name team, item.%3$s at
               from %1$s item join evaluation on evaluation.id = item.evaluation_id
               join campaign on campaign.id = evaluation.campaign_id where item.%2$s = :person order by 3"""
                .formatted(table, person, at);
    }

    private static String actions(String person, String at) {
        return """
               select evaluation.team_name team, item.number, item.title, item.due, item.status, item.%2$s at
               from improvement_action item join evaluation on evaluation.id = item.evaluation_id
               where item.%1$s = :person order by evaluation.opened_at, item.number"""
                .formatted(person, at);
    }
}
