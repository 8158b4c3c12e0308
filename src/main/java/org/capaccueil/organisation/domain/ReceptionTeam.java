package org.capaccueil.organisation.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;

/** The people who receive residents together, with the points and channels they hold. The unit that is evaluated. */
@Entity
class ReceptionTeam {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID communeId;
    private String code;
    private String name;
    private int yearlyContacts;
    private boolean active = true;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "team_id", nullable = false)
    @OrderColumn(name = "position")
    private List<ReceptionPoint> points = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "team_member", joinColumns = @JoinColumn(name = "team_id"))
    private Set<Membership> members = new LinkedHashSet<>();

    @Embeddable
    record Membership(@Column(name = "person_id") UUID personId, boolean lead) {}

    protected ReceptionTeam() {}

    ReceptionTeam(TeamId id, CommuneId commune, String code, String name, int yearlyContacts) {
        this.id = id.value();
        this.communeId = commune.value();
        this.code = code;
        this.name = name;
        this.yearlyContacts = yearlyContacts;
    }

    void rename(String code, String name, int yearlyContacts) {
        this.code = code;
        this.name = name;
        this.yearlyContacts = yearlyContacts;
    }

    /** Opens a point; a point without a channel would never be evaluated, so it is refused. */
    UUID openPoint(String pointName, String address, Set<Channel> channels) {
        requireChannel(channels);
        ReceptionPoint point = new ReceptionPoint(UUID.randomUUID(), pointName, address, channels);
        points.add(point);
        return point.id();
    }

    void describePoint(UUID pointId, String pointName, String address, Set<Channel> channels) {
        requireChannel(channels);
        point(pointId).describe(pointName, address, channels);
    }

    void closePoint(UUID pointId) {
        points.remove(point(pointId));
    }

    PointView pointView(UUID pointId) {
        return point(pointId).view();
    }

    private ReceptionPoint point(UUID pointId) {
        return points.stream()
                .filter(point -> point.id().equals(pointId))
                .findFirst()
                .orElseThrow(() -> new BusinessRefusal("Ce point d'accueil n'existe plus dans l'équipe « " + name
                        + " ». Rechargez la page pour voir ceux qui restent."));
    }

    private static void requireChannel(Set<Channel> channels) {
        if (channels.isEmpty()) {
            throw new BusinessRefusal("channels", "Choisissez au moins un canal pour ce point d'accueil.");
        }
    }

    /** Adds somebody, or changes whether they lead. */
    void enrol(PersonId person, boolean lead) {
        members.removeIf(member -> member.personId().equals(person.value()));
        members.add(new Membership(person.value(), lead));
    }

    void release(PersonId person) {
        members.removeIf(member -> member.personId().equals(person.value()));
    }

    void deactivate() {
        active = false;
    }

    void reactivate() {
        active = true;
    }

    TeamView view() {
        Set<Channel> channels = Channels.inOrder(
                points.stream().flatMap(point -> point.channels().stream()).toList());
        return new TeamView(
                new TeamId(id),
                new CommuneId(communeId),
                code,
                name,
                yearlyContacts,
                active,
                channels,
                points.stream().map(ReceptionPoint::view).toList(),
                members.stream()
                        .map(member -> new MemberView(new PersonId(member.personId()), member.lead()))
                        .toList(),
                version);
    }
}
