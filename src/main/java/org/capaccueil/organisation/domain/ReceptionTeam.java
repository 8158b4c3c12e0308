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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.Closing;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.BusinessRefusal;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.TeamId;
import org.jspecify.annotations.Nullable;

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

    @ElementCollection
    @CollectionTable(name = "past_member", joinColumns = @JoinColumn(name = "team_id"))
    private Set<PastMembership> pastMembers = new LinkedHashSet<>();

    private @Nullable LocalDate closedOn;
    private @Nullable String closingReason;
    private @Nullable UUID successorId;

    @Embeddable
    record Membership(@Column(name = "person_id") UUID personId, boolean lead, LocalDate since) {}

    /** Kept because an auditor must not have been of the team while it was evaluated. */
    @Embeddable
    record PastMembership(@Column(name = "person_id") UUID personId, boolean lead, LocalDate since, LocalDate until) {}

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
    UUID openPoint(String pointName, String address, Set<Channel> channels, LocalDate on) {
        requireChannel(channels);
        ReceptionPoint point = new ReceptionPoint(UUID.randomUUID(), pointName, address, channels, on);
        points.add(point);
        return point.id();
    }

    void describePoint(UUID pointId, String pointName, String address, Set<Channel> channels, LocalDate on) {
        requireChannel(channels);
        point(pointId).describe(pointName, address, channels, on);
    }

    /** The day each channel of the team was first opened, at whichever point. */
    Map<Channel, LocalDate> channelsSince() {
        Map<Channel, LocalDate> since = new EnumMap<>(Channel.class);
        points.forEach(point -> point.channelsSince()
                .forEach((channel, day) ->
                        since.merge(channel, day, (one, other) -> one.isBefore(other) ? one : other)));
        return since;
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

    void becomeMain(UUID pointId) {
        point(pointId).becomeMainOf(new CommuneId(communeId));
    }

    /** Adds somebody, or changes whether they lead. */
    void enrol(PersonId person, boolean lead, LocalDate on) {
        LocalDate since = membership(person).map(Membership::since).orElse(on);
        members.removeIf(member -> member.personId().equals(person.value()));
        members.add(new Membership(person.value(), lead, since));
    }

    void release(PersonId person, LocalDate on) {
        membership(person).ifPresent(member -> {
            members.remove(member);
            LocalDate until = on.isBefore(member.since()) ? member.since() : on;
            pastMembers.add(new PastMembership(member.personId(), member.lead(), member.since(), until));
        });
    }

    private Optional<Membership> membership(PersonId person) {
        return members.stream()
                .filter(member -> member.personId().equals(person.value()))
                .findFirst();
    }

    void close(LocalDate on, String reason) {
        requireActive();
        active = false;
        closedOn = on;
        closingReason = reason;
    }

    void reopen() {
        if (successorId != null) {
            throw new BusinessRefusal(
                    "L'équipe « " + name + " » a été fusionnée dans une autre, qui a repris ses membres "
                            + "et ses points d'accueil : elle ne se rouvre pas. Ouvrez une nouvelle équipe s'il en faut une.");
        }
        active = true;
        closedOn = null;
        closingReason = null;
    }

    /** Goes into another team with everybody; its points are handed over by whoever calls this. */
    void mergeInto(ReceptionTeam survivor, LocalDate on, String reason, boolean keepLeads) {
        requireActive();
        survivor.requireActive();
        if (survivor == this) {
            throw new BusinessRefusal("with", "Une équipe ne fusionne pas avec elle-même. Choisissez-en une autre.");
        }
        for (Membership member : List.copyOf(members)) {
            PersonId person = new PersonId(member.personId());
            boolean leadsThere =
                    survivor.membership(person).map(Membership::lead).orElse(false);
            survivor.enrol(person, leadsThere || keepLeads && member.lead(), on);
            release(person, on);
        }
        if (survivor.members.stream().noneMatch(Membership::lead)) {
            throw new BusinessRefusal(
                    "keepLeads",
                    "L'équipe « " + survivor.name + " » n'aurait pas de responsable. Gardez ceux de l'équipe « " + name
                            + " », ou désignez-en un d'abord.");
        }
        survivor.yearlyContacts += yearlyContacts;
        active = false;
        closedOn = on;
        closingReason = reason;
        successorId = survivor.id;
    }

    private void requireActive() {
        if (!active) {
            throw new BusinessRefusal("L'équipe « " + name + " » est fermée. Choisissez une équipe ouverte.");
        }
    }

    private @Nullable Closing closing() {
        return closedOn == null || closingReason == null
                ? null
                : new Closing(closedOn, closingReason, successorId == null ? null : new TeamId(successorId));
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
                version,
                closing());
    }
}
