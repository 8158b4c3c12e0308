package org.capaccueil.audit.domain;

/**
 * The wording auditors sign. What was signed keeps its own copy: to change the wording, write a new one with the next
 * number here.
 */
public record DeclarationText(int version, String words) {

    public static final DeclarationText CURRENT = new DeclarationText(
            1,
            "Je n'appartiens pas à l'équipe auditée et je n'en faisais pas partie pendant la période évaluée. Je n'ai "
                    + "d'autorité hiérarchique sur aucun de ses membres et ne suis placé sous celle d'aucun de ses "
                    + "responsables. Je n'ai pris part ni à ses relevés, ni à son autoévaluation, ni à son plan d'action, "
                    + "et je ne déciderai pas des suites de cet audit. Je ne me connais aucun autre lien avec cette "
                    + "équipe que celui que je déclare ici, et je me récuserai si un lien apparaît en cours d'audit.");
}
