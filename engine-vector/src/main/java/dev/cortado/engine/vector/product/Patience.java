package dev.cortado.engine.vector.product;

import java.util.concurrent.atomic.AtomicLong;

/// How long plain loops compute before vector loops are worth compiling.
///
/// The compiler works for the whole process: so what one engine has waited, another need not wait again. Many short trainings are as good a reason as a long one.
public final class Patience {
    private static final AtomicLong SPENT_BY_ALL = new AtomicLong();

    private final long most;
    private final AtomicLong spent;

    private Patience(long most, AtomicLong spent) {
        this.most = most;
        this.spent = spent;
    }

    /// A patience of so many nanoseconds, to which counts what everyone has spent in this process.
    public static Patience shared(long nanos) {
        return new Patience(nanos, SPENT_BY_ALL);
    }

    /// A patience of so many nanoseconds of its own.
    static Patience own(long nanos) {
        return new Patience(nanos, new AtomicLong());
    }

    boolean isOver() {
        return spent.get() >= most;
    }

    void spend(long nanos) {
        spent.addAndGet(nanos);
    }
}
