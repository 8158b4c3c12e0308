package org.capaccueil.standard.exchange;

/** A file whose form cannot be read at all: there is one fault, and nothing else can be said about it. */
final class UnreadableFile extends Exception {

    private final transient Fault fault;

    UnreadableFile(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    UnreadableFile(Fault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
