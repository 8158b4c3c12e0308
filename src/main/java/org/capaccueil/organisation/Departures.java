package org.capaccueil.organisation;

import java.time.LocalDate;
import java.util.List;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;

/** People who leave, and what names them once their period is over. */
public interface Departures {

    /** What lists show in place of a name. */
    String SOMEBODY_GONE = "Ancien membre de l'équipe";

    /** What is shown in place of a capacity. */
    String CAPACITY_GONE = "A quitté la commune";

    /**
     * Takes a person out of teams and roles at once.
     *
     * @throws org.capaccueil.shared.BusinessRefusal while something is in that person's hands, saying to whom to give it
     */
    void leave(Actor actor, PersonId person, LocalDate day);

    void comeBack(Actor actor, PersonId person);

    /** Why this person cannot leave yet; empty when nothing stands in the way. */
    List<String> standingInTheWay(Actor actor, PersonId person);

    /** Everybody who left the commune, the first to leave first. */
    List<DepartedView> departedFrom(CommuneId commune);

    /** Everybody who left and is still named. */
    List<DepartedView> stillNamed();

    /**
     * Takes what names a person out of the register, and tells the other rooms.
     *
     * @return false when another node is at it or it is done
     */
    boolean anonymise(PersonId person);
}
