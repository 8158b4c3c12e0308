package org.capaccueil.survey.domain;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class SurveyRoundsTest {

    @Test
    void answersAreShakenFirstAndASurveyThatCannotBeClosedHoldsUpNoOther() {
        SurveyRows surveys = mock();
        SurveyDesk desk = mock();
        AnswerMixing mixing = mock();
        UUID broken = UUID.randomUUID();
        UUID sound = UUID.randomUUID();
        when(surveys.due(any())).thenReturn(List.of());
        when(surveys.openPast(any())).thenReturn(List.of(broken, sound));
        doThrow(new IllegalStateException("broken")).when(desk).closeOver(broken);

        new SurveyRounds(surveys, desk, mixing, Clock.systemUTC()).round();

        InOrder order = inOrder(mixing, desk);
        order.verify(mixing).shake();
        order.verify(desk).closeOver(broken);
        order.verify(desk).closeOver(sound);
    }
}
