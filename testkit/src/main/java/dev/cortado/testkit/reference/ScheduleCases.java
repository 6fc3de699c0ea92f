package dev.cortado.testkit.reference;

import dev.cortado.engine.Engine;
import java.util.List;

/// Learning rates step by step. There are no schedules yet: all cases are left out.
final class ScheduleCases implements Family {
    @Override
    public String file() {
        return "schedules";
    }

    @Override
    public List<String> missing(ReferenceCase reference) {
        return List.of(reference.text("schedule"));
    }

    @Override
    public void run(ReferenceCase reference, Engine engine) {
        throw reference.failure("there are no schedules yet");
    }
}
