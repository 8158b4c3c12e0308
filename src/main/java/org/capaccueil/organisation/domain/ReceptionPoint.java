package org.capaccueil.organisation.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
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
    @MapKeyColumn(name = "channel")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "since")
    private Map<Channel, LocalDate> channels = new EnumMap<>(Channel.class);

    /** The commune whose main point this is. */
    private @Nullable UUID mainOf;

    protected ReceptionPoint() {}

    ReceptionPoint(UUID id, String name, String address, Set<Channel> channels, LocalDate on) {
        this.id = id;
        describe(name, address, channels, on);
    }

    /** Takes other words and channels; one it has already stays as old as it is. */
    final void describe(String name, String address, Set<Channel> channels, LocalDate on) {
        this.name = name;
        this.address = address;
        this.channels.keySet().retainAll(channels);
        channels.forEach(channel -> this.channels.putIfAbsent(channel, on));
    }

    void becomeMainOf(CommuneId commune) {
        mainOf = commune.value();
    }

    UUID id() {
        return id;
    }

    Set<Channel> channels() {
        return channels.keySet();
    }

    Map<Channel, LocalDate> channelsSince() {
        return channels;
    }

    PointView view() {
        return new PointView(id, name, address, Channels.inOrder(channels.keySet()), mainOf != null);
    }
}
