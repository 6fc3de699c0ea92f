package dev.cortado.engine.vector.window;

import dev.cortado.engine.Convolution;
import dev.cortado.engine.Kernel;
import dev.cortado.engine.Windows;
import dev.cortado.engine.vector.formula.FormulaKernel;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;
import jdk.incubator.vector.FloatVector;

/// A convolution with a stride of 1 that reads images where they are, shared by a team.
public final class DirectConvolution implements Convolution {
    private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

    private final Team team;
    private final Windows windows;
    private final int filters;
    private final int places;
    private final Filtering[] filterings;
    private final ImageGradient[] imageGradients;
    private final WeightGradient weightGradient;
    private final Tensor[] sumAndBias = new Tensor[2];
    private final Tensor[] onlySum = new Tensor[1];

    public DirectConvolution(Windows windows, int filters, Team team) {
        this.team = team;
        this.windows = windows;
        this.filters = filters;
        Strips strips = new Strips(windows, LANES);
        places = windows.places();
        filterings = new Filtering[team.size()];
        imageGradients = new ImageGradient[team.size()];
        for (int member = 0; member < team.size(); member++) {
            filterings[member] = new Filtering(strips, filters);
            imageGradients[member] = new ImageGradient(strips, filters);
        }
        weightGradient = new WeightGradient(strips, filters, team.size());
    }

    /// Whether this way pays for these windows on this machine.
    public static boolean pays(Windows windows) {
        return Strips.fit(windows, LANES);
    }

    @Override
    public void run(Tensor images, Tensor weight, Kernel formula, Tensor biases, Tensor result) {
        onlySum[0] = result.reshape(Shape.of(biases.elements(), places));
        sumAndBias[0] = onlySum[0];
        sumAndBias[1] = biases;
        FormulaKernel quick = formula instanceof FormulaKernel kernel ? kernel : null;
        if (quick != null) {
            quick.begin(sumAndBias, new float[0], onlySum);
        }
        team.run(member -> {
            Filtering filtering = filterings[member];
            filtering.take(weight.data());
            for (int row = first(member, images.rows()); row < first(member + 1, images.rows()); row++) {
                filtering.run(images.data(), row * windows.pixels(), result.data(), row * filters * places);
                if (quick != null) {
                    quick.runRows(member, row * filters, (row + 1) * filters);
                }
            }
        });
        if (quick == null) {
            formula.run(sumAndBias, new float[0], onlySum);
        }
    }

    private int first(int member, int rows) {
        return (int) ((long) rows * member / team.size());
    }

    @Override
    public void addWeightGradient(Tensor images, Tensor outputGradient, Tensor gradient) {
        team.run(member -> weightGradient.add(member, team.size(), images, outputGradient, gradient.data()));
    }

    @Override
    public void inputGradient(Tensor outputGradient, Tensor weight, Tensor imagesGradient) {
        team.run(member -> {
            ImageGradient gradient = imageGradients[member];
            gradient.take(weight.data());
            for (int row = first(member, imagesGradient.rows()); row < first(member + 1, imagesGradient.rows()); row++) {
                gradient.run(outputGradient.data(), row * filters * places, imagesGradient.data(), row * windows.pixels());
            }
        });
    }
}
