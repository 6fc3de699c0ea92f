/// Plug-ins: what has a name, and how it is found.
///
/// Everything that a network is made of and runs on is a [Plugin]: activations, layers, losses, optimizers, initializers,
/// engines, data sets. Each of these is a *kind*, an interface that extends [Plugin]. The toolkit's own plug-ins are found in
/// the same way as a stranger's: by [Plugins], from services files on the class path.
///
/// ## A plug-in is a record that is its own prototype
///
/// Its components are its settings; its constructor without arguments holds their defaults. It is called by its type's name
/// in snake_case, and so are its settings. [Setting] says which of them have to be given and which values are good.
///
/// ```java
/// package org.example;
///
/// public record Swish(@Setting(above = 0, max = 100) double beta) implements Activation {
///     public Swish() { this(1); }
///     public Expression apply(Expression x) { return x.times(x.times(beta).sigmoid()); }
/// }
/// ```
///
/// One line makes it known, in the file `META-INF/services/dev.cortado.activation.Activation` of its jar:
///
/// ```text
/// org.example.Swish
/// ```
///
/// ## One form for text, one for JSON
///
/// ```java
/// Plugins plugins = Plugins.load();
/// plugins.get(Activation.class, "swish");              // new Swish()
/// plugins.get(Activation.class, "swish(2)");           // by position, in the order of the components
/// plugins.get(Activation.class, "swish(beta=2)");      // or by name
/// Plugins.text(new Swish(2));                          // "swish(2)"
/// Plugins.json(new Swish(2));                          // {"type": "swish", "beta": 2}
/// ```
///
/// Settings may be whole numbers and numbers, `true` and `false`, words and quoted text, an enum's constants in snake_case,
/// other plug-ins (`dense(100, relu)`), a [Shape][dev.cortado.tensor.Shape], lists in brackets, `null` for an empty
/// `Optional` or a component that is `@Nullable`, and any type that has a static `valueOf(String)` and a `toString` to match.
/// What is not given stays as in the prototype. In JSON a plug-in is a string in text form or an object with its `type`.
///
/// A setting that is required has a placeholder in the prototype, a value that is no good: nobody can mean `units = 0`.
///
/// ## When something is wrong
///
/// Whoever asks for a plug-in that is not there, or not with such settings, gets a [PluginException] that says what there
/// is. A plug-in that cannot be loaded is a [Problem], told by [Plugins#problems] and in the log, by its file and class; it
/// takes nothing else down. Where two plug-ins of a kind have one name neither of them is taken. [Plugins#list] tells what
/// there is to know of those that can be used: of one kind, or of all.
///
/// ## A kind of your own
///
/// Any public interface that extends [Plugin] is a kind, and [Plugins#get] finds its plug-ins. Named in a file
/// `META-INF/cortado/kinds` of its jar, one interface a line, it is in the list of all kinds, too.
@NullMarked
package dev.cortado.plugin;

import org.jspecify.annotations.NullMarked;
