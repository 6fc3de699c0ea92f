package dev.cortado.classic;

import dev.cortado.network.Network;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;

/// Limited-memory BFGS: a quasi-Newton method that knows the curvature from its last ten steps (Liu and Nocedal, *On the
/// limited memory BFGS method for large scale optimization*, 1989), with the line search, the tests and the constants of
/// SciPy's L-BFGS-B, for a function without bounds.
///
/// It asks for the loss several times in one step, and so is no [dev.cortado.optimizer.Optimizer]: that sees one gradient of
/// one batch. Vectors are in double; the loss and its gradient are the network's, in float32.
final class Lbfgs {
    private static final int MEMORY = 10;
    private static final int LINE_STEPS = 20;
    private static final double SMALLEST_DECREASE = 1e7 * Math.ulp(1.0);
    private static final double EPSILON = Math.ulp(1.0);

    private final Mlp<?> mlp;
    private final Objective objective;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private double[] point;
    private double[] gradient;
    private double value;

    /// A step taken and how the gradient changed by it.
    private static final class Pair {
        final double[] step;
        final double[] change;
        final double curvature;

        Pair(double[] step, double[] change, double curvature) {
            this.step = step;
            this.change = change;
            this.curvature = curvature;
        }
    }

    private Lbfgs(Mlp<?> mlp, Objective objective) {
        this.mlp = mlp;
        this.objective = objective;
        this.point = objective.point();
        this.gradient = new double[point.length];
        this.value = objective.evaluate(point, gradient);
    }

    /// Takes the network to a minimum near by.
    static Minimum minimise(Mlp<?> mlp, Network network, Samples samples) {
        try (Objective objective = new Objective(mlp, network, samples)) {
            Lbfgs lbfgs = new Lbfgs(mlp, objective);
            Minimum minimum = lbfgs.run();
            objective.moveTo(lbfgs.point);
            if (!minimum.converged()) {
                Mlp.logger().log(Level.WARNING, "lbfgs has not converged: {0}", minimum.reason());
            }
            return minimum;
        }
    }

    private Minimum run() {
        int iterations = 0;
        while (largest(gradient) > mlp.tol) {
            double before = value;
            if (!step(iterations == 0)) {
                return new Minimum(value, iterations, "no step along the gradient lowers the loss", false);
            }
            iterations++;
            mlp.progress.accept(String.format(Locale.ROOT, "Iteration %d, loss = %.8f", iterations, value));
            if (iterations >= mlp.maxIter) {
                return new Minimum(value, iterations, "maxIter=%d iterations are done".formatted(mlp.maxIter), false);
            }
            if (objective.evaluations() > mlp.maxFun) {
                return new Minimum(value, iterations, "the loss was computed more than maxFun=%d times".formatted(mlp.maxFun), false);
            }
            if (before - value <= SMALLEST_DECREASE * Math.max(1, Math.max(Math.abs(before), Math.abs(value)))) {
                return new Minimum(value, iterations, "the loss falls no more", true);
            }
        }
        return new Minimum(value, iterations, "no derivative is larger than tol", true);
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double each : vector) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    /// Takes a step along the quasi-Newton direction; if none can be found, forgets the curvature and tries the gradient's.
    private boolean step(boolean first) {
        if (search(direction(), first)) {
            return true;
        }
        if (pairs.isEmpty()) {
            return false;
        }
        pairs.clear();
        return search(direction(), first);
    }

    /// −H g, H being the inverse curvature that the pairs tell (the two-loop recursion).
    private double[] direction() {
        double[] q = gradient.clone();
        double[] shares = new double[pairs.size()];
        int i = 0;
        for (Pair pair : pairs) {
            shares[i] = dot(pair.step, q) / pair.curvature;
            add(q, -shares[i], pair.change);
            i++;
        }
        Pair last = pairs.peekFirst();
        scale(q, last == null ? -1 : -last.curvature / dot(last.change, last.change));
        Iterator<Pair> oldestFirst = pairs.descendingIterator();
        while (oldestFirst.hasNext()) {
            i--;
            Pair pair = oldestFirst.next();
            add(q, -shares[i] - dot(pair.change, q) / pair.curvature, pair.step);
        }
        return q;
    }

    private boolean search(double[] direction, boolean first) {
        double slope = dot(gradient, direction);
        if (!(slope < 0)) {
            return false;
        }
        double length = first ? Math.min(1 / Math.sqrt(dot(direction, direction)), 1e10) : 1;
        LineSearch line = new LineSearch(value, slope, length);
        double[] there = new double[point.length];
        double[] steepness = new double[point.length];
        for (int i = 0; i < LINE_STEPS; i++) {
            System.arraycopy(point, 0, there, 0, there.length);
            add(there, length, direction);
            double reached = objective.evaluate(there, steepness);
            if (!Double.isFinite(reached)) {
                length /= 10;
                continue;
            }
            LineSearch.Trial trial = new LineSearch.Trial(length, reached, dot(steepness, direction));
            if (line.accepts(trial)) {
                moveTo(there, reached, steepness, -slope * length);
                return true;
            }
            length = line.next(trial);
        }
        return false;
    }

    private void moveTo(double[] there, double reached, double[] steepness, double expected) {
        double[] step = there.clone();
        add(step, -1, point);
        double[] change = steepness.clone();
        add(change, -1, gradient);
        double curvature = dot(step, change);
        if (curvature > EPSILON * expected) {
            pairs.addFirst(new Pair(step, change, curvature));
            if (pairs.size() > MEMORY) {
                pairs.removeLast();
            }
        }
        point = there;
        value = reached;
        gradient = steepness;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] sum, double factor, double[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * vector[i];
        }
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
