package org.capaccueil.workflow;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in plain words why a step failed, from the stack the engine kept. */
final class FailureCause {

    private static final Pattern CAUSE = Pattern.compile(
            "^(?:Caused by: )?([\\w.$]+(?:Exception|Error|Refusal|NotFound|NotAllowed|StepNoLongerOpen|ChangedMeanwhile))(?:: (.*))?$",
            Pattern.MULTILINE);

    private record Known(String marker, String words) {}

    /** The first that appears in the stack is the most telling. */
    private static final List<Known> KNOWN = List.of(
            new Known(
                    "OptimisticLockingException",
                    "Deux étapes ont écrit la même donnée au même moment. Relancer suffit."),
            new Known(
                    "OptimisticLockingFailure",
                    "Deux étapes ont écrit la même donnée au même moment. Relancer suffit."),
            new Known(
                    "JRException",
                    "Le rapport n'a pas pu être mis en page. La cause technique aide à corriger le modèle."),
            new Known(
                    "JRRuntimeException",
                    "Le rapport n'a pas pu être mis en page. La cause technique aide à corriger le modèle."),
            new Known("org.capaccueil.shared.", "Une règle métier refuse cette étape."),
            new Known(
                    "PropertyNotFoundException",
                    "Le schéma appelle une étape que cette version de l'application ne connaît pas."),
            new Known(
                    "MethodNotFoundException",
                    "Le schéma appelle une étape que cette version de l'application ne connaît pas."),
            new Known("MailException", "Le serveur de messagerie a refusé l'envoi."),
            new Known(
                    "SQLTransientConnectionException",
                    "La base de données ne répondait pas. Vérifiez-la, puis relancez."),
            new Known(
                    "CannotCreateTransactionException",
                    "La base de données ne répondait pas. Vérifiez-la, puis relancez."),
            new Known("PSQLException", "La base de données a refusé l'écriture. La cause technique dit laquelle."),
            new Known("OutOfMemoryError", "La mémoire a manqué. Augmentez-la, puis relancez."));

    private FailureCause() {}

    static String inWords(String stack) {
        // what went through a class on its way says nothing about why it failed
        String causes = stack.lines()
                .filter(line -> !line.stripLeading().startsWith("at "))
                .collect(Collectors.joining("\n"));
        return KNOWN.stream()
                .filter(known -> causes.contains(known.marker()))
                .findFirst()
                .map(Known::words)
                .orElse("Un défaut du programme. La cause technique est à transmettre avec l'heure de l'échec.");
    }

    /** The last cause in the chain, on one line. */
    static String root(String stack) {
        Matcher causes = CAUSE.matcher(stack);
        String root = "cause inconnue";
        while (causes.find()) {
            root = causes.group(1).substring(causes.group(1).lastIndexOf('.') + 1)
                    + (causes.group(2) == null ? "" : " : " + causes.group(2));
        }
        return root.length() > 300 ? root.substring(0, 300) + " …" : root;
    }
}
