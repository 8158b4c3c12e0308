package org.capaccueil.audit.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capaccueil.organisation.PersonView;
import org.capaccueil.organisation.TeamView;
import org.capaccueil.organisation.TeamView.MemberView;
import org.capaccueil.shared.Channel;
import org.capaccueil.shared.CommuneId;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.Role;
import org.capaccueil.shared.TeamId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Place;
import org.capaccueil.standard.Question;
import org.capaccueil.standard.Theme;
import org.capaccueil.support.Grids;

/** A small team and a standard of two criteria, the second one mandatory. */
final class Sample {

    static final CommuneId HOME = CommuneId.random();
    static final CommuneId NEIGHBOUR = CommuneId.random();
    static final PersonId MEMBER = PersonId.random();
    static final PersonId LEAD = PersonId.random();

    static final Criterion PLAIN = criterion("ACC-1", false);
    static final Criterion MANDATORY = criterion("ACC-2", true);
    static final Theme THEME = Grids.theme("ACC", "Accès", 1, List.of(PLAIN, MANDATORY));
    static final List<Question> QUESTIONS = List.of(
            new Question(THEME, PLAIN, Grids.SCALE, List.of(Place.COUNTER)),
            new Question(THEME, MANDATORY, Grids.SCALE, List.of(Place.COUNTER, Place.PHONE)));

    private Sample() {}

    private static Criterion criterion(String code, boolean mandatory) {
        return Grids.unit(code, 1, mandatory, Set.of(Channel.COUNTER, Channel.PHONE));
    }

    static TeamView team() {
        return new TeamView(
                TeamId.random(),
                HOME,
                "ACC",
                "Accueil",
                12_000,
                true,
                Set.of(Channel.COUNTER),
                List.of(),
                List.of(new MemberView(LEAD, true), new MemberView(MEMBER, false)),
                0,
                null);
    }

    static PersonView auditor(PersonId id, CommuneId commune, Role... more) {
        Set<Role> roles = new HashSet<>(Arrays.asList(more));
        roles.add(Role.AUDITOR);
        return new PersonView(id, commune, "Commune", "Hélène Roux", null, "Auditrice", roles, null, 0);
    }

    /** What is known of people: nothing, until a test says otherwise. */
    static final class Known {

        final Set<PersonId> during = new HashSet<>();
        final Set<PersonId> substitutes = new HashSet<>();
        final Map<PersonId, List<PersonId>> above = new HashMap<>();
        final Map<PersonId, String> help = new HashMap<>();
        final List<PersonId> lastAuditors = new ArrayList<>();
        final Set<PersonId> setAside = new HashSet<>();
        final Set<PersonId> lent = new HashSet<>();
        final Map<PersonId, LocalDate> away = new HashMap<>();
        PersonId chooser = PersonId.random();

        Independence about(PersonView... people) {
            Map<PersonId, String> names = Map.of(LEAD, "Éloïse Bœuf", MEMBER, "Karim Haddad");
            return new Independence(
                    team(),
                    new Ties(during, substitutes, above, names, help, lastAuditors, setAside, chooser, lent, away),
                    List.of(people));
        }
    }

    static Independence independence(PersonView... people) {
        Known known = new Known();
        for (PersonView person : people) {
            known.lent.add(person.id());
        }
        return known.about(people);
    }
}
