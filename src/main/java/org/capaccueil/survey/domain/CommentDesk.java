package org.capaccueil.survey.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.domain.SurveySight.Seen;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Free texts: quality managers read them over, the others read what was published. */
@Service
@Transactional
public class CommentDesk {

    private final SurveySight sight;
    private final Comments comments;
    private final Trail trail;

    CommentDesk(SurveySight sight, Comments comments, Trail trail) {
        this.sight = sight;
        this.comments = comments;
        this.trail = trail;
    }

    /** Everything the moderator may read by now: what is to be read over first. */
    @Transactional(readOnly = true)
    public List<CommentView> received(Actor actor, SurveyId survey, String words, String tag) {
        sight.seen(actor, survey);
        actor.require(Role.QUALITY_MANAGER);
        return found(survey, words, tag)
                .filter(comment -> comment.state() != CommentState.ARRIVED)
                .sorted(Comparator.comparing(CommentView::state).thenComparing(CommentView::id))
                .toList();
    }

    /** What was published, for whoever sees the survey: a team that about itself. The text as written stays out. */
    @Transactional(readOnly = true)
    public List<CommentView> published(Actor actor, SurveyId survey, String words, String tag) {
        sight.seen(actor, survey);
        return found(survey, words, tag)
                .filter(comment -> comment.state() == CommentState.PUBLISHED)
                .filter(comment -> SurveySight.seesAll(actor) || actor.belongsTo(comment.team()))
                .sorted(Comparator.comparing(CommentView::id))
                .map(comment -> new CommentView(
                        comment.id(),
                        comment.team(),
                        comment.question(),
                        Optional.ofNullable(comment.shown()).orElse(""),
                        comment.state(),
                        comment.shown(),
                        "",
                        comment.tags(),
                        comment.version()))
                .toList();
    }

    private Stream<CommentView> found(SurveyId survey, String words, String tag) {
        List<SurveyComment> found =
                words.isBlank() ? comments.findBySurveyId(survey.value()) : comments.search(survey.value(), words);
        return found.stream()
                .map(SurveyComment::view)
                .filter(comment -> tag.isBlank() || comment.tags().contains(tag));
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
