package org.lotse.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns whatever a REST controller ends with into a problem; nothing of the inside is shown. */
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final AnswerProblems answers;

    ProblemAdvice(AnswerProblems answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<Object> problem(ProblemException problem, HttpServletRequest request) {
        return answers.entity(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException problem, HttpServletRequest request) {
        return answers.entity(JsonTrouble.of(problem), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(MethodArgumentNotValidException problem, HttpServletRequest request) {
        List<FieldProblem> errors = problem.getBindingResult().getAllErrors().stream()
                .map(error -> FieldProblem.worded(
                        error instanceof FieldError field ? pointer(field.getField()) : "",
                        code(error.getCode()),
                        Optional.ofNullable(error.getDefaultMessage()).orElse("")))
                .toList();
        return answers.entity(ProblemException.invalid(errors), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(HandlerMethodValidationException problem, HttpServletRequest request) {
        List<FieldProblem> errors = problem.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter.getResolvableErrors().stream()
                        .map(error -> FieldProblem.worded(
                                "/" + parameter.getMethodParameter().getParameterName(),
                                "INVALID",
                                Optional.ofNullable(error.getDefaultMessage()).orElse(""))))
                .toList();
        return answers.entity(ProblemException.invalid(errors), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(ConstraintViolationException problem, HttpServletRequest request) {
        List<FieldProblem> errors = problem.getConstraintViolations().stream()
                .map(ProblemAdvice::fieldProblem)
                .toList();
        return answers.entity(ProblemException.invalid(errors), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> wrongParameter(MethodArgumentTypeMismatchException problem, HttpServletRequest request) {
        return answers.entity(
                ProblemException.invalid(
                        "/" + problem.getName(), "WRONG_PARAMETER", problem.getName(), shortened(problem.getValue())),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> missingParameter(
            MissingServletRequestParameterException problem, HttpServletRequest request) {
        return answers.entity(
                ProblemException.invalid(
                        "/" + problem.getParameterName(), "MISSING_PARAMETER", problem.getParameterName()),
                request);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Object> databaseDown(RuntimeException problem, HttpServletRequest request) {
        LOG.warn("{} {} was refused: the database does not answer", request.getMethod(), request.getRequestURI());
        LOG.debug("Why", problem);
        return answers.entity(OutageFilter.unavailable(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> other(Exception problem, HttpServletRequest request) throws Exception {
        if (problem instanceof TransactionSystemException undoing && OutageFilter.isOutage(undoing)) {
            return databaseDown(undoing, request);
        }
        if (problem instanceof AccessDeniedException || problem instanceof AuthenticationException) {
            throw problem;
        }
        if (problem instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
            return answers.entity(
                    ProblemException.of(
                            ProblemKind.of(known.getStatusCode().value()),
                            request.getMethod(),
                            request.getRequestURI(),
                            String.valueOf(request.getContentType())),
                    request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), problem);
        return answers.entity(ProblemException.of(ProblemKind.INTERNAL), request);
    }

    private static FieldProblem fieldProblem(ConstraintViolation<?> violation) {
        return FieldProblem.worded(
                pointer(violation.getPropertyPath().toString()),
                code(violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName()),
                violation.getMessage());
    }

    /** {@code items[3].id} as {@code /items/3/id}. */
    private static String pointer(String path) {
        return "/" + path.replace("].", "/").replace("[", "/").replace("]", "").replace('.', '/');
    }

    private static String code(@Nullable String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "MISSING";
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax", "Size" -> "OUT_OF_RANGE";
            case null, default -> "INVALID";
        };
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }
}
