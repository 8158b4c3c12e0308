package org.capaccueil.survey.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.SurveySight.Seen;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Free texts: quality managers read them over, the others read what was published. */
@Service
@Transactional
public class CommentDesk {

    private static final int PAGE = 20;

    /** A list in SQL is never empty. */
    private static final String NONE = "";

    private static final UUID NOBODY = new UUID(0, 0);

    private final SurveySight sight;
    private final Comments comments;
    private final Trail trail;

    CommentDesk(SurveySight sight, Comments comments, Trail trail) {
        this.sight = sight;
        this.comments = comments;
        this.trail = trail;
    }

    /**
     * A page of those that were found.
     *
     * @param page which one it is, the first at 0: the last there is when one past it was asked for
     */
    public record Found(List<CommentView> comments, int page, boolean hasMore) {}

    /** What the moderator may read by now: what is to be read over first. */
    @Transactional(readOnly = true)
    public Found received(Actor actor, SurveyId survey, CommentSearch search) {
        sight.seen(actor, survey);
        actor.require(Role.QUALITY_MANAGER);
        Set<CommentState> states = search.state() == null
                ? EnumSet.complementOf(EnumSet.of(CommentState.ARRIVED))
                : EnumSet.of(search.state());
        states.remove(CommentState.ARRIVED);
        return found(actor, survey, states, search, comment -> comment);
    }

    /** What was published, for whoever sees the survey: a team that about itself. The text as written stays out. */
    @Transactional(readOnly = true)
    public Found published(Actor actor, SurveyId survey, CommentSearch search) {
        sight.seen(actor, survey);
        return found(actor, survey, Set.of(CommentState.PUBLISHED), search, CommentView::asOthersReadIt);
    }

    private Found found(
            Actor actor,
            SurveyId survey,
            Set<CommentState> states,
            CommentSearch search,
            UnaryOperator<CommentView> seen) {
        Page<SurveyComment> page = page(actor, survey, states, search, search.page());
        if (page.isEmpty() && search.page() > 0) {
            page = page(actor, survey, states, search, Math.max(page.getTotalPages() - 1, 0));
        }
        return new Found(page.map(SurveyComment::view).map(seen).toList(), page.getNumber(), page.hasNext());
    }

    private Page<SurveyComment> page(
            Actor actor, SurveyId survey, Set<CommentState> states, CommentSearch search, int number) {
        return comments.find(
                survey.value(),
                Stream.concat(Stream.of(NONE), states.stream().map(Enum::name)).toList(),
                SurveySight.seesAll(actor),
                Stream.concat(Stream.of(NOBODY), actor.teams().stream().map(TeamId::value))
                        .toList(),
                search.words(),
                search.tag(),
                PageRequest.of(number, PAGE));
    }

    /** Publishes one, with the passages left out that are named. */
    public void publish(Actor actor, SurveyId survey, UUID id, long version, String masked, String tags) {
        decide(actor, survey, id, version, "Commentaire publié", comment -> {
            comment.publish(masked);
            comment.tag(tags);
        });
    }

    public void reject(Actor actor, SurveyId survey, UUID id, long version, String tags) {
        decide(actor, survey, id, version, "Commentaire écarté", comment -> {
            comment.reject();
            comment.tag(tags);
        });
    }

    /** The journal says that somebody decided, and never what a resident wrote. */
    private void decide(
            Actor actor, SurveyId survey, UUID id, long version, String action, Consumer<SurveyComment> decision) {
        Seen seen = sight.seen(actor, survey);
        actor.require(Role.QUALITY_MANAGER);
        SurveyComment comment =
                comments.findById(id).filter(one -> one.isOf(survey.value())).orElseThrow(NotFound::new);
        if (comment.version() != version) {
            CommentView saved = comment.view();
            throw new ChangedMeanwhile(
                    "Quelqu'un d'autre vient de décider de ce commentaire. Rouvrez la page pour voir ce qui est décidé.",
                    List.of(new Difference("État", saved.state().title(), action)));
        }
        comment.requireReadable();
        decision.accept(comment);
        trail.record(
                actor.as(Role.QUALITY_MANAGER),
                Event.general(seen.survey().view().title(), action));
    }
}
