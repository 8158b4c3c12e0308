package org.capaccueil.network.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Good practices as a commune reads them: its own, and what the others share. The database lets everybody read what is
 * shared; in how many communes it is adopted is counted in a scope of its own, which is why no transaction is opened here.
 */
@Service
public class SharedPractices {

    private final GoodPractices practices;
    private final PracticeAdoptions adoptions;
    private final Organisation organisation;

    SharedPractices(GoodPractices practices, PracticeAdoptions adoptions, Organisation organisation) {
        this.practices = practices;
        this.adoptions = adoptions;
        this.organisation = organisation;
    }

    /** What somebody looks for; null and empty mean all. */
    public record Filter(@Nullable Channel channel, String theme, @Nullable CommuneId commune) {

        boolean fits(PracticeView practice) {
            return (channel == null || practice.text().channels().contains(channel))
                    && (theme.isBlank() || theme.equals(practice.text().theme()))
                    && (commune == null || commune.equals(practice.commune()));
        }
    }

    /** A team of this commune that adopted it; outdated where the text has changed since. */
    public record Adopted(String team, Adoption adoption, boolean outdated) {}

    /**
     * A practice in the list or on its page.
     *
     * @param from the name of the commune that tells it
     * @param adopted by teams of the reader's commune
     */
    public record Told(PracticeView practice, String from, boolean own, List<Adopted> adopted) {}

    /** The list with what it can be narrowed to. */
    public record Shelf(List<Told> practices, List<String> themes, List<CommuneView> communes) {}

    public Shelf shelf(Actor actor, Filter filter) {
        List<Told> all = all(actor);
        List<CommuneId> telling =
                all.stream().map(one -> one.practice().commune()).distinct().toList();
        return new Shelf(
                all.stream().filter(one -> filter.fits(one.practice())).toList(),
                all.stream()
                        .map(one -> one.practice().text().theme())
                        .filter(theme -> !theme.isBlank())
                        .distinct()
                        .sorted()
                        .toList(),
                organisation.communes().stream()
                        .filter(commune -> telling.contains(commune.id()))
                        .toList());
    }

    /** The practice with its adoptions, if this person may read it. */
    public Told told(Actor actor, UUID id) {
        return all(actor).stream()
                .filter(one -> one.practice().id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** In how many communes it is adopted, for those who tell it. */
    public int communes(UUID practice) {
        return adoptions.communes(practice);
    }

    private List<Told> all(Actor actor) {
        List<Adoption> adopted = adoptions.of(actor.commune());
        Map<CommuneId, String> names =
                organisation.communes().stream().collect(Collectors.toMap(CommuneView::id, CommuneView::name));
        Map<TeamId, TeamView> teams = organisation.teams(
                adopted.stream().map(Adoption::team).distinct().toList());
        Stream<GoodPractice> kept =
                practices
                        .findAllById(adopted.stream()
                                .map(Adoption::practice)
                                .distinct()
                                .toList())
                        .stream();
        return Stream.of(
                        practices.findByStateOrderBySharedAtDesc(PracticeState.SHARED).stream(),
                        practices
                                .findByCommuneIdOrderBySavedAtDesc(
                                        actor.commune().value())
                                .stream(),
                        kept)
                .flatMap(Function.identity())
                .map(GoodPractice::view)
                .filter(practice -> mayRead(actor, practice, adopted))
                .collect(Collectors.toMap(PracticeView::id, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(PracticeView::savedAt).reversed())
                .map(practice -> new Told(
                        practice,
                        names.getOrDefault(practice.commune(), "une autre commune"),
                        practice.commune().equals(actor.commune()),
                        adopted.stream()
                                .filter(one -> one.practice().equals(practice.id()))
                                .map(one -> new Adopted(
                                        teams.get(one.team()).name(), one, one.edition() < practice.edition()))
                                .toList()))
                .toList();
    }

    private static boolean mayRead(Actor actor, PracticeView practice, List<Adoption> adopted) {
        if (practice.isShared()) {
            return true;
        }
        if (practice.commune().equals(actor.commune())) {
            return !practice.isDraft() || PracticeDesk.mayWrite(actor);
        }
        return practice.state() == PracticeState.WITHDRAWN
                && adopted.stream().anyMatch(one -> one.practice().equals(practice.id()));
    }
}
