package dev.cortado.network;

import dev.cortado.layer.Layer;
import dev.cortado.plugin.Plugins;
import dev.cortado.tensor.Parameter;
import dev.cortado.tensor.Parameters;
import dev.cortado.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a network is made of and what that costs, layer by layer; its text is a table.
///
/// @param input the shape of one sample
/// @param rows one for each layer, in order; the layers inside of one follow it
/// @param trainable how many numbers training changes
/// @param frozen how many it would change, were they not frozen
/// @param buffers how many it never changes as weights, such as running statistics
public record Summary(Shape input, List<Row> rows, long trainable, long frozen, long buffers) {
    /// Makes the list immutable.
    public Summary {
        rows = List.copyOf(rows);
    }

    /// One layer.
    ///
    /// @param path as in the parameters' names: `2`, `2.layers.0` for a layer inside of layer 2
    /// @param layer in text form
    /// @param output the shape of one sample that comes out
    /// @param parameters how many numbers it owns, buffers included, those of the layers inside of it too
    /// @param memory the bytes of its parameters and of one sample's output
    /// @param flops the additions and multiplications for one sample, going forward
    public record Row(String path, String layer, Shape output, long parameters, long memory, long flops) {
        /// How many layers it lies in.
        public int depth() {
            return (int) path.chars().filter(c -> c == '.').count() / 2;
        }
    }

    static Summary of(Architecture architecture, Parameters parameters) {
        List<Row> rows = new ArrayList<>();
        addRows(rows, "", architecture.layers(), architecture.input(), parameters);
        long trainable = 0;
        long frozen = 0;
        for (Parameter each : parameters) {
            trainable += each.trainable() ? each.value().elements() : 0;
            frozen += each.frozen() && each.role() != Parameter.Role.BUFFER ? each.value().elements() : 0;
        }
        return new Summary(architecture.input(), rows, trainable, frozen, parameters.elements() - trainable - frozen);
    }

    private static void addRows(List<Row> rows, String prefix, List<Layer> layers, Shape input, Parameters parameters) {
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            Parameters own = parameters.scope(Integer.toString(i));
            Shape output = layer.outputShape(shape);
            rows.add(new Row(prefix + i, Plugins.text(layer), output, own.elements(),
                    Float.BYTES * (own.elements() + output.elements()), layer.flops(shape)));
            addRows(rows, prefix + i + ".layers.", layer.layers(), shape, own.scope("layers"));
            shape = output;
        }
    }

    /// How many numbers the network owns, buffers included.
    public long parameters() {
        return trainable + frozen + buffers;
    }

    /// The bytes of all parameters and of one sample's outputs.
    public long memory() {
        return outermost().stream().mapToLong(Row::memory).sum();
    }

    /// The additions and multiplications for one sample, going forward.
    public long flops() {
        return outermost().stream().mapToLong(Row::flops).sum();
    }

    private List<Row> outermost() {
        return rows.stream().filter(row -> row.depth() == 0).toList();
    }

    /// The table, with a line for each layer and the totals below.
    @Override
    public String toString() {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"", "Layer", "Output", "Parameters", "Memory", "FLOPs"});
        lines.add(new String[] {"", "input", input.toString(), "", "", ""});
        for (Row row : rows) {
            lines.add(new String[] {row.path, "  ".repeat(row.depth()) + row.layer, row.output.toString(),
                    grouped(row.parameters), bytes(row.memory), grouped(row.flops)});
        }
        lines.add(new String[] {"", "total", "", grouped(parameters()), bytes(memory()), grouped(flops())});
        return new TextTable(lines) + "Trainable %s, frozen %s, buffers %s; memory and FLOPs are those of one sample\n"
                .formatted(grouped(trainable), grouped(frozen), grouped(buffers));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        int power = Math.min((63 - Long.numberOfLeadingZeros(bytes)) / 10, 4);
        return String.format(Locale.ROOT, "%.1f %ciB", bytes / Math.pow(1024, power), " KMGT".charAt(power));
    }
}
