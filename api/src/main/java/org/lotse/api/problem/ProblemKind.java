package org.lotse.api.problem;

import org.springframework.http.HttpStatus;

/**
 * A kind of problem a caller can tell apart. Its title and detail are the messages {@code problem.<key>.title} and
 * {@code problem.<key>.detail}; its address is {@code /problems/<key>}.
 *
 * @param key stable, kebab-case
 * @param status the HTTP status it is answered with
 */
public record ProblemKind(String key, HttpStatus status) {
    public static final ProblemKind UNKNOWN_SUBJECT = new ProblemKind("unknown-subject", HttpStatus.NOT_FOUND);
    public static final ProblemKind UNKNOWN_SUBJECT_TYPE =
            new ProblemKind("unknown-subject-type", HttpStatus.NOT_FOUND);
    public static final ProblemKind NOT_FOUND = new ProblemKind("not-found", HttpStatus.NOT_FOUND);
    public static final ProblemKind INVALID = new ProblemKind("invalid", HttpStatus.BAD_REQUEST);
    public static final ProblemKind MALFORMED = new ProblemKind("malformed", HttpStatus.BAD_REQUEST);
    public static final ProblemKind UNAUTHENTICATED = new ProblemKind("unauthenticated", HttpStatus.UNAUTHORIZED);
    public static final ProblemKind FORBIDDEN = new ProblemKind("forbidden", HttpStatus.FORBIDDEN);
    public static final ProblemKind CONFLICT = new ProblemKind("conflict", HttpStatus.CONFLICT);
    public static final ProblemKind CHANGED_MEANWHILE =
            new ProblemKind("changed-meanwhile", HttpStatus.PRECONDITION_FAILED);
    public static final ProblemKind PRECONDITION_REQUIRED =
            new ProblemKind("precondition-required", HttpStatus.PRECONDITION_REQUIRED);
    public static final ProblemKind TOO_LARGE = new ProblemKind("too-large", HttpStatus.CONTENT_TOO_LARGE);
    public static final ProblemKind METHOD_NOT_ALLOWED =
            new ProblemKind("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED);
    public static final ProblemKind NOT_ACCEPTABLE = new ProblemKind("not-acceptable", HttpStatus.NOT_ACCEPTABLE);
    public static final ProblemKind UNSUPPORTED_MEDIA_TYPE =
            new ProblemKind("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    public static final ProblemKind IN_PROGRESS = new ProblemKind("in-progress", HttpStatus.CONFLICT);
    public static final ProblemKind KEY_USED_OTHERWISE =
            new ProblemKind("key-used-otherwise", HttpStatus.UNPROCESSABLE_CONTENT);
    public static final ProblemKind UNAVAILABLE = new ProblemKind("unavailable", HttpStatus.SERVICE_UNAVAILABLE);
    public static final ProblemKind INTERNAL = new ProblemKind("internal", HttpStatus.INTERNAL_SERVER_ERROR);

    /** A kind for a status the framework answers with and we have no words of our own for. */
    static ProblemKind of(int status) {
        return switch (status) {
            case 400 -> MALFORMED;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 412 -> CHANGED_MEANWHILE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default ->
                HttpStatus.resolve(status) instanceof HttpStatus known && known.is4xxClientError()
                        ? new ProblemKind("refused", known)
                        : INTERNAL;
        };
    }
}
