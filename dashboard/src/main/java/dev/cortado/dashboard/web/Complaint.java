package dev.cortado.dashboard.web;

import org.jspecify.annotations.Nullable;

/// What a client is told when something is wrong.
///
/// @param error one sentence
/// @param field the setting that is wrong, if it is one
record Complaint(String error, @Nullable String field) {
}
