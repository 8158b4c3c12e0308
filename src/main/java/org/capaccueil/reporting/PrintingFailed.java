package org.capaccueil.reporting;

/** A design could not be compiled or filled. It is a defect of ours, never something the person on the page can mend. */
public final class PrintingFailed extends RuntimeException {

    PrintingFailed(String design, Throwable cause) {
        super("report design " + design + " could not be printed", cause);
    }
}
