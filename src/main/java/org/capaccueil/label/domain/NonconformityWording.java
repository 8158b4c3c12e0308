package org.capaccueil.label.domain;

import static org.capaccueil.label.domain.Wording.count;

import java.util.List;

/** How the label test speaks about a nonconformity: which one, where, whose, and what there is to do. */
record NonconformityWording(Points points) {

    /** The signed plan gets no other action, so the next audit is the way left. */
    private static final String SETTLED_BY_THE_NEXT_AUDIT =
            " et le plan signé ne change plus. Mettez ce point en conformité : le prochain audit, s'il le trouve conforme, "
                    + "la soldera.";

    /** Of a major one. */
    String open(Nonconformity major) {
        String actor = major.foundBy();
        return "La non-conformité majeure " + called(major) + " est ouverte : "
                + switch (major.answer()) {
                    case PLANNED ->
                        actor == null
                                ? "menez ses actions à leur terme et faites vérifier leur efficacité."
                                : "cette équipe doit mener ses actions à leur terme et faire vérifier leur efficacité.";
                    case NONE ->
                        "aucune action acceptée n'y répond, "
                                + (actor == null
                                        ? "ajoutez-en une au plan."
                                        : "cette équipe doit en ajouter une à son plan.");
                    case ABANDONED -> "l'action qui y répondait a été abandonnée" + SETTLED_BY_THE_NEXT_AUDIT;
                };
    }

    /** Of a minor one that no action of an accepted plan answers. */
    String unplanned(Nonconformity minor) {
        if (minor.answer() == Nonconformity.Answer.ABANDONED) {
            return "L'action qui répondait à la non-conformité mineure " + called(minor) + " a été abandonnée"
                    + SETTLED_BY_THE_NEXT_AUDIT;
        }
        return "Aucune action acceptée ne répond à la non-conformité mineure " + called(minor) + " : "
                + (minor.foundBy() == null
                        ? "prévoyez-en une dans le plan d'action."
                        : "cette équipe doit en prévoir une dans son plan d'action.");
    }

    String left(CarriedOver one) {
        return "La non-conformité " + (one.major() ? "majeure" : "mineure") + " n° "
                + one.earlier().number() + by(one.earlier()) + " de la campagne « " + one.campaign() + " » "
                + where(one.earlier()) + " est restée ouverte et "
                + (one.found() == null
                        ? "cet audit n'a pas coté ce point"
                        : "cet audit y cote « " + one.found() + " », en dessous de conforme")
                + (one.major() ? ". " : " : elle compte comme une majeure. ")
                + (one.found() == null ? "Faites coter ce point, ou menez" : "Menez")
                + " à son terme une action qui y répond et faites vérifier son efficacité.";
    }

    /** Of minor ones that are worth a major one together. */
    String asManyAsAMajor(List<Nonconformity> minors, int most, int toSettle) {
        return count(minors.size(), "non-conformité mineure est ouverte", "non-conformités mineures sont ouvertes")
                + " : " + Wording.listed(minors.stream().map(this::called).toList()) + ". "
                + (most == 1 ? "Chacune vaut" : "À partir de " + most + " elles valent")
                + " une majeure. Soldez-en au moins " + toSettle + ".";
    }

    /** « n° 7 (B1 au guichet, Mairie) ». */
    private String called(Nonconformity one) {
        return "n° " + one.number() + by(one) + " " + where(one);
    }

    private static String by(Nonconformity one) {
        return one.foundBy() == null ? "" : " de l'audit de l'équipe « " + one.foundBy() + " »";
    }

    private String where(Nonconformity one) {
        return "(" + one.criterion() + " " + points.withinBrackets(one.place()) + ")";
    }
}
