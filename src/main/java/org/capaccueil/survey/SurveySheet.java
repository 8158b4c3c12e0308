package org.capaccueil.survey;

import java.time.LocalDate;
import java.util.List;
import org.capaccueil.shared.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What a survey tells of one team, for its evaluation: only what is shown anyway.
 *
 * @param mode « Ouverte à qui veut répondre » or « Échantillon tiré au hasard »
 * @param random whether the sample was drawn at random
 * @param ways how residents came to it: « affiche », « papier »
 * @param from the first day of the answers it covers
 * @param to the last one
 * @param channels the team's channels in their order
 * @param satisfied null where it is not shown
 * @param limits what the figures cannot say, in a sentence or several
 */
public record SurveySheet(
        SurveyId survey,
        String title,
        String mode,
        boolean random,
        List<String> ways,
        LocalDate from,
        LocalDate to,
        List<ChannelAnswers> channels,
        @Nullable Satisfied satisfied,
        String limits) {

    public SurveySheet {
        ways = List.copyOf(ways);
        channels = List.copyOf(channels);
    }

    /**
     * Answers on one channel.
     *
     * @param answers null where they are not shown
     */
    public record ChannelAnswers(Channel channel, @Nullable Integer answers) {}

    /**
     * Grades 4 and 5 of the question about the whole, over all valid answers.
     *
     * @param percent not rounded
     * @param interval null where there is no random sample
     */
    public record Satisfied(int satisfied, int answers, double percent, @Nullable Interval interval) {}

    /** Wilson's interval at 95 %, in percent. */
    public record Interval(double lower, double upper) {}
}
