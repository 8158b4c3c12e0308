package org.capaccueil.shared;

/** The step was finished, returned or taken by somebody else since the page was opened. Nothing was changed. */
public final class StepNoLongerOpen extends BusinessRefusal {

    public StepNoLongerOpen(String sentence) {
        super(sentence);
    }

    public StepNoLongerOpen() {
        this("Cette étape n'est plus ouverte : elle a été terminée, renvoyée ou annulée entre-temps. "
                + "Rien n'a été modifié. Vos tâches vous disent ce qui est attendu maintenant.");
    }
}
