package dev.cortado.engine.vector.product;

import java.util.concurrent.atomic.AtomicLong;

/// How much plain loops compute before vector loops are worth compiling, in tenths of a nanosecond on some usual processor. It is not the time that goes by: on a slow
/// processor, or one that has other work, the compiler takes longer, too.
///
/// The compiler works for the whole process: so what one engine has done, another need not do again. Many short trainings are as good a reason as a long one.
public final class Patience {
    private static final AtomicLong SPENT_BY_ALL = new AtomicLong();

    private final long most;
    private final AtomicLong spent;

    private Patience(long most, AtomicLong spent) {
        this.most = most;
        this.spent = spent;
    }

    /// A patience for so much work, to which counts what everyone has done in this process.
    public static Patience shared(long work) {
        return new Patience(work, SPENT_BY_ALL);
    }

    /// A patience for so much work of its own.
    static Patience own(long work) {
        return new Patience(work, new AtomicLong());
    }

    boolean isOver() {
        return spent.get() >= most;
    }

    void spend(long work) {
        spent.addAndGet(work);
    }
}
