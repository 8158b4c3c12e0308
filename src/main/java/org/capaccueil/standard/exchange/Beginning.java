package org.capaccueil.standard.exchange;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Applicability;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Indicator;
import org.capaccueil.standard.Scale;
import org.capaccueil.standard.Scale.Level;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Theme;

/** The smallest standard that can be published, as an example to be written over. */
final class Beginning {

    static final Standard STANDARD = new Standard(
            "MON-REFERENTIEL",
            "1.0",
            Standard.Kind.CHECKLIST,
            "Exemple : accueil de ma commune",
            null,
            null,
            null,
            null,
            List.of(new Scale(
                    "maturite-5",
                    Scale.Kind.GRADES,
                    List.of(
                            new Level(0, 0, "Absent"),
                            new Level(1, 25, "Ébauché"),
                            new Level(2, 50, "Partiel"),
                            new Level(3, 75, "Conforme"),
                            new Level(4, 100, "Maîtrisé")),
                    List.of(),
                    75,
                    true)),
            List.of(new Theme(
                    "ACC",
                    "Exemple : accès",
                    null,
                    null,
                    "maturite-5",
                    10,
                    List.of(new Criterion(
                            "ACC-1",
                            "Exemple : les horaires sont publiés et tenus",
                            null,
                            EnumSet.of(Channel.COUNTER, Channel.PHONE),
                            1,
                            false,
                            true,
                            Applicability.EVERY_TEAM,
                            Map.of(),
                            List.of("Affiche datée"),
                            List.of(Criterion.Method.D, Criterion.Method.O),
                            List.of(),
                            Criterion.Scope.UNIT,
                            null,
                            null)))),
            StarterRules.RULES,
            List.of(new Indicator(
                    "ATTENTE",
                    "Exemple : attente moyenne au guichet",
                    "somme des attentes / visiteurs reçus",
                    "min",
                    Indicator.Direction.LOWER,
                    BigDecimal.TEN,
                    BigDecimal.valueOf(15),
                    EnumSet.of(Channel.COUNTER),
                    "Relevé d'une semaine type",
                    100,
                    "choix local")),
            null);

    private Beginning() {}
}
