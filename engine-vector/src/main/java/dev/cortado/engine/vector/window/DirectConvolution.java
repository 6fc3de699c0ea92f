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
    /// The way back is a convolution, too, of the output's gradient with the weight turned around.
    private final Filtering[] backs;
    private final float[] turned;
    private final WeightGradient weightGradient;
    private final Tensor[] sumAndBias = new Tensor[2];
    private final Tensor[] onlySum = new Tensor[1];

    public DirectConvolution(Windows windows, int filters, Team team) {
        this.team = team;
        this.windows = windows;
        this.filters = filters;
        Strips strips = new Strips(windows, LANES);
        Strips back = new Strips(back(windows, filters), LANES);
        places = windows.places();
        filterings = new Filtering[team.size()];
        backs = new Filtering[team.size()];
        for (int member = 0; member < team.size(); member++) {
            filterings[member] = new Filtering(strips, filters);
            backs[member] = new Filtering(back, windows.channels());
        }
        turned = new float[filters * windows.inputs()];
        weightGradient = new WeightGradient(strips, filters, team.size());
    }

    /// Whether this way pays for these windows on this machine.
    public static boolean pays(Windows windows, int filters) {
        return new Strips(windows, LANES).pay() && new Strips(back(windows, filters), LANES).pay();
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
        turn(weight.data());
        team.run(member -> {
            Filtering filtering = backs[member];
            filtering.take(turned);
            for (int row = first(member, imagesGradient.rows()); row < first(member + 1, imagesGradient.rows()); row++) {
                filtering.run(outputGradient.data(), row * filters * places, imagesGradient.data(), row * windows.pixels());
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
