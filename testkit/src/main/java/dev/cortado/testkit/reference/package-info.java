/// Reference cases: inputs with the results that PyTorch and scikit-learn computed from them in float64.
///
/// [ReferenceContract] runs them on an engine. The cases are data: seven JSON files, one for each family, next to this class
/// or in the folder that `-Dcortado.golden=DIR` names. A tensor in them is `{"shape": […], "data": […]}`, row by row; a plug-in
/// is named, with its settings beside it as `options`:
///
/// ```json
/// {"activation": "leaky_relu", "options": {"alpha": 0.2}, "input": {…}, "output": {…}, "derivative": {…}}
/// ```
@NullMarked
package dev.cortado.testkit.reference;

import org.jspecify.annotations.NullMarked;
