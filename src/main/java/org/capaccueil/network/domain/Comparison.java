package org.capaccueil.network.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.capaccueil.label.PublishedResults;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.organisation.Organisation;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotAllowed;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.StandardVersionView;
import org.capaccueil.standard.Standards;
import org.springframework.stereotype.Service;

/**
 * The published results of the communes of one métropole that agreed, side by side. The database lets nobody else's be
 * read: a consent that has ended closes its commune's results at once.
 */
@Service
public class Comparison {

    private final ComparisonConsents consents;
    private final PublishedResults results;
    private final Organisation organisation;
    private final Standards standards;

    Comparison(ComparisonConsents consents, PublishedResults results, Organisation organisation, Standards standards) {
        this.consents = consents;
        this.results = results;
        this.organisation = organisation;
        this.standards = standards;
    }

    /** One version and year with the words for what is compared. */
    public record Sheet(StandardVersionView version, Standard standard, Compared compared) {}

    /**
     * What a person sees.
     *
     * @param takesPart whether their own commune has agreed; only then, or as an observer, do they see any sheet
     * @param names of the communes that agreed to be named
     */
    public record Overview(boolean observer, boolean takesPart, List<Sheet> sheets, Map<CommuneId, String> names) {}

    public Overview of(Actor actor) {
        boolean observer = actor.is(Role.OBSERVER);
        if (!observer && !actor.is(Role.QUALITY_MANAGER) && !actor.is(Role.LEADERSHIP)) {
            throw new NotAllowed(
                    "La comparaison est ouverte à la métropole, à la direction et aux référents qualité des "
                            + "communes qui y prennent part.");
        }
        Map<CommuneId, CommuneView> communes = organisation.communesAround(actor.commune()).stream()
                .collect(Collectors.toMap(CommuneView::id, Function.identity()));
        List<ComparisonConsent> agreed = consents.findByEndedAtIsNull().stream()
                .filter(consent -> communes.containsKey(consent.commune()))
                .toList();
        boolean takesPart =
                agreed.stream().anyMatch(consent -> consent.commune().equals(actor.commune()));
        if (!observer && !takesPart) {
            return new Overview(false, false, List.of(), Map.of());
        }
        Set<CommuneId> named = agreed.stream()
                .filter(ComparisonConsent::isNamed)
                .map(ComparisonConsent::commune)
                .collect(Collectors.toSet());
        List<PublishedResults.Result> published =
                results.of(agreed.stream().map(ComparisonConsent::commune).toList());
        return new Overview(
                observer,
                takesPart,
                Compared.of(published, new Viewer(actor.commune(), named)).stream()
                        .map(one ->
                                new Sheet(standards.version(one.standard()), standards.content(one.standard()), one))
                        .toList(),
                named.stream().collect(Collectors.toMap(Function.identity(), id -> communes.get(id)
                        .name())));
    }
}
