package dev.cortado.dashboard.race;

/// A setting of a race that cannot be used. The message is a sentence for whoever chose it.
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String field;

    /// What is wrong with which setting.
    ///
    /// @param field its name in [RaceSettings]
    public SettingException(String field, String message) {
        super(message);
        this.field = field;
    }

    /// The name of the setting.
    public String field() {
        return field;
    }

    /// What is wrong.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
