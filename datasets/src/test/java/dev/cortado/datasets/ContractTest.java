package dev.cortado.datasets;

import dev.cortado.data.DatasetProvider;
import dev.cortado.plugin.Plugins;
import dev.cortado.testkit.DatasetContract;
import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Every data set of this module keeps the contract of all.
@ParameterizedClass
@MethodSource("all")
record ContractTest(DatasetProvider provider) implements DatasetContract {
    static List<DatasetProvider> all() {
        return Plugins.load().all(DatasetProvider.class).stream()
                .filter(each -> each.getClass().getPackage().equals(Xor.class.getPackage())).toList();
    }
}
