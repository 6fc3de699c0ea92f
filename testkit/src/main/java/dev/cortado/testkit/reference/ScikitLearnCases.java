package dev.cortado.testkit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cortado.classic.Mlp;
import dev.cortado.classic.MlpClassifier;
import dev.cortado.classic.MlpRegressor;
import dev.cortado.engine.Engine;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Fits of scikit-learn's multi-layer perceptrons, from given weights and without shuffling: losses, weights, predictions and
/// the iteration at which they stop. Lbfgs finds its own way down: it is held to the final loss and the predicted classes.
final class ScikitLearnCases implements Family {
    /// How much larger a final loss of lbfgs may be.
    private static final double LBFGS_MARGIN = 1.1;
    private static final double LONG_RUN = 1e-4;

    @Override
    public String file() {
        return "scikit_learn";
    }

    @Override
    public List<String> missing(ReferenceCase reference) {
        return List.of();
    }

    @Override
    public void run(ReferenceCase reference, Engine engine) {
        switch (reference.text("kind")) {
            case "classifier" -> runClassifier(reference, prepared(new MlpClassifier(), reference, engine));
            case "regressor" -> runRegressor(reference, prepared(new MlpRegressor(), reference, engine));
            default -> throw reference.failure("the kind '%s' is neither classifier nor regressor".formatted(reference.text("kind")));
        }
    }

    private static <M extends Mlp<M>> M prepared(M mlp, ReferenceCase reference, Engine engine) {
        List<double[][]> coefs = new ArrayList<>();
        List<double[]> intercepts = new ArrayList<>();
        for (JsonNode layer : reference.list("start")) {
            ReferenceCase place = new ReferenceCase(reference.place() + ", start", layer);
            coefs.add(rows(place.item(0).tensor()));
            intercepts.add(rows(place.item(1).tensor())[0]);
        }
        ScikitLearnSettings.lay(reference.part("parameters"), mlp.shuffle(false));
        return mlp.engine(engine).startFrom(coefs, intercepts);
    }

    private static void runClassifier(ReferenceCase reference, MlpClassifier mlp) {
        double[][] x = rows(reference.tensor("x"));
        double[][] probe = rows(reference.tensor("probe"));
        if (reference.list("y").getFirst().isArray()) {
            int[][] y = ints(reference, "y");
            mlp.fit(x, y);
            checkClasses(reference, mlp.predictMultilabel(probe), ints(reference, "predict"));
            checkScore(reference, mlp.score(x, y));
        } else {
            String[] y = texts(reference, "y");
            fit(mlp, reference, x, y);
            checkClasses(reference, mlp.predictLabels(probe), texts(reference, "predict"));
            checkScore(reference, score(mlp, reference, x, y));
        }
        check(reference, mlp);
        if (!isLbfgs(reference)) {
            reference.tensor("predict_proba").check(tensor(mlp.predictProba(probe)), LONG_RUN);
        }
    }

    /// Ints stay ints: as texts, 10 would come before 2.
    private static void fit(MlpClassifier mlp, ReferenceCase reference, double[][] x, String[] y) {
        if (reference.list("y").getFirst().isTextual()) {
            mlp.fit(x, y);
        } else {
            mlp.fit(x, Arrays.stream(y).mapToInt(Integer::parseInt).toArray());
        }
    }

    private static double score(MlpClassifier mlp, ReferenceCase reference, double[][] x, String[] y) {
        return reference.list("y").getFirst().isTextual() ? mlp.score(x, y)
                : mlp.score(x, Arrays.stream(y).mapToInt(Integer::parseInt).toArray());
    }

    private static void runRegressor(ReferenceCase reference, MlpRegressor mlp) {
        double[][] x = rows(reference.tensor("x"));
        double[][] y = numbers(reference, "y");
        mlp.fit(x, y);
        check(reference, mlp);
        if (!isLbfgs(reference)) {
            double[][] expected = numbers(reference, "predict");
            reference(reference, "predict", expected).check(tensor(mlp.predictOutputs(rows(reference.tensor("probe")))), LONG_RUN);
            checkScore(reference, mlp.score(x, y));
        }
    }

    private static boolean isLbfgs(ReferenceCase reference) {
        ReferenceCase parameters = reference.part("parameters");
        return parameters.has("solver") && parameters.text("solver").equals("lbfgs");
    }

    private static void check(ReferenceCase reference, Mlp<?> mlp) {
        if (!mlp.outActivation().equals(reference.text("out_activation"))) {
            throw reference.failure("the last activation is %s, should be %s"
                    .formatted(mlp.outActivation(), reference.text("out_activation")));
        }
        if (isLbfgs(reference)) {
            checkFinalLoss(reference, mlp.loss());
            return;
        }
        if (mlp.nIter() != (int) reference.number("n_iter")) {
            throw reference.failure("it stopped after %d iterations, should be %.0f".formatted(mlp.nIter(), reference.number("n_iter")));
        }
        double[] curve = reference.numbers("loss_curve");
        Reference.of(reference.part("loss_curve"), new int[] {curve.length}, curve)
                .check(Tensor.of(Shape.of(mlp.lossCurve().length), mlp.lossCurve()), LONG_RUN);
        checkAll(reference, "coefs", mlp.coefs().stream().map(ScikitLearnCases::tensor).toList());
        checkAll(reference, "intercepts", mlp.intercepts().stream().map(row -> Tensor.of(Shape.of(row.length), row)).toList());
    }

    private static void checkFinalLoss(ReferenceCase reference, double loss) {
        double allowed = LBFGS_MARGIN * reference.number("loss");
        if (!(loss <= allowed)) {
            throw reference.failure("the final loss is %s, should be at most %s".formatted(loss, allowed));
        }
    }

    private static void checkAll(ReferenceCase reference, String field, List<Tensor> actual) {
        List<ReferenceCase> expected = reference.parts(field);
        if (expected.size() != actual.size()) {
            throw reference.failure("there are %d %s, should be %d".formatted(actual.size(), field, expected.size()));
        }
        for (int i = 0; i < actual.size(); i++) {
            expected.get(i).tensor().check(actual.get(i), LONG_RUN);
        }
    }

    private static void checkClasses(ReferenceCase reference, Object[] actual, Object[] expected) {
        if (!Arrays.deepEquals(actual, expected)) {
            throw reference.failure("the predicted classes are %s, should be %s"
                    .formatted(Arrays.deepToString(actual), Arrays.deepToString(expected)));
        }
    }

    /// Lbfgs may end a little lower or higher, and so may its score.
    private static void checkScore(ReferenceCase reference, double score) {
        if (!isLbfgs(reference) && !(Math.abs(score - reference.number("score")) <= LONG_RUN)) {
            throw reference.failure("the score is %s, should be %s".formatted(score, reference.number("score")));
        }
    }

    private static String[] texts(ReferenceCase reference, String field) {
        return reference.list(field).stream().map(JsonNode::asText).toArray(String[]::new);
    }

    private static int[][] ints(ReferenceCase reference, String field) {
        return Arrays.stream(numbers(reference, field)).map(row -> Arrays.stream(row).mapToInt(each -> (int) each).toArray())
                .toArray(int[][]::new);
    }

    /// One number or a list of numbers for each sample.
    private static double[][] numbers(ReferenceCase reference, String field) {
        return reference.list(field).stream()
                .map(row -> (row.isArray() ? row.valueStream() : Stream.of(row)).mapToDouble(JsonNode::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] rows(Reference reference) {
        Tensor tensor = reference.tensor();
        int columns = reference.shape().length(-1);
        double[][] rows = new double[tensor.elements() / columns][columns];
        for (int i = 0; i < tensor.elements(); i++) {
            rows[i / columns][i % columns] = tensor.data()[i];
        }
        return rows;
    }

    private static Reference reference(ReferenceCase reference, String field, double[]... rows) {
        return Reference.of(reference.part(field), new int[] {rows.length, rows[0].length},
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    private static Tensor tensor(double[]... rows) {
        return Tensor.of(Shape.of(rows.length, rows[0].length), Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }
}
