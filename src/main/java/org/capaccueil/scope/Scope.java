package org.capaccueil.scope;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.capaccueil.shared.CommuneId;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whose rows the work on this thread may touch. It goes with every connection to the database, whose policies let nothing
 * else through. A thread nobody gave a scope touches nothing: what is forgotten fails, and shows no one anything.
 *
 * <p>It is set in few places: for a request by what stands in front of all pages, for work nobody is signed in for
 * (jobs, rounds, the start) by {@link #everything()} where that work begins.
 */
public final class Scope {

    private static final ThreadLocal<Scope> CURRENT = new ThreadLocal<>();

    /**
     * Whether a transaction around a whole request, which its end undoes, keeps everything in scope. No code of the
     * product sets it: tests do that try thousands of requests one after the other.
     */
    static final ThreadLocal<Boolean> UNDONE = ThreadLocal.withInitial(() -> false);

    private static final Scope NOTHING = new Scope("");
    private static final Scope EVERYTHING = new Scope("*");

    private final String setting;

    private Scope(String setting) {
        this.setting = setting;
    }

    public static Scope nothing() {
        return NOTHING;
    }

    /** For the system's own work, and to find out who somebody is; never because a page would otherwise stay empty. */
    public static Scope everything() {
        return EVERYTHING;
    }

    public static Scope of(CommuneId organisation) {
        return of(Set.of(organisation));
    }

    public static Scope of(Collection<CommuneId> organisations) {
        return new Scope(organisations.stream()
                .map(CommuneId::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(",")));
    }

    /** That of this thread. */
    public static Scope current() {
        Scope bound = CURRENT.get();
        return bound == null ? NOTHING : bound;
    }

    /** Does the work in this scope, and goes back to the one before. */
    public <T> T call(Supplier<T> work) {
        Runnable back = enter();
        try {
            return work.get();
        } finally {
            back.run();
        }
    }

    /** The same for work that answers nothing. */
    public void run(Runnable work) {
        Runnable back = enter();
        try {
            work.run();
        } finally {
            back.run();
        }
    }

    /**
     * The same in a transaction begun inside the scope, which is the only order that works.
     *
     * @return what the work gave, never null
     */
    public <T> T callIn(TransactionOperations transaction, Supplier<T> work) {
        return call(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    /** The same for work that answers nothing. */
    public void runIn(TransactionOperations transaction, Runnable work) {
        run(() -> transaction.executeWithoutResult(status -> work.run()));
    }

    /**
     * For work that ends elsewhere than it begins; everybody else hands it to {@link #call} or {@link #run}.
     *
     * @return goes back to the scope before; to be run on the same thread, whatever happens
     * @throws IllegalStateException within a transaction of another scope: its connection would keep the old one
     */
    public Runnable enter() {
        Scope before = current();
        if (!equals(before) && TransactionSynchronizationManager.isActualTransactionActive() && !UNDONE.get()) {
            throw new IllegalStateException("the scope cannot change from " + before + " to " + this
                    + " within a transaction; begin the transaction inside the scope");
        }
        CURRENT.set(this);
        return () -> goBackTo(before);
    }

    private static void goBackTo(Scope before) {
        if (before.equals(NOTHING)) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    /** What the policies of the database read. */
    String setting() {
        return setting;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scope that && setting.equals(that.setting);
    }

    @Override
    public int hashCode() {
        return setting.hashCode();
    }

    @Override
    public String toString() {
        return setting.isEmpty() ? "nothing" : setting.equals("*") ? "everything" : setting;
    }
}
