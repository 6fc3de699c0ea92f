package dev.cortado.tensor;

import org.jspecify.annotations.Nullable;

/// One named tensor of a network: what it has learned, and the gradient that says how to go on.
///
/// The value belongs to the network and stays the same array for its whole life; the gradient has the same shape and is made
/// when it is first asked for, so that a network that only predicts never pays for it.
public final class Parameter {
    /// What a parameter is for, and so what an optimizer may do to it.
    public enum Role {
        /// Trained and, where asked for, decayed: the weights of a product.
        WEIGHT,
        /// Trained but never decayed: biases, and the gamma and beta of a normalisation.
        BIAS,
        /// Saved, but never trained, decayed or clipped: running statistics.
        BUFFER
    }

    private final String name;
    private final Role role;
    private final Tensor value;
    private @Nullable Tensor gradient;
    private boolean gradientIsClear;
    private boolean gradientIsKnownFinite;
    private boolean frozen;
    private boolean valueIsKnownFinite;

    /// A parameter with this value.
    ///
    /// @param name its path in the network, such as `0.weight`
    public Parameter(String name, Role role, Tensor value) {
        this.name = name;
        this.role = role;
        this.value = value;
    }

    /// The path in the network, such as `0.weight`: for ever the same.
    public String name() {
        return name;
    }

    /// What it is for.
    public Role role() {
        return role;
    }

    /// The numbers themselves.
    public Tensor value() {
        return value;
    }

    /// The derivative of the loss with respect to the value, added up by the ways back of a step. Whoever writes into it asks for it each time.
    public Tensor gradient() {
        gradientChanges();
        if (gradientIsClear) {
            overwriteGradient().fill(0);
        }
        return allGradient();
    }

    /// Makes the gradient zero. The zeros are not written before somebody looks at them, which a first product need not do.
    public void clearGradient() {
        gradientChanges();
        gradientIsClear = true;
    }

    /// Whether nothing has been added to the gradient since it was cleared.
    public boolean gradientIsClear() {
        return gradientIsClear;
    }

    /// The gradient with any contents, for one who writes every element of it.
    public Tensor overwriteGradient() {
        gradientChanges();
        gradientIsClear = false;
        return allGradient();
    }

    private void gradientChanges() {
        changed();
        gradientIsKnownFinite = false;
    }

    /// Says that all numbers of the gradient are finite, as who has just computed them may know.
    public void foundGradientFinite() {
        gradientIsKnownFinite = true;
    }

    /// Whether all numbers of the gradient are known to be finite: somebody said so, and nobody has asked for the gradient since, who might have written into it.
    public boolean gradientIsKnownFinite() {
        return gradientIsKnownFinite;
    }

    private Tensor allGradient() {
        Tensor present = gradient;
        if (present == null) {
            present = Tensor.zeros(value.shape());
            gradient = present;
        }
        return present;
    }

    /// Whether all numbers of the value are finite. That is looked at once, and again after [#changed].
    public boolean isFinite() {
        if (!valueIsKnownFinite) {
            valueIsKnownFinite = value.isFinite();
        }
        return valueIsKnownFinite;
    }

    /// Gives the value the numbers of a tensor of its shape.
    ///
    /// @throws IllegalArgumentException if the shape is another
    public void set(Tensor numbers) {
        value.set(numbers);
        changed();
    }

    /// Says that the value has other numbers now, not given by [#set]. Whoever asks for the gradient, as every training does, says so by that; others who write into a value that may have
    /// predicted already call it.
    public void changed() {
        valueIsKnownFinite = false;
    }

    /// Whether training changes the value: not for buffers, and not while frozen.
    public boolean trainable() {
        return role != Role.BUFFER && !frozen;
    }

    /// Whether the value stays as it is.
    public boolean frozen() {
        return frozen;
    }

    /// Keeps the value as it is from now on, or lets training change it again.
    public void freeze(boolean frozen) {
        this.frozen = frozen;
    }

    @Override
    public String toString() {
        return name + value.shape();
    }
}
