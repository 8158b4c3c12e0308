package org.capaccueil.shared;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who did something and in whose right: their own, or that of an absent person they stand in for.
 *
 * @param inPlaceOf null when the right used is the person's own
 */
public record Acting(PersonId person, String name, @Nullable AbsentPerson inPlaceOf) {

    /** « Karim Haddad, en remplacement d'Éloïse Bœuf ». */
    public String inWords() {
        return inPlaceOf == null ? name : name + ", en remplacement " + inPlaceOf.ofName();
    }

    /**
     * The capacity a signature names: one's own, or « par suppléance d'Éloïse Bœuf (Directrice générale des services) ».
     *
     * @param ownCapacity what the person's own signature would name
     */
    public String capacity(String ownCapacity) {
        return inPlaceOf == null
                ? ownCapacity
                : "par suppléance " + inPlaceOf.ofName() + " (" + inPlaceOf.capacity() + ")";
    }

    /**
     * Holds a separation of duties against the person, and as well against the one in whose right they act: nobody gets
     * round a bar of their own by being away.
     *
     * @param guard refuses a person who is barred
     */
    public void hold(Consumer<PersonId> guard) {
        guard.accept(person);
        if (inPlaceOf == null) {
            return;
        }
        try {
            guard.accept(inPlaceOf.id());
        } catch (NotAllowed barred) {
            throw new NotAllowed("Vous agiriez en remplacement " + inPlaceOf.ofName()
                    + ", qui n'en aurait pas le droit non plus : cette personne a déjà pris part à ce qui est à décider. "
                    + "Demandez à quelqu'un qui en a le droit en son propre nom.");
        }
    }
}
