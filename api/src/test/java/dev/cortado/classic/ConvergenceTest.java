package dev.cortado.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cortado.engine.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who has not converged says so in the log, and nowhere else.
class ConvergenceTest {
    private static final double[][] X = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    private static final int[] Y = {0, 1, 1, 0};

    private final Logger logger = Logger.getLogger(Mlp.class.getName());
    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
    }

    private static MlpClassifier small(Solver solver) {
        return new MlpClassifier().hiddenLayerSizes(4).solver(solver).activation("tanh").engine(new Plain());
    }

    @Test
    void tooFewIterationsAreToldOnce() {
        small(Solver.ADAM).maxIter(2).fit(X, Y);
        assertThat(logged).singleElement().asString().startsWith("WARNING Maximum iterations");
    }

    @Test
    void lbfgsSaysWhyItStopped() {
        small(Solver.LBFGS).maxIter(1).fit(X, Y);
        assertThat(logged).singleElement().asString().startsWith("WARNING lbfgs has not converged");
    }

    @Test
    void whoHasConvergedIsSilent() {
        MlpClassifier mlp = small(Solver.ADAM).maxIter(5000).tol(0.1).fit(X, Y);
        assertThat(mlp.nIter()).isLessThan(5000);
        assertThat(logged).isEmpty();
    }
}
