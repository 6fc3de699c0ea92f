package dev.cortado.plugin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The plug-ins of one kind that were found, by name. Of two with one name neither wins.
record Catalog<P extends Plugin>(
        Class<P> kind, SortedMap<String, P> plugins, Map<String, Problem> clashes, List<Problem> problems) {

    static <P extends Plugin> Catalog<P> of(Class<P> kind, List<P> found, List<Problem> broken) {
        SortedMap<String, P> plugins = new TreeMap<>();
        Map<String, Problem> clashes = new TreeMap<>();
        Map<String, List<P>> named = new HashMap<>();
        for (P each : found) {
            named.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each);
        }
        for (Map.Entry<String, List<P>> each : named.entrySet()) {
            List<P> same = each.getValue();
            if (same.size() == 1) {
                plugins.put(each.getKey(), same.getFirst());
            } else {
                clashes.put(each.getKey(), clash(kind, each.getKey(), same));
            }
        }
        List<Problem> problems = new ArrayList<>(broken);
        problems.addAll(clashes.values());
        problems.forEach(Problem::log);
        return new Catalog<>(kind, plugins, clashes, List.copyOf(problems));
    }

    private static Problem clash(Class<? extends Plugin> kind, String name, Collection<? extends Plugin> same) {
        List<String> owners = same.stream()
                .map(each -> each.getClass().getName() + " in " + Origin.jar(each.getClass())).sorted().toList();
        String jars = same.stream().map(each -> Origin.jar(each.getClass())).distinct().sorted()
                .collect(Collectors.joining(", "));
        return new Problem(kind, jars, name, "%d plug-ins have the name '%s', and neither is taken: %s"
                .formatted(same.size(), name, String.join(" and ", owners)), null);
    }

    /// The prototype of this name.
    P get(String name) {
        P plugin = plugins.get(name);
        if (plugin == null) {
            throw new PluginException(clashes.containsKey(name) ? clashes.get(name).reason() : unknown(name));
        }
        return plugin;
    }

    private String unknown(String name) {
        return "There is no %s '%s'.%s Known are %s%s".formatted(Names.words(kind), Form.shortened(name),
                Nearest.hint(name, plugins.keySet()), plugins.isEmpty() ? "none" : String.join(", ", plugins.keySet()),
                problems.stream().limit(3).map(each -> ". Broken is " + each.message()).collect(Collectors.joining()));
    }
}
