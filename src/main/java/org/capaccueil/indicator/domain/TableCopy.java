package org.capaccueil.indicator.domain;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends rows to a table by COPY, some thousand signs at a time. */
final class TableCopy {

    private static final int SIGNS_AT_ONCE = 64 * 1024;

    private final CopyIn copy;
    private final StringBuilder waiting = new StringBuilder(SIGNS_AT_ONCE + 1024);

    private TableCopy(CopyIn copy) {
        this.copy = copy;
    }

    /** While rows are sent, nothing else is asked of this connection. */
    static void send(Connection connection, String into, Consumer<TableCopy> rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
        try {
            TableCopy all = new TableCopy(copy);
            rows.accept(all);
            all.flush();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    void row(@Nullable Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            waiting.append(i == 0 ? "" : "\t");
            if (cells[i] == null) {
                waiting.append("\\N");
            } else {
                escaped(cells[i].toString());
            }
        }
        waiting.append('\n');
        if (waiting.length() >= SIGNS_AT_ONCE) {
            flush();
        }
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '\\' -> waiting.append("\\\\");
                case '\t' -> waiting.append("\\t");
                case '\n' -> waiting.append("\\n");
                case '\r' -> waiting.append("\\r");
                default -> waiting.append(sign);
            }
        }
    }

    private void flush() {
        byte[] bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
        waiting.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException broken) {
            throw new IllegalStateException("rows could not be sent", broken);
        }
    }
}
