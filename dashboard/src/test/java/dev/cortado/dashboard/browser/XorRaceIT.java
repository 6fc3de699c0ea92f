package dev.cortado.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.dashboard.Dashboard;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@InChromium
class XorRaceIT {
    /// Keeps what is written on the charts, and what of it would go beyond the canvas.
    private static final String WATCH_LABELS = """
            window.labels = new Set();
            window.cut = new Set();
            const write = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
              const width = this.measureText(text).width;
              const left = this.getTransform().e + x - { left: 0, start: 0, center: width / 2, right: width, end: width }[this.textAlign];
              labels.add(text);
              if (left < 0 || left + width > this.canvas.width) cut.add(text);
              write.call(this, text, x, y);
            };""";

    private static final String COUNT_BORDERS = """
            () => {
              window.borders = new Set();
              new MutationObserver(() => document.querySelectorAll('.border').forEach(path => borders.add(path.getAttribute('d'))))
                .observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['d'] });
            }""";

    /// Of each map, whether the four points lie on the colour of their class: orange is 0, blue is 1.
    private static final String COLOURS = """
            () => [...document.querySelectorAll('.map canvas')].flatMap(canvas => [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]].map(([x, y, target]) => {
              const [red, , blue] = canvas.getContext('2d').getImageData(16 + 32 * x, 47 - 32 * y, 1, 1).data;
              return blue > red === (target === 1);
            }))""";

    /// Of each border, how many cells it is away from a straight line at most.
    private static final String DISTANCES_FROM_A_LINE = """
            () => [...document.querySelectorAll('.border')].map(path => {
              const points = [...path.getAttribute('d').matchAll(/([\\d.]+) ([\\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]).sort((a, b) => a[0] - b[0]);
              const [[x, y], [toX, toY]] = [points[0], points.at(-1)];
              return Math.max(...points.map(([px, py]) => Math.abs((toX - x) * (py - y) - (toY - y) * (px - x)) / Math.hypot(toX - x, toY - y)));
            })""";

    private final Dashboard dashboard = Dashboard.open(0);

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void theBordersBendUntilBothEnginesHaveSolvedIt(Visitor visitor) {
        visitor.opens(dashboard.address(), "?dataset=xor&pace=400");
        visitor.page().evaluate(COUNT_BORDERS);

        visitor.presses("Start");

        visitor.seesLanes("Finished");
        visitor.sees("Both have all 4 points on the right side.");
        assertThat(visitor.page().locator(".map").all()).extracting(map -> map.getAttribute("aria-label")).containsExactly(
                "Vector API: 4 of 4 points on the right side of the border",
                "ojAlgo: 4 of 4 points on the right side of the border");
        assertThat((List<?>) visitor.page().evaluate(COLOURS)).hasSize(8).allMatch(Boolean.TRUE::equals);
        assertThat((Integer) visitor.page().evaluate("() => borders.size")).as("borders seen on the way").isGreaterThan(4);
    }

    @Test
    void thePerceptronsBorderIsAStraightLine(Visitor visitor) {
        visitor.opens(dashboard.address(), "?dataset=and&pace=0");

        visitor.presses("Start");

        visitor.seesLanes("Finished");
        visitor.sees("Both have all 4 points on the right side.");
        assertThat((List<?>) visitor.page().evaluate(DISTANCES_FROM_A_LINE)).hasSize(2)
                .allSatisfy(cells -> assertThat(((Number) cells).doubleValue()).isLessThan(0.02));
    }

    @Test
    void aPerceptronIsSaidToFail(Visitor visitor) {
        visitor.opens(dashboard.address(), "?dataset=xor&pace=0&network=dense(1)&epochs=100");

        visitor.presses("Start");

        visitor.seesLanes("Finished");
        visitor.sees("a single line cannot separate these four points");
        assertThat(visitor.page().locator(".map .cross").count()).as("points marked as wrong").isPositive();
    }

    @Test
    void noLabelOfAnAxisIsCut(Visitor visitor) {
        visitor.page().addInitScript(WATCH_LABELS);
        visitor.opens(dashboard.address(), "?dataset=xor&pace=0&loss=mean_squared_error&optimizer=sgd&epochs=5000&learningRate=0.1");

        visitor.presses("Start");

        visitor.seesLanes("Finished");
        assertThat((Boolean) visitor.page().evaluate("() => labels.has('5000') && labels.has('10⁻⁷')")).as("labels are watched").isTrue();
        assertThat((List<?>) visitor.page().evaluate("() => [...cut]")).isEmpty();
    }
}
