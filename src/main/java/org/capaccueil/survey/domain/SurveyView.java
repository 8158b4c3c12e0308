package org.capaccueil.survey.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.survey.SurveyId;
import org.jspecify.annotations.Nullable;

/**
 * A survey as its pages show it.
 *
 * @param population how many people the sample is drawn from; null where none is drawn
 * @param ready whether it opens by itself on its first day, as long as nobody changes it
 * @param version what a form that changes it has to give back
 */
public record SurveyView(
        SurveyId id,
        CommuneId commune,
        UUID questionnaire,
        String title,
        LocalDate firstDay,
        LocalDate lastDay,
        Sampling sampling,
        @Nullable Integer population,
        SurveyStatus status,
        boolean ready,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        long version) {

    public boolean isPrepared() {
        return status == SurveyStatus.PREPARED;
    }

    public boolean isOpen() {
        return status == SurveyStatus.OPEN;
    }

    public boolean isClosed() {
        return status == SurveyStatus.CLOSED;
    }

    /** It was to open by itself, and nothing did while it could: its days have to be changed. */
    boolean hasMissedItsDays(LocalDate today) {
        return isPrepared() && ready && today.isAfter(lastDay);
    }

    /** Whether residents can answer on this day. */
    boolean takesAnswers(LocalDate today) {
        return isOpen() && !today.isAfter(lastDay);
    }

    /** More have answered than there are people the sample was drawn from: the link went round. */
    public boolean isOutnumberedBy(int answers) {
        return population != null && answers > population;
    }

    /** Whether an interval has a meaning for so many answers that came by these ways. */
    boolean hasMargin(int answers, Collection<WayKind> kinds) {
        return sampling == Sampling.RANDOM && sampling.isReachedBy(kinds) && !isOutnumberedBy(answers);
    }

    /** The last day somebody could answer: it may have been closed early. */
    LocalDate lastAnswered() {
        LocalDate closed = closedAt == null ? lastDay : PublicTime.dayOf(closedAt);
        return closed.isBefore(lastDay) ? closed : lastDay;
    }

    /** « du 3 mai 2027 au 7 juin 2027 ». */
    public String days() {
        return "du " + PublicTime.inWords(firstDay) + " au " + PublicTime.inWords(lastDay);
    }
}
