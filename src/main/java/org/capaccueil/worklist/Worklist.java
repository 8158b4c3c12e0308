package org.capaccueil.worklist;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.campaign.EvaluationView;
import org.capaccueil.campaign.Evaluations;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.shared.AbsentPerson;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CampaignId;
import org.capaccueil.shared.EvaluationId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.workflow.OpenTask;
import org.capaccueil.workflow.TaskDesk;
import org.capaccueil.workflow.TaskDesk.Whose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts names to a person's tasks. Costs the same few queries whatever the number of campaigns. */
@Service
@Transactional(readOnly = true)
class Worklist {

    static final int PAGE = 50;

    /** Nobody pages further by hand; the product with {@link #PAGE} stays a number the database knows. */
    static final int LAST_PAGE = 100_000;

    private static final Map<String, String> PHASES = Map.of(
            "data-collection", "Collecte",
            "self-assessment", "Autoévaluation",
            "audit", "Audit",
            "action-plan", "Plan d'action",
            "follow-up", "Suivi",
            "action-follow-up", "Suivi",
            "evaluation-campaign", "Campagne");

    private final TaskDesk desk;
    private final Evaluations evaluations;
    private final Organisation organisation;
    private final List<OwnPart> ownParts;

    Worklist(TaskDesk desk, Evaluations evaluations, Organisation organisation, List<OwnPart> ownParts) {
        this.ownParts = ownParts;
        this.desk = desk;
        this.evaluations = evaluations;
        this.organisation = organisation;
    }

    List<TaskRow> rows(Actor actor, Whose whose, @Nullable CampaignId campaign, int page) {
        return name(actor, desk.list(actor, whose, key(campaign), page * PAGE, PAGE));
    }

    long count(Actor actor, Whose whose, @Nullable CampaignId campaign) {
        return desk.count(actor, whose, key(campaign));
    }

    private static @Nullable UUID key(@Nullable CampaignId campaign) {
        return campaign == null ? null : campaign.value();
    }

    /** The most urgent task of this person after one is done: where to go on. */
    Optional<OpenTask> next(Actor actor) {
        return desk.list(actor, Whose.MINE, null, 0, 1).stream()
                .findFirst()
                .or(() -> desk.list(actor, Whose.OFFERED, null, 0, 1).stream().findFirst());
    }

    private List<TaskRow> name(Actor actor, List<OpenTask> tasks) {
        Map<EvaluationId, EvaluationView> files = evaluations.byIds(tasks.stream()
                .map(OpenTask::evaluation)
                .filter(Objects::nonNull)
                .distinct()
                .map(EvaluationId::new)
                .toList());
        Map<UUID, CampaignView> campaigns = tasks.stream()
                .filter(task -> task.evaluation() == null)
                .map(OpenTask::campaign)
                .distinct()
                .map(id -> evaluations.campaign(new CampaignId(id)))
                .collect(Collectors.toMap(campaign -> campaign.id().value(), Function.identity()));
        Map<PersonId, PersonView> people = organisation.people(tasks.stream()
                .map(OpenTask::assignee)
                .filter(Objects::nonNull)
                .distinct()
                .map(PersonId::new)
                .toList());
        return tasks.stream()
                .map(task -> row(actor, task, files, campaigns, people, ownPart(actor, task)))
                .toList();
    }

    private @Nullable String ownPart(Actor actor, OpenTask task) {
        return task.isEverybodys()
                ? ownParts.stream()
                        .flatMap(room -> room.inWords(actor, task).stream())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static TaskRow row(
            Actor actor,
            OpenTask task,
            Map<EvaluationId, EvaluationView> files,
            Map<UUID, CampaignView> campaigns,
            Map<PersonId, PersonView> people,
            @Nullable String ownPart) {
        EvaluationView file = task.evaluation() == null ? null : files.get(new EvaluationId(task.evaluation()));
        CampaignView campaign = campaigns.get(task.campaign());
        PersonView holder = task.assignee() == null ? null : people.get(new PersonId(task.assignee()));
        return new TaskRow(
                task.id(),
                task.name(),
                task.page(),
                file != null ? file.teamName() : campaign != null ? campaign.name() : "",
                file != null ? file.campaignName() : campaign != null ? campaign.name() : "",
                PHASES.getOrDefault(task.processKey(), ""),
                holder == null ? null : holder.name(),
                task.inPlaceOf(actor).map(AbsentPerson::ofName).orElse(null),
                task.assignee() != null && !task.groups().isEmpty(),
                ownPart,
                task.since(),
                task.due());
    }
}
