package dev.cortado.testkit.reference;

import dev.cortado.engine.Engine;
import java.util.List;

/// Fits of scikit-learn's networks. There are no such classes yet: all cases are left out.
final class ScikitLearnCases implements Family {
    @Override
    public String file() {
        return "scikit_learn";
    }

    @Override
    public List<String> missing(ReferenceCase reference) {
        return List.of(reference.text("kind").equals("classifier") ? "MlpClassifier" : "MlpRegressor");
    }

    @Override
    public boolean mayLackPlugins() {
        return true;
    }

    @Override
    public void run(ReferenceCase reference, Engine engine) {
        throw reference.failure("there are neither MlpClassifier nor MlpRegressor yet");
    }
}
