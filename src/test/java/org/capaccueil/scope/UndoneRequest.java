package org.capaccueil.scope;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A request within a transaction that is rolled back: the next one finds everything as it was. The database sees
 * everything meanwhile, so what is refused is refused by the application's own checks.
 */
public final class UndoneRequest {

    private UndoneRequest() {}

    public static <T> T in(TransactionTemplate transaction, Supplier<T> request) {
        Scope.UNDONE.set(true);
        try {
            return Scope.everything()
                    .call(() -> Objects.requireNonNull(transaction.execute(undone -> {
                        undone.setRollbackOnly();
                        return request.get();
                    })));
        } finally {
            Scope.UNDONE.remove();
        }
    }
}
