package dev.cortado.engine.vector.window;

import dev.cortado.engine.Convolution;
import dev.cortado.engine.Kernel;
import dev.cortado.engine.Windows;
import dev.cortado.engine.vector.formula.FormulaKernel;
import dev.cortado.engine.vector.species.Species;
import dev.cortado.engine.vector.team.Team;
import dev.cortado.tensor.Shape;
import dev.cortado.tensor.Tensor;

/// A convolution with a stride of 1 that reads images where they are, shared by a team.
public final class DirectConvolution implements Convolution {
    private static final int LANES = Species.FLOATS.length();

    private final Team team;
    private final Windows windows;
    private final int filters;
    private final int places;
    private final BatchFiltering[] filterings;
    /// The way back is a convolution, too, of the output's gradient with the weight turned around.
    private final BatchFiltering[] backs;
    private final float[] turned;
    private final WeightGradient weightGradient;
    private final Tensor[] sumAndBias = new Tensor[2];
    private final Tensor[] onlySum = new Tensor[1];

    /// Lays out what windows for which it [pays][#pays] need.
    ///
    /// @param team who shares the images, and the weights' gradients
    public DirectConvolution(Windows windows, int filters, Team team) {
        this.team = team;
        this.windows = windows;
        this.filters = filters;
        Strips strips = Strips.of(windows, LANES);
        Strips back = Strips.of(back(windows, filters), LANES);
        places = windows.places();
        filterings = new BatchFiltering[team.size()];
        backs = new BatchFiltering[team.size()];
        for (int member = 0; member < team.size(); member++) {
            filterings[member] = new BatchFiltering(strips, filters);
            backs[member] = new BatchFiltering(back, windows.channels());
        }
        turned = new float[filters * windows.inputs()];
        weightGradient = new WeightGradient(strips, filters, team);
    }

    /// Whether this way pays for these windows on this machine.
    public static boolean pays(Windows windows, int filters) {
        return Strips.of(windows, LANES).pay() && Strips.of(back(windows, filters), LANES).pay();
    }

    /// The windows over an output that a pixel was seen in.
    private static Windows back(Windows windows, int filters) {
        return new Windows(filters, back(windows.down()), back(windows.across()));
    }

    private static Windows.Along back(Windows.Along along) {
        int before = (along.window() - 1) * along.dilation() - along.before();
        return new Windows.Along(along.places(), along.window(), along.stride(), along.dilation(), before, along.length());
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
            BatchFiltering filtering = filterings[member];
            int end = team.bound(member + 1, images.rows());
            filtering.take(weight.data());
            for (int row = team.bound(member, images.rows()); row < end; ) {
                int next = filtering.run(images.data(), result.data(), row, end);
                if (quick != null) {
                    quick.runRows(member, row * filters, next * filters);
                }
                row = next;
            }
        });
        if (quick == null) {
            formula.run(sumAndBias, new float[0], onlySum);
        }
    }

    @Override
    public void addWeightGradient(Tensor images, Tensor outputGradient, Tensor gradient) {
        team.run(member -> weightGradient.add(member, images, outputGradient, gradient.data()));
    }

    @Override
    public void inputGradient(Tensor outputGradient, Tensor weight, Tensor imagesGradient) {
        turn(weight.data());
        team.run(member -> {
            BatchFiltering filtering = backs[member];
            int end = team.bound(member + 1, imagesGradient.rows());
            filtering.take(turned);
            for (int row = team.bound(member, imagesGradient.rows()); row < end; ) {
                row = filtering.run(outputGradient.data(), imagesGradient.data(), row, end);
            }
        });
    }

    /// Channels and filters change places, and the window's last pixel comes first.
    private void turn(float[] weight) {
        int channels = windows.channels();
        int taps = windows.inputs() / channels;
        for (int f = 0; f < filters; f++) {
            for (int c = 0; c < channels; c++) {
                for (int tap = 0; tap < taps; tap++) {
                    turned[(c * filters + f) * taps + taps - 1 - tap] = weight[(f * channels + c) * taps + tap];
                }
            }
        }
    }
}
