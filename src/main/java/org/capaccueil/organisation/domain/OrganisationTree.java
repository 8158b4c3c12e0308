package org.capaccueil.organisation.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.capaccueil.organisation.CommuneView;
import org.capaccueil.organisation.OrganisationKind;
import org.capaccueil.scope.Scope;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.ChangedMeanwhile;
import org.capaccueil.shared.ChangedMeanwhile.Difference;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.NotFound;
import org.capaccueil.shared.Role;
import org.capaccueil.trail.Trail;
import org.capaccueil.trail.Trail.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The tree of organisations that share an installation, kept by operators. They change organisations that are not theirs,
 * and nothing inside them: each verb here leaves their own scope for its own work only.
 */
@Service
public class OrganisationTree {

    private final Communes communes;
    private final People people;
    private final ReceptionTeams teams;
    private final Trail trail;
    private final TransactionOperations transaction;

    OrganisationTree(
            Communes communes, People people, ReceptionTeams teams, Trail trail, TransactionOperations transaction) {
        this.communes = communes;
        this.people = people;
        this.teams = teams;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** What is written about an organisation. */
    public record Description(String name, String code, int population, @Nullable CommuneId parent) {}

    /**
     * An organisation in its place.
     *
     * @param depth 0 at the top
     */
    public record Node(CommuneView organisation, int depth) {}

    /** The whole tree, members under their métropole, each level by name. */
    public List<Node> nodes(Actor actor) {
        return asOperator(actor, () -> {
            List<CommuneView> all =
                    communes.findAllByOrderByName().stream().map(Commune::view).toList();
            List<Node> nodes = new ArrayList<>();
            addBelow(null, 0, all, nodes);
            return nodes;
        });
    }

    private static void addBelow(@Nullable CommuneId parent, int depth, List<CommuneView> all, List<Node> nodes) {
        all.stream().filter(one -> Objects.equals(one.parent(), parent)).forEach(one -> {
            nodes.add(new Node(one, depth));
            addBelow(one.id(), depth + 1, all, nodes);
        });
    }

    public CommuneView organisation(Actor actor, CommuneId id) {
        return asOperator(actor, () -> known(id).view());
    }

    public CommuneId found(Actor actor, OrganisationKind kind, Description description) {
        return asOperator(actor, () -> {
            refuseKnownCode(description.code(), null);
            CommuneId id = CommuneId.random();
            Commune organisation =
                    new Commune(id, kind, description.name(), description.code(), description.population());
            organisation.moveUnder(line(description));
            communes.save(organisation);
            trail.record(
                    actor,
                    Event.general(description.name(), "Organisation enregistrée")
                            .change(null, inWords(organisation.view())));
            return id;
        });
    }

    /**
     * Describes an organisation anew and moves it where it says.
     *
     * @param version as it was read
     * @throws ChangedMeanwhile when somebody saved something else since
     */
    public void change(Actor actor, CommuneId id, long version, Description wanted) {
        asOperator(actor, () -> {
            communes.hold(OrganisationKind.METROPOLE);
            Commune organisation = known(id);
            CommuneView before = organisation.view();
            if (before.version() != version) {
                refuseOvertaken(before, wanted);
            }
            refuseKnownCode(wanted.code(), id);
            organisation.describe(wanted.name(), wanted.code(), wanted.population());
            organisation.moveUnder(line(wanted));
            String now = inWords(organisation.view());
            if (!now.equals(inWords(before))) {
                trail.record(
                        actor,
                        Event.general(wanted.name(), "Organisation modifiée").change(inWords(before), now));
            }
            return id;
        });
    }

    public void remove(Actor actor, CommuneId id) {
        asOperator(actor, () -> {
            Commune organisation = known(id);
            organisation.requireRemovable(
                    communes.countByParentId(id.value()),
                    people.existsByCommuneId(id.value()) || teams.existsByCommuneId(id.value()));
            communes.delete(organisation);
            trail.record(
                    actor,
                    Event.general(organisation.view().name(), "Organisation supprimée")
                            .change(inWords(organisation.view()), null));
            return id;
        });
    }

    private <T> T asOperator(Actor actor, Supplier<T> work) {
        actor.require(Role.OPERATOR);
        return Scope.everything().callIn(transaction, work);
    }

    private Commune known(CommuneId id) {
        return communes.findById(id.value()).orElseThrow(NotFound::new);
    }

    private List<Commune> line(Description description) {
        return Stream.iterate(description.parent(), Objects::nonNull, id -> known(id)
                        .view()
                        .parent())
                .map(this::known)
                .toList();
    }

    private void refuseKnownCode(String code, @Nullable CommuneId except) {
        communes.findByCode(code)
                .map(Commune::view)
                .filter(other -> !other.id().equals(except))
                .ifPresent(other -> {
                    throw new BusinessRefusal(
                            "code",
                            "Le code « " + code + " » est déjà celui de « " + other.name()
                                    + " ». Vérifiez le code, ou modifiez cette organisation.");
                });
    }

    private void refuseOvertaken(CommuneView saved, Description yours) {
        List<Difference> differences = Stream.of(
                        new Difference("Nom", saved.name(), yours.name()),
                        new Difference("Code", saved.code(), yours.code()),
                        new Difference(
                                "Habitants",
                                Integer.toString(saved.population()),
                                Integer.toString(yours.population())),
                        new Difference("Rattachée à", nameOf(saved.parent()), nameOf(yours.parent())))
                .filter(field -> !field.saved().equals(field.yours()))
                .toList();
        if (!differences.isEmpty()) {
            throw new ChangedMeanwhile(
                    "Cette organisation a été modifiée pendant que vous l'aviez ouverte. Choisissez la version à garder.",
                    differences);
        }
    }

    private String inWords(CommuneView one) {
        return one.kind().title() + " · " + one.name() + " · " + one.code() + " · " + one.population() + " habitants · "
                + nameOf(one.parent());
    }

    private String nameOf(@Nullable CommuneId id) {
        return id == null ? "aucune" : known(id).view().name();
    }
}
