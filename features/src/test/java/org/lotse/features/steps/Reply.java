package org.lotse.features.steps;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service answered.
 *
 * @param asked the request in one line, so that a failing step can say what was asked
 * @param status the HTTP status
 * @param headers the HTTP headers
 * @param text the body
 */
record Reply(String asked, int status, HttpHeaders headers, String text) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_SHOWN = 3_000;

    /** The body as JSON. */
    JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new AssertionError("The answer is no JSON: " + this, e);
        }
    }

    /** The value at a JSON pointer; missing when there is none. */
    JsonNode at(String pointer) {
        return json().at(pointer);
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The same reply, if the request succeeded. */
    Reply ok() {
        if (status / 100 != 2) {
            throw new AssertionError("The request should have succeeded: " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + " ..." : text;
        return asked + "\n  -> " + status + " " + shown;
    }
}
