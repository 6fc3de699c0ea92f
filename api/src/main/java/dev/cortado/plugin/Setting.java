package dev.cortado.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says what is good for a component of a plug-in record: whether it must be given, and in which range. In a list or a shape
/// the range is that of each number. Numbers are finite in any case.
///
/// ```java
/// public record Dropout(@Setting(min = 0, below = 1) double rate) implements Layer { … }
/// ```
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /// Whether there is no sensible default, so that a value has to be given.
    boolean required() default false;

    /// The smallest good value.
    double min() default Double.NEGATIVE_INFINITY;

    /// The largest good value.
    double max() default Double.POSITIVE_INFINITY;

    /// Good values are larger than this.
    double above() default Double.NEGATIVE_INFINITY;

    /// Good values are smaller than this.
    double below() default Double.POSITIVE_INFINITY;
}
