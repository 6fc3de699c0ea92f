package dev.cortado.testkit;

import dev.cortado.plugin.Plugins;
import dev.cortado.schedule.Schedule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Every schedule of the api, with its defaults, where it has them, and some with other settings.
@ParameterizedClass
@MethodSource("all")
record StandardSchedulesTest(Schedule schedule) implements ScheduleContract {
    static Stream<Schedule> all() {
        Plugins plugins = Plugins.load();
        Stream<String> defaults = plugins.list(Schedule.class).stream()
                .filter(each -> each.type().getPackage().equals(Schedule.class.getPackage()))
                .filter(each -> each.settings().stream().noneMatch(setting -> setting.required())).map(each -> each.name());
        return Stream.concat(defaults, Stream.of(OTHERS)).map(text -> plugins.get(Schedule.class, text));
    }

    private static final String[] OTHERS = {"linear_warmup(10, then=cosine)", "linear_warmup(5, then=plateau)"};
}
