package dev.cortado.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The parameters of a network, or of one layer of it, in a fixed order and found by name.
///
/// A network's are named by paths (`0.weight`, `2.layers.0.bias`); a layer sees its own [#scope], in which they are called
/// just `weight` and `bias`. A scope shares its parameters with the whole.
public final class Parameters implements Iterable<Parameter> {
    private final Map<String, Parameter> byName;
    private final List<Parameter> list;
    private final Map<String, Parameters> scopes = new LinkedHashMap<>();

    private Parameters(Map<String, Parameter> byName) {
        this.byName = byName;
        this.list = List.copyOf(byName.values());
        List<String> heads = new ArrayList<>();
        for (String name : byName.keySet()) {
            int dot = name.indexOf('.');
            if (dot > 0 && !heads.contains(name.substring(0, dot))) {
                heads.add(name.substring(0, dot));
            }
        }
        for (String head : heads) {
            scopes.put(head, new Parameters(below(head + ".")));
        }
    }

    /// These parameters, under their own names and in this order.
    ///
    /// @throws IllegalArgumentException if two have the same name
    public static Parameters of(List<Parameter> parameters) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (byName.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("Two parameters are named '%s'".formatted(parameter.name()));
            }
        }
        return new Parameters(byName);
    }

    private Map<String, Parameter> below(String prefix) {
        Map<String, Parameter> below = new LinkedHashMap<>();
        byName.forEach((name, parameter) -> {
            if (name.startsWith(prefix)) {
                below.put(name.substring(prefix.length()), parameter);
            }
        });
        return below;
    }

    /// The parameter of this name.
    ///
    /// @throws IllegalArgumentException if there is none; the message lists those there are
    public Parameter get(String name) {
        Parameter parameter = byName.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("There is no parameter '%s'; there are: %s".formatted(name, byName.keySet()));
        }
        return parameter;
    }

    /// The value of the parameter of this name.
    public Tensor value(String name) {
        return get(name).value();
    }

    /// Those that a pattern chooses, in order: one parameter by its name (`0.weight`), all of a layer by its path (`0`,
    /// `2.layers.1`), or all whose name fits, where an asterisk stands for any characters (`*.bias`).
    ///
    /// @throws IllegalArgumentException if it chooses none; the message lists the names
    public List<Parameter> matching(String pattern) {
        Pattern names = Pattern.compile(
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*", "", "(\\..*)?")));
        List<Parameter> matching = byName.entrySet().stream().filter(each -> names.matcher(each.getKey()).matches())
                .map(Map.Entry::getValue).toList();
        if (matching.isEmpty()) {
            throw new IllegalArgumentException(
                    "No parameter is called, or matches, '%s'; there are: %s".formatted(pattern, byName.keySet()));
        }
        return matching;
    }

    /// Those below one path element, without it: scope `0` finds `0.weight` as `weight`. Empty if there are none.
    public Parameters scope(String head) {
        Parameters scope = scopes.get(head);
        return scope == null ? new Parameters(Map.of()) : scope;
    }

    /// The names in order, as [#get] takes them.
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /// The parameters in order.
    public List<Parameter> list() {
        return list;
    }

    /// The number of single numbers in all of them, buffers included.
    public long elements() {
        return byName.values().stream().mapToLong(parameter -> parameter.value().elements()).sum();
    }

    /// Whether training changes any of them.
    public boolean trainable() {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).trainable()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Iterator<Parameter> iterator() {
        return list.iterator();
    }
}
