package org.capaccueil.network.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capaccueil.organisation.PersonView;

/** The people of a commune, whose names have no place in a text that leaves it. */
record NamedPeople(List<String> names) {

    static NamedPeople of(List<PersonView> people) {
        return new NamedPeople(people.stream().map(PersonView::name).toList());
    }

    /** The first of them somebody named in these texts. */
    Optional<String> in(Stream<String> texts) {
        List<String> all = texts.toList();
        return names.stream()
                .filter(name -> all.stream()
                        .anyMatch(text -> pattern(name).matcher(text).find()))
                .findFirst();
    }

    /** The text with what they are instead of who. */
    String outOf(String text) {
        String without = text;
        for (String name : names) {
            without = pattern(name).matcher(without).replaceAll("une personne de l'équipe");
        }
        return without;
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                "(?<![\\p{L}])" + Pattern.quote(name) + "(?![\\p{L}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
