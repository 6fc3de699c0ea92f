package dev.cortado.dashboard.web;

import dev.cortado.dashboard.json.Json;
import io.javalin.http.Context;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at every request before anything else does: a servlet filter, since routes and files have handlers in common and
/// upgrades to web sockets have not.
///
/// The name in `Host` must be this machine's own: a foreign site whose name was made to point here (DNS rebinding) comes with
/// its own name. An `Origin`, where there is one, must be this server. A body must be JSON: no form of a foreign page can
/// send that without being asked first.
final class Guard extends HttpFilter {
    static final int LARGEST_BODY = 64 * 1024;
    static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Frame-Options", "DENY");

    private static final long serialVersionUID = 1;
    private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final transient Json json;
    private final String policy;

    /// @param importMapHash what the page's inline import map hashes to
    Guard(Json json, String importMapHash) {
        this.json = json;
        policy = "default-src 'none'; script-src 'self' '" + importMapHash + "'; style-src 'self'; img-src 'self' data: blob:; "
                + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws IOException, ServletException {
        HEADERS.forEach(response::setHeader);
        response.setHeader("Content-Security-Policy", policy);
        try {
            String host = checkHost(request.getHeader("Host"), request.getLocalPort());
            checkOrigin(request.getHeader("Origin"), host);
        } catch (Refusal e) {
            response.setStatus(e.status());
            response.setContentType("application/json");
            response.getWriter().write(json.write(new Complaint(e.sentence(), null)));
            return;
        }
        rest.doFilter(request, response);
    }

    private static String checkHost(@Nullable String host, int port) {
        String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        if (OWN_NAMES.stream().noneMatch(own -> name.equals(own + ":" + port) || (port == 80 && name.equals(own)))) {
            throw new Refusal(421, "This server answers to 127.0.0.1:%d and localhost:%d only".formatted(port, port));
        }
        return name;
    }

    private static void checkOrigin(@Nullable String origin, String host) {
        if (origin != null && !origin.toLowerCase(Locale.ROOT).equals("http://" + host)) {
            throw new Refusal(403, "Requests from other pages are not answered");
        }
    }

    /// Refuses a body that is too large or not JSON.
    static void checkBody(Context request) {
        switch (request.req().getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> { }
            default -> {
                if (request.bodyAsBytes().length > 0 && !isJson(request.contentType())) {
                    throw new Refusal(415, "Send JSON, with Content-Type: application/json");
                }
            }
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }
}
