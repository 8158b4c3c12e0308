package org.capaccueil.organisation.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.capaccueil.organisation.TeamView.PointView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.jspecify.annotations.Nullable;

/** A place, a line or an address where residents reach a team, over one or more channels. */
@Entity
class ReceptionPoint {

    @Id
    private UUID id;

    private String name;
    private String address;

    @ElementCollection
    @CollectionTable(name = "reception_point_channel", joinColumns = @JoinColumn(name = "point_id"))
    @Column(name = "channel")
    @Enumerated(EnumType.STRING)
    private Set<Channel> channels = EnumSet.noneOf(Channel.class);

    /** The commune whose main point this is. */
    private @Nullable UUID mainOf;

    protected ReceptionPoint() {}

    ReceptionPoint(UUID id, String name, String address, Set<Channel> channels) {
        this.id = id;
        describe(name, address, channels);
    }

    final void describe(String name, String address, Set<Channel> channels) {
        this.name = name;
        this.address = address;
        this.channels.clear();
        this.channels.addAll(channels);
    }

    void becomeMainOf(CommuneId commune) {
        mainOf = commune.value();
    }

    UUID id() {
        return id;
    }

    Set<Channel> channels() {
        return channels;
    }

    PointView view() {
        return new PointView(id, name, address, Channels.inOrder(channels), mainOf != null);
    }
}
