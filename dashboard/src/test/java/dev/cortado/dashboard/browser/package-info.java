/// The dashboard as a person sees it: a real Chromium clicks through the page of a real server.
///
/// A test class says [InChromium][dev.cortado.dashboard.browser.InChromium] and takes a
/// [Visitor][dev.cortado.dashboard.browser.Visitor] as parameter. At the end of each test the visitor must have seen no error
/// in the browser's console; where one is due, the test says so first. After a failure, the page as it was then lies
/// in `target/browser`.
///
/// The tests need `chromium` and `node` on the path (or `-Dcortado.chromium=…` and `-Dplaywright.nodejs.path=…`). Where they are
/// missing the tests are skipped, and say so in one line, unless the environment has `CORTADO_BROWSER_TESTS=required`.
@NullMarked
package dev.cortado.dashboard.browser;

import org.jspecify.annotations.NullMarked;
