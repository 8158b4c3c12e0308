package org.capaccueil.standard.domain;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.capaccueil.shared.Actor;
import org.capaccueil.shared.Role;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.exchange.Fault;
import org.capaccueil.standard.exchange.StandardFormats;
import org.capaccueil.standard.exchange.StandardReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Reads the files somebody brings in, one at a time and outside any transaction: two megabytes of a workbook may unfold
 * to a hundred in memory, and nobody else waits for a connection meanwhile.
 */
@Service
public class StandardUploads {

    private final StandardImports imports;
    private final Lock reading = new ReentrantLock();

    StandardUploads(StandardImports imports) {
        this.imports = imports;
    }

    /**
     * What checking a file gave.
     *
     * @param id of the dry run; null when the file has faults
     */
    public record Checked(@Nullable UUID id, List<Fault> faults) {

        static Checked refused(String sentence) {
            return new Checked(null, List.of(Fault.ofFile(sentence)));
        }
    }

    /** Reads a file and checks it whole. A file with a fault leaves nothing behind. */
    public Checked check(Actor actor, String fileName, byte[] file) {
        actor.require(Role.QUALITY_MANAGER);
        StandardReading found = read(file);
        Standard standard = found.standard();
        if (standard == null || !found.isSound()) {
            return new Checked(null, found.faults());
        }
        return StandardFormats.tooLarge(StandardFormats.yaml(standard))
                .map(Checked::refused)
                .orElseGet(() -> imports.keep(actor, fileName, standard, found.notices()));
    }

    private StandardReading read(byte[] file) {
        reading.lock();
        try {
            return StandardFormats.read(file);
        } finally {
            reading.unlock();
        }
    }
}
