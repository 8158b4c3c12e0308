package org.capaccueil.label.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.capaccueil.assessment.SelfAssessments;
import org.capaccueil.audit.Audits;
import org.capaccueil.campaign.CampaignView;
import org.capaccueil.improvement.ActionPlans;
import org.capaccueil.label.domain.TeamResult;
import org.capaccueil.label.report.LabelReport.Method;
import org.capaccueil.label.report.LabelReport.Person;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.PublicTime;
import org.capaccueil.standard.Standard;

/** The report's section of the method: how it was done, by whom, and how independent the auditor was. */
final class MethodSection {

    private static final String APPROACH =
            "L'équipe relève ses indicateurs, puis s'évalue critère par critère et canal par "
                    + "canal, avec ses preuves. Un auditeur extérieur à l'équipe cote ensuite les mêmes critères sur place et sur "
                    + "pièces ; l'équipe répond à ses constats avant que le rapport d'audit soit définitif. Un plan d'action, signé "
                    + "par la direction, répond aux non-conformités, et une autre personne que celle qui agit vérifie que chaque "
                    + "action a produit son effet. Seules les cotations de l'audit comptent pour le label.";

    private MethodSection() {}

    static Method of(
            TeamResult result,
            Optional<SelfAssessments.Summary> assessed,
            Optional<Audits.Summary> audited,
            ReportedPeople people,
            CampaignView campaign,
            Person leadership,
            List<Audits.Declaration> declarations) {
        PersonId lead = assessed.map(SelfAssessments.Summary::submittedBy).orElse(null);
        ActionPlans.Signature signature =
                result.plan() == null ? null : result.plan().signature();
        return new Method(
                approach(result.standard()),
                people.person(lead),
                participants(assessed.map(SelfAssessments.Summary::participants).orElse(List.of()).stream()
                        .filter(participant -> !participant.equals(lead))
                        .map(people::person)
                        .toList()),
                assessed.map(SelfAssessments.Summary::submittedAt)
                        .map(PublicTime::dayOf)
                        .orElse(null),
                audited.map(Audits.Summary::auditor)
                        .flatMap(people::find)
                        .map(auditor -> new Person(auditor.name(), auditor.capacity() + ", " + auditor.communeName()))
                        .orElse(ReportedPeople.NOBODY),
                independence(declarations, audited),
                audited.map(Audits.Summary::independenceDeclaredAt)
                        .map(PublicTime::dayOf)
                        .orElse(null),
                audited.map(Audits.Summary::visitedOn).orElse(null),
                audited.map(Audits.Summary::closedAt).map(PublicTime::dayOf).orElse(null),
                people.person(campaign.createdBy()),
                signature != null ? new Person(signature.name(), signature.capacity()) : leadership);
    }

    /** What a standard does not claim to be is said in every report drawn from it. */
    private static String approach(Standard standard) {
        return standard.disclaimer() == null ? APPROACH : APPROACH + "\n" + standard.disclaimer();
    }

    /** How many rated and in which functions: a report that holds ratings names no agent for them. */
    private static List<Person> participants(List<Person> others) {
        return others.isEmpty()
                ? List.of()
                : List.of(new Person(
                        others.size() == 1 ? "1 membre de l'équipe" : others.size() + " membres de l'équipe",
                        others.stream()
                                .map(Person::capacity)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", "))));
    }

    /** The words that were signed, by whom, and what became of a link that was declared with them. */
    private static String independence(List<Audits.Declaration> declarations, Optional<Audits.Summary> audited) {
        PersonId auditor = audited.filter(audit -> audit.independenceDeclaredAt() != null)
                .map(Audits.Summary::auditor)
                .orElse(null);
        return declarations.stream()
                .filter(declaration -> declaration.auditor().equals(auditor))
                .reduce((first, last) -> last)
                .map(MethodSection::inWords)
                .orElse("Pas encore déclarée.");
    }

    private static String inWords(Audits.Declaration declaration) {
        String signed = "« " + declaration.text() + " »\nSigné : " + declaration.name() + ", " + declaration.capacity()
                + " (texte n° " + declaration.textVersion() + ").";
        Audits.Judgement judgement = declaration.judgement();
        return declaration.link() == null || judgement == null
                ? signed
                : signed + "\nLien déclaré : « " + declaration.link() + " » Examiné le "
                        + PublicTime.inWords(PublicTime.dayOf(judgement.at())) + " par " + judgement.name() + ", "
                        + judgement.capacity() + " : auditeur maintenu. Motif : " + judgement.reason();
    }
}
