package org.capaccueil.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

/** What stands in front of every page gives the thread its scope, and takes it away with the page. */
class RequestScopeTest {

    private static final CommuneId OWN = CommuneId.random();
    private static final CommuneId AUDITED = CommuneId.random();

    private final CurrentPerson currentPerson = mock(CurrentPerson.class);
    private final HandlerMethod page = mock(HandlerMethod.class);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final RequestScope scope = new RequestScope(currentPerson, auditsOnly());

    @SuppressWarnings("unchecked")
    private static ObjectProvider<Reach> auditsOnly() {
        ObjectProvider<Reach> rooms = mock(ObjectProvider.class);
        when(rooms.stream()).thenAnswer(call -> Stream.<Reach>of(actor -> List.of(AUDITED)));
        return rooms;
    }

    private void signIn() {
        when(currentPerson.actor())
                .thenReturn(Optional.of(new Actor(PersonId.random(), "Hélène", OWN, Set.of(), Set.of(), Set.of())));
    }

    @AfterEach
    void nothingIsLeftOnTheThread() {
        assertThat(Scope.current()).isEqualTo(Scope.nothing());
    }

    @Test
    void aPageRunsInTheScopeOfWhoIsSignedInAndOfThoseTheyReach() {
        signIn();

        scope.preHandle(request, response, page);
        assertThat(Scope.current()).isEqualTo(Scope.of(Set.of(OWN, AUDITED)));

        scope.afterCompletion(request, response, page, null);
    }

    @Test
    void aPageNobodyIsSignedInForTouchesNothing() {
        when(currentPerson.actor()).thenReturn(Optional.empty());

        scope.preHandle(request, response, page);
        assertThat(Scope.current()).isEqualTo(Scope.nothing());

        scope.afterCompletion(request, response, page, null);
    }

    @Test
    void aPageThatGoesOnLaterGivesTheThreadBackAndEntersAgain() {
        signIn();

        scope.preHandle(request, response, page);
        scope.afterConcurrentHandlingStarted(request, response, page);
        assertThat(Scope.current()).as("the thread serves others meanwhile").isEqualTo(Scope.nothing());

        scope.preHandle(request, response, page);
        assertThat(Scope.current()).isNotEqualTo(Scope.nothing());
        scope.afterCompletion(request, response, page, null);
    }

    @Test
    void aPageWithinAPageLeavesTheOuterItsScope() {
        signIn();

        scope.preHandle(request, response, page);
        scope.preHandle(request, response, page);
        scope.afterCompletion(request, response, page, null);
        assertThat(Scope.current()).isEqualTo(Scope.of(Set.of(OWN, AUDITED)));
        scope.afterCompletion(request, response, page, null);
    }

    @Test
    void aPictureOrAStyleSheetAsksNobody() {
        Object file = new Object();

        scope.preHandle(request, response, file);
        scope.afterCompletion(request, response, file, null);
    }
}
