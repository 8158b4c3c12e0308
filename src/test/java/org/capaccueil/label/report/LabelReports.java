package org.capaccueil.label.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.capaccueil.label.domain.BlockedTeam;
import org.capaccueil.label.report.LabelReport.Action;
import org.capaccueil.label.report.LabelReport.ActionStatus;
import org.capaccueil.label.report.LabelReport.Criterion;
import org.capaccueil.label.report.LabelReport.Finding;
import org.capaccueil.label.report.LabelReport.FindingKind;
import org.capaccueil.label.report.LabelReport.Identity;
import org.capaccueil.label.report.LabelReport.Indicator;
import org.capaccueil.label.report.LabelReport.IndicatorStatus;
import org.capaccueil.label.report.LabelReport.LabelTest;
import org.capaccueil.label.report.LabelReport.Method;
import org.capaccueil.label.report.LabelReport.Person;
import org.capaccueil.label.report.LabelReport.PlaceRating;
import org.capaccueil.label.report.LabelReport.Plan;
import org.capaccueil.label.report.LabelReport.Rating;
import org.capaccueil.label.report.LabelReport.ReceptionPoint;
import org.capaccueil.label.report.LabelReport.Signature;
import org.capaccueil.label.report.LabelReport.Theme;
import org.capaccueil.label.report.LabelReport.Total;
import org.capaccueil.label.report.LabelReport.TrailEntry;
import org.capaccueil.shared.Channel;
import org.capaccueil.standard.Place;
import org.capaccueil.support.Grids;
import org.capaccueil.survey.SurveyId;
import org.capaccueil.survey.SurveySheet;
import org.capaccueil.survey.SurveySheet.ChannelAnswers;
import org.capaccueil.survey.SurveySheet.Interval;
import org.capaccueil.survey.SurveySheet.Satisfied;

/** Label reports to print in tests: one as full as a real file gets, one with next to nothing in it. */
final class LabelReports {

    static final String SHA_256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final List<String> WORDS = List.of("Absent", "Ébauché", "Partiel", "Conforme", "Maîtrisé");

    private static final String LONG_COMMENT =
            """
            L'équipe a revu l'organisation de l'accueil en janvier, après trois mois d'observation aux heures d'affluence. \
            Le créneau du mercredi après-midi, le plus chargé, est désormais tenu par deux agents et un renfort venu de \
            l'état civil ; l'attente ressentie a baissé, ce que les habitants confirment dans l'enquête. Restent les jours \
            de marché, où l'affluence dépasse la capacité du hall : une file prioritaire a été essayée, puis abandonnée \
            faute de place, et le tableau d'affichage ne se lit pas depuis l'entrée. Œuvre commune avec le service technique : \
            un fléchage au sol, prévu au printemps, coûtera moins de 800 € et sera posé par la régie.""";

    /** The starter standard's themes and criteria, as the product ships them. */
    private static final String STANDARD =
            """
            # ACC | Accès et joignabilité | 15
            ACC-1 | Horaires publiés, tenus et ajustés à la fréquentation | COUNTER,PHONE | - | -
            ACC-2 | Point d'accueil repérable depuis la rue, signalétique intérieure à jour | COUNTER,OUTREACH | - | -
            ACC-3 | Appels pris en charge (agent, rappel ou message utile) et taux mesuré | PHONE | - | -
            ACC-4 | Rendez-vous possible par deux canaux au moins, créneaux sans rendez-vous conservés | COUNTER,PHONE,DIGITAL | - | -
            ACC-5 | Aucune démarche seulement en ligne : une solution humaine est indiquée | COUNTER,PHONE,DIGITAL | obligatoire | -
            # INF | Information et clarté | 10
            INF-1 | Source d'information unique, datée, avec un responsable par fiche | COUNTER,PHONE,DIGITAL | - | -
            INF-2 | Même réponse quel que soit le canal | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | - | -
            INF-3 | Pièces, coût et délai annoncés pour les démarches principales | COUNTER,DIGITAL,MAIL | - | -
            INF-4 | Écrits en langage clair, modèles relus | DIGITAL,MAIL | - | -
            INF-5 | Fermetures et changements annoncés à l'avance sur tous les canaux | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | - | -
            # WEL | Qualité de la relation | 10
            WEL-1 | Salutation et identification de l'agent ou du service | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | obligatoire | -
            WEL-2 | Attente organisée et durée annoncée | COUNTER,PHONE | - | -
            WEL-3 | Confidentialité des échanges | COUNTER,PHONE,OUTREACH | obligatoire | -
            WEL-4 | Espace propre, sûr, affichage limité et à jour | COUNTER,OUTREACH | - | -
            WEL-5 | Situations tendues : conduite à tenir, alerte, fiche d'incident | COUNTER,PHONE,OUTREACH | - | -
            # HDL | Orientation et traitement | 20
            HDL-1 | Demande reformulée et menée au bon interlocuteur en un transfert au plus | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | - | -
            HDL-2 | Accusé de réception conforme pour toute demande écrite qui y ouvre droit | DIGITAL,MAIL | obligatoire | -
            HDL-3 | Délai cible fixé par canal et tenu | PHONE,DIGITAL,MAIL | obligatoire | -
            HDL-4 | Avancement connu de l'usager | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | - | -
            HDL-5 | Pièce manquante demandée une fois, liste complète, délai donné, erreur de bonne foi régularisable | COUNTER,DIGITAL,MAIL | - | -
            # INC | Accessibilité et inclusion | 15
            INC-1 | Locaux accessibles, registre public d'accessibilité consultable | COUNTER | obligatoire | -
            INC-2 | Déclaration d'accessibilité numérique valide, mention en page d'accueil, contact | DIGITAL | obligatoire | -
            INC-3 | Aide aux démarches en ligne proposée | COUNTER,PHONE,OUTREACH | - | -
            INC-4 | Accueil adapté : handicap, langue, lecture difficile | COUNTER,PHONE,OUTREACH | - | -
            INC-5 | Présence hors les murs pour les publics éloignés | OUTREACH | - | -
            # LIS | Écoute des habitants | 10
            LIS-1 | Enquête annuelle au moins, méthode et effectif publiés | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | obligatoire | commune
            LIS-2 | Avis à chaud recueilli sur chaque canal | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | - | -
            LIS-3 | Réclamations enregistrées, accusées, répondues dans le délai annoncé | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | obligatoire | -
            LIS-4 | Résultats rendus publics une fois par an au moins | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | - | commune
            LIS-5 | Suites données aux avis visibles des habitants | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | - | commune
            # PPL | Compétences et équipes | 10
            PPL-1 | Référentiel de compétences d'accueil (savoirs, savoir-faire, savoir-être) | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | - | commune
            PPL-2 | Formation d'accueil dans les 6 mois, rappel tous les 3 ans | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | obligatoire | commune
            PPL-3 | Mises en situation ou écoutes entre pairs, sans note individuelle | COUNTER,PHONE,OUTREACH | - | -
            PPL-4 | Continuité : remplacement et mode dégradé | COUNTER,PHONE,DIGITAL | - | -
            PPL-5 | Équipes associées, instance de dialogue social saisie | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | - | commune
            # GOV | Pilotage et amélioration | 10
            GOV-1 | Référent qualité nommé, temps dédié | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | - | commune
            GOV-2 | Indicateurs définis (formule, source, rythme) et mesurés sur chaque point | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | obligatoire | -
            GOV-3 | Autoévaluation annuelle de chaque point d'accueil | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | obligatoire | -
            GOV-4 | Plan d'action signé par la direction, revu chaque trimestre | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | obligatoire | commune
            GOV-5 | Traitements de données de l'accueil au registre, mentions et durées appliquées | COUNTER,PHONE,DIGITAL,MAIL,OUTREACH | obligatoire | commune
            """;

    private static final String INDICATORS =
            """
            CNT-WAIT | Attente moyenne au guichet | min | 10 | 15 | COUNTER | 100 | lower | Gestionnaire de file ou relevé d'une semaine type
            CNT-WAIT15 | Part des visiteurs reçus en 15 min | % | 85 | 75 | COUNTER | 100 | higher | idem
            TEL-ANSWER | Taux de décroché | % | 85 | 70 | PHONE | 200 | higher | Autocommutateur
            TEL-30S | Appels décrochés en 30 s (≈5 sonneries) | % | 80 | 65 | PHONE | 200 | higher | Autocommutateur
            MSG-5D | Courriels et formulaires répondus en 5 jours ouvrés | % | 90 | 75 | DIGITAL | 50 | higher | Messagerie ou GRU
            MAIL-15D | Courriers répondus en 15 jours ouvrés | % | 90 | 75 | MAIL | 30 | higher | Registre courrier
            ACK-LEGAL | Accusés de réception électroniques dans les temps légaux | % | 100 | 95 | DIGITAL | 50 | higher | Téléservice
            FCR | Résolution au premier contact | % | 70 | 55 | COUNTER | 100 | higher | GRU ou fiche de contact
            CSAT | Usagers satisfaits | % | 85 | 75 | COUNTER | 100 | higher | Enquête
            SAT10 | Note de satisfaction sur 10 | /10 | 8 | 5 | COUNTER | 100 | higher | Bouton d'avis à 3 smileys
            COMPL-ONTIME | Réclamations répondues dans le délai annoncé | % | 90 | 75 | COUNTER | 10 | higher | Registre
            MYST | Note d'évaluation mystère | /10 | 7 | 5 | COUNTER | 12 | higher | Grille mystère
            RGAA | Taux de conformité RGAA | % | 75 | 50 | DIGITAL | 1 | higher | Rapport d'audit RGAA
            TRAIN | Agents d'accueil formés (36 mois) | % | 90 | 75 | COUNTER | 1 | higher | Plan de formation
            HOURS | Heures d'ouverture hebdomadaires hors 9-12/14-17 | h | 3 | 1 | COUNTER | 1 | higher | Grille horaire
            ACT-ONTIME | Actions closes à l'échéance | % | 80 | 60 | COUNTER | 5 | higher | Plan d'action
            """;

    private LabelReports() {}

    /** 8 themes, 40 criteria with long comments, 16 indicators, 25 findings, 30 actions. */
    static LabelReport full() {
        List<Theme> themes = themes();
        return new LabelReport(
                identity(LocalDate.of(2027, 11, 30)),
                method(),
                indicators(),
                SurveySection.of(List.of(surveySheet())),
                themes,
                new Total(new BigDecimal("71.4583"), new BigDecimal("66.0416")),
                findings(),
                plan(),
                labelTest(),
                Glossary.entries());
    }

    /** An evaluation nobody worked on: opened, no figure, no rating, no audit, no plan. */
    static LabelReport almostEmpty() {
        return new LabelReport(
                new Identity(
                        "Saint-Étienne-de-Crossey",
                        "Mairie annexe",
                        "Campagne d'essai",
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 12, 31),
                        "Référentiel de départ – accueil municipal",
                        "0.1",
                        LocalDate.of(2027, 3, 1),
                        null,
                        LocalDate.of(2027, 3, 2),
                        "EVAL-2027-099",
                        List.of(),
                        List.of()),
                new Method(
                        "Aucune étape n'est terminée.",
                        new Person("Zoé L'Hôte", "responsable d'équipe"),
                        List.of(),
                        null,
                        new Person("non désigné", "auditeur"),
                        "pas encore déclarée",
                        null,
                        null,
                        null,
                        new Person("Éloïse Bœuf-Müller", "référente qualité"),
                        new Person("Noël Çelik", "directeur général des services")),
                List.of(),
                List.of(),
                List.of(),
                new Total(null, null),
                List.of(),
                new Plan(null, List.of(), List.of()),
                new LabelTest(null, List.of(), null, null),
                List.of());
    }

    private static SurveySheet surveySheet() {
        return new SurveySheet(
                new SurveyId(UUID.fromString("00000000-0000-0000-0000-000000000001")),
                "Printemps 2027",
                "Échantillon tiré au hasard",
                true,
                List.of("affiche", "papier"),
                LocalDate.of(2027, 3, 1),
                LocalDate.of(2027, 4, 15),
                List.of(new ChannelAnswers(Channel.COUNTER, 170), new ChannelAnswers(Channel.PHONE, null)),
                new Satisfied(170, 200, 85.0, new Interval(79.3951, 89.2854)),
                "L'intervalle de Wilson est donné à 95 %.");
    }

    private static Identity identity(LocalDate drawnUpOn) {
        return new Identity(
                "Ville du Pont-de-Claix",
                "Point accueil citoyen",
                "Campagne d'évaluation 2027 de l'accueil municipal",
                LocalDate.of(2027, 1, 4),
                LocalDate.of(2027, 12, 17),
                "Référentiel de départ – accueil municipal",
                "0.1",
                LocalDate.of(2027, 2, 1),
                LocalDate.of(2027, 11, 26),
                drawnUpOn,
                "EVAL-2027-004",
                List.of(
                        new ReceptionPoint(
                                "Hôtel de ville",
                                "Place du 8-Mai-1945, 38800 Le Pont-de-Claix",
                                List.of(Channel.COUNTER, Channel.PHONE, Channel.MAIL)),
                        new ReceptionPoint(
                                "Maison de l'habitant",
                                "29, avenue du Maquis-de-l'Oisans, 38800 Le Pont-de-Claix",
                                List.of(Channel.COUNTER, Channel.OUTREACH)),
                        new ReceptionPoint("Espace citoyen en ligne", "Site de la ville", List.of(Channel.DIGITAL))),
                List.of(
                        "Équipe « Point accueil citoyen » fusionnée dans « Accueil du centre » le 3 mai 2027 : l'évaluation va "
                                + "à son terme sous son nom. Raison : un seul guichet pour le centre"));
    }

    private static Method method() {
        return new Method(
                "L'équipe a relevé ses indicateurs du 1er février au 30 avril 2027, puis s'est évaluée critère par critère et "
                        + "canal par canal, avec ses preuves. L'auditeur, venu d'une autre commune de la métropole, a ensuite "
                        + "visité les lieux, passé des appels, lu les courriers et comparé. L'équipe a pu répondre à chaque "
                        + "constat avant que le rapport soit définitif.",
                new Person("Éloïse Bœuf-Müller", "responsable de l'accueil"),
                List.of(
                        new Person("Anaïs Lefèvre", "agente d'accueil et d'état civil"),
                        new Person("Jérôme N'Guessan", "agent d'accueil, standard"),
                        new Person("Maëlle Ça-Ira", "agente d'accueil, maison de l'habitant"),
                        new Person("François Saint-Cœur", "chargé du courrier et des démarches en ligne")),
                LocalDate.of(2027, 5, 21),
                new Person("Benoît Garçon-Dupré", "auditeur, Ville d'Échirolles"),
                "« Je n'appartiens pas à l'équipe évaluée, je n'ai pas autorité sur elle et je ne l'ai pas aidée à s'évaluer. "
                        + "Je n'ai aucun intérêt, familial ou professionnel, qui puisse peser sur mes constats. »\n"
                        + "Signé : Benoît Garçon-Dupré, auditeur, Ville d'Échirolles (texte n° 1).",
                LocalDate.of(2027, 6, 1),
                LocalDate.of(2027, 6, 15),
                LocalDate.of(2027, 7, 20),
                new Person("Hélène Aït-Œillet", "référente qualité"),
                new Person("Noël Çelik", "directeur général des services, par délégation du maire"));
    }

    private static List<Indicator> indicators() {
        List<Indicator> all = new ArrayList<>();
        for (String line : INDICATORS.lines().toList()) {
            String[] part = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
            int nth = all.size();
            boolean higher = part[7].equals("higher");
            BigDecimal target = new BigDecimal(part[3]);
            BigDecimal alert = new BigDecimal(part[4]);
            IndicatorStatus status = IndicatorStatus.values()[nth % 5];
            BigDecimal value =
                    switch (status) {
                        case ON_TARGET, BASE_TOO_SMALL -> target.add(BigDecimal.valueOf(higher ? 1.5 : -1.5));
                        case BETWEEN -> target.add(alert).divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP);
                        case ALERT -> alert.add(BigDecimal.valueOf(higher ? -2.25 : 2.25));
                        case NOT_MEASURED -> null;
                    };
            boolean rate = part[2].equals("%");
            all.add(new Indicator(
                    part[0],
                    part[1],
                    Channel.valueOf(part[5]),
                    rate
                            ? "réponses dans le délai annoncé ÷ demandes reçues et échues dans la période"
                            : "somme des attentes relevées ÷ visiteurs reçus",
                    value == null ? null : BigDecimal.valueOf(1024 + nth),
                    value == null ? null : BigDecimal.valueOf(1280 + nth),
                    value,
                    part[2],
                    value == null ? null : 1280 + nth,
                    Integer.valueOf(part[6]),
                    value == null ? null : LocalDate.of(2027, 2, 1),
                    value == null ? null : LocalDate.of(2027, 4, 30),
                    part[8],
                    target,
                    alert,
                    higher,
                    status));
        }
        return all;
    }

    private static List<Theme> themes() {
        List<Theme> themes = new ArrayList<>();
        String[] theme = null;
        List<Criterion> criteria = new ArrayList<>();
        for (String line : (STANDARD + "# end").lines().toList()) {
            String[] part = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
            if (!line.startsWith("#")) {
                criteria.add(criterion(part, themes.size() * 5 + criteria.size()));
                continue;
            }
            if (theme != null) {
                int nth = themes.size();
                themes.add(new Theme(
                        theme[0].substring(2),
                        theme[1],
                        new BigDecimal(theme[2]),
                        BigDecimal.valueOf(600 + (nth * 83) % 290, 1),
                        nth == 6 ? new BigDecimal("74.96") : BigDecimal.valueOf(520 + (nth * 131) % 390, 1),
                        criteria));
            }
            theme = part;
            criteria = new ArrayList<>();
        }
        return themes;
    }

    private static Criterion criterion(String[] part, int nth) {
        boolean organisation = part[4].equals("commune");
        List<PlaceRating> ratings = new ArrayList<>();
        if (organisation) {
            ratings.add(new PlaceRating(Place.ORGANISATION, rated(nth), rated(nth + 3)));
        } else {
            for (String channel : part[2].split(",")) {
                int turn = nth + ratings.size();
                ratings.add(new PlaceRating(
                        Place.valueOf(channel),
                        turn % 11 == 4
                                ? Rating.notApplicable("Ce canal n'est pas ouvert au public le samedi ; les démarches "
                                        + "concernées n'y sont pas proposées.")
                                : rated(turn),
                        turn % 11 == 4
                                ? Rating.notApplicable("Vérifié sur place : raison fondée.")
                                : turn % 17 == 9 ? Rating.notRated() : rated(turn * 3 + 1)));
            }
        }
        String team = nth % 4 == 3 ? LONG_COMMENT + "\n" + LONG_COMMENT : LONG_COMMENT;
        return new Criterion(
                part[0],
                part[1],
                part[3].equals("obligatoire"),
                organisation,
                ratings,
                nth == 17 ? null : team,
                "Vu sur place et sur pièces. " + (nth % 3 == 0 ? LONG_COMMENT : LONG_COMMENT.substring(0, 108) + "."),
                nth == 17
                        ? List.of()
                        : List.of(
                                "Relevé-attente-2027-T1.xlsx",
                                "Photos du hall, 12 mars 2027.pdf",
                                "https://www.exemple-commune.fr/accueil/horaires"));
    }

    private static Rating rated(int turn) {
        int level = (turn * 7 + 3) % 5;
        return Rating.rated(level, Grids.SCALE);
    }

    private static List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        List<String> codes =
                STANDARD.lines().filter(line -> !line.startsWith("#")).toList();
        for (int nth = 0; nth < 25; nth++) {
            String[] part = codes.get((nth * 3) % codes.size()).split("\\|");
            FindingKind kind = FindingKind.values()[nth == 24 ? 3 : (nth * 5) % 3];
            all.add(new Finding(
                    "n° " + (nth + 1),
                    kind,
                    part[0].strip(),
                    part[1].strip(),
                    nth % 4 == 0 ? Place.ORGANISATION : Place.values()[nth % 5],
                    nth % 5 == 0 ? LONG_COMMENT + "\n" + LONG_COMMENT : LONG_COMMENT.substring(0, 300) + "…",
                    "Visite du 15 juin 2027, guichet 2 ; 12 appels passés du 7 au 11 juin ; pièces P" + nth + " et P"
                            + (nth + 1) + ".",
                    nth % 3 == 0 ? null : "L'équipe en convient et a déjà commandé l'affichage manquant.",
                    nth % 3 == 0 ? null : LocalDate.of(2027, 7, 1),
                    nth % 3 == 0 ? null : "Maintenu ; la commande est notée, elle sera vérifiée à la revue."));
        }
        return all;
    }

    private static Plan plan() {
        List<Action> actions = new ArrayList<>();
        List<String> owners = List.of(
                "Anaïs Lefèvre", "Jérôme N'Guessan", "Maëlle Ça-Ira", "François Saint-Cœur", "Éloïse Bœuf-Müller");
        for (int nth = 0; nth < 30; nth++) {
            ActionStatus status = ActionStatus.values()[nth % 6];
            actions.add(new Action(
                    nth + 1,
                    nth % 3 == 0
                            ? "Poser un fléchage au sol depuis l'entrée et déplacer le tableau d'affichage, avec la régie, puis "
                                    + "le faire relire par deux habitants malvoyants avant l'été"
                            : "Tenir à jour la fiche des horaires sur les cinq canaux",
                    "C" + (nth % 25 + 1),
                    "ACC-" + (nth % 5 + 1),
                    owners.get(nth % 5),
                    LocalDate.of(2027, 9, 1).plusDays(nth * 5L),
                    "Neuf visiteurs sur dix trouvent le bon guichet sans demander",
                    status,
                    status == ActionStatus.EFFECTIVE || status == ActionStatus.ABANDONED
                            ? LocalDate.of(2027, 11, 1).plusDays(nth % 20)
                            : null,
                    status == ActionStatus.EFFECTIVE
                            ? "Vérifié par Hélène Aït-Œillet sur 40 visiteurs : 37 ont trouvé sans demander."
                            : status == ActionStatus.REOPENED
                                    ? "Sur 40 visiteurs, 21 demandent encore : l'action est reprise."
                                    : null));
        }
        return new Plan(
                new Signature(
                        new Person("Noël Çelik", "directeur général des services, par délégation du maire"),
                        Instant.parse("2027-08-31T12:32:00Z"),
                        2,
                        SHA_256),
                actions,
                List.of(
                        entry(
                                "2027-07-26T08:15:00Z",
                                "Éloïse Bœuf-Müller",
                                "responsable de l'accueil",
                                "Plan proposé, version 1",
                                null,
                                null),
                        entry(
                                "2027-07-30T14:02:00Z",
                                "Hélène Aït-Œillet",
                                "référente qualité",
                                "Plan transmis à la direction",
                                null,
                                null),
                        entry(
                                "2027-08-04T07:40:00Z",
                                "Noël Çelik",
                                "directeur général des services",
                                "Plan renvoyé",
                                "L'action 12 engage une dépense qui n'est pas au budget ; proposez une solution en régie.",
                                null),
                        entry(
                                "2027-08-27T09:00:00Z",
                                "Éloïse Bœuf-Müller",
                                "responsable de l'accueil",
                                "Plan proposé, version 2",
                                "Action 12 reprise en régie.",
                                null),
                        entry(
                                "2027-08-31T12:32:00Z",
                                "Noël Çelik",
                                "directeur général des services, par délégation du maire",
                                "Plan signé, version 2",
                                null,
                                SHA_256)));
    }

    private static TrailEntry entry(String at, String who, String capacity, String what, String reason, String sha256) {
        return new TrailEntry(Instant.parse(at), who, capacity, what, reason, sha256);
    }

    private static LabelTest labelTest() {
        return LabelTestSection.of(
                BlockedTeam.verdict(),
                Optional.of(new EnoughForLevel(
                        "Bronze",
                        true,
                        List.of(
                                new EnoughForLevel.Raise(
                                        "TEL-1 Un appel reçoit une réponse avant cinq sonneries",
                                        "au téléphone (Standard)",
                                        "1 · Ébauché",
                                        "3 · Conforme"),
                                new EnoughForLevel.Raise(
                                        "ACC-2 Les horaires sont affichés",
                                        "au guichet (Hôtel de ville, Annexe)",
                                        "Sans objet",
                                        "3 · Conforme")),
                        2,
                        true)),
                org.capaccueil.label.domain.LabelTest.notChecked(BlockedTeam.standard()));
    }
}
