/// The web server of the dashboard: pages, commands and the stream of events.
///
/// It listens on the loopback interface alone, and [Guard] turns away whoever reaches it by another name (a site that had its
/// name resolved to this machine) or from another page. Commands are JSON in small bodies; an error is a sentence in JSON
/// ([Complaint]), never a stack trace. The page and its modules come from the class path, the libraries from WebJars; the
/// [ImportMap] says which version of each lies there, and its hash is what the Content-Security-Policy allows.
@NullMarked
package dev.cortado.dashboard.web;

import org.jspecify.annotations.NullMarked;
