package dev.cortado.dashboard.race;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is shown of a race: all of it, or the news.
///
/// @param version grows with every change
/// @param race the number of the race; null before the first
/// @param state how it stands
/// @param message a sentence about it, if there is one to say
/// @param settings what is raced
/// @param facts what follows from them
/// @param lanes the lanes, in order
/// @param agreement how far the first two are apart
public record RaceView(
        long version, @Nullable Integer race, RaceState state, @Nullable String message, @Nullable RaceSettings settings,
        @Nullable Facts facts, List<LaneView> lanes, @Nullable Agreement agreement) {

    static RaceView nothing() {
        return new RaceView(0, null, RaceState.IDLE, null, null, null, List.of(), Agreement.EMPTY);
    }

    RaceView begin(int number, RacePlan plan) {
        List<LaneView> empty = plan.engines().stream().map(LaneView::empty).toList();
        return new RaceView(
                version + 1, number, RaceState.RUNNING, null, plan.settings(), plan.facts(), empty, Agreement.EMPTY);
    }

    RaceView plus(List<LaneView> news, @Nullable Agreement more) {
        List<LaneView> grown = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            grown.add(lanes.get(i).plus(news.get(i)));
        }
        Agreement known = agreement == null ? Agreement.EMPTY : agreement;
        return new RaceView(version + 1, race, state, message, settings, facts, List.copyOf(grown),
                more == null ? known : known.plus(more));
    }

    RaceView in(RaceState next, @Nullable String sentence) {
        List<LaneView> now = next == RaceState.RUNNING ? lanes : lanes.stream().map(LaneView::resting).toList();
        return new RaceView(version + 1, race, next, sentence, settings, facts, now, agreement);
    }

    RaceView news(List<LaneView> lanesNews, @Nullable Agreement more) {
        return new RaceView(version, race, state, null, null, null, List.copyOf(lanesNews), more);
    }
}
