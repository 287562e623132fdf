package org.lotse.api.model;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lotse.api.problem.FieldProblem;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.ReadDefinition;
import org.lotse.models.onnx.WriteOnnx;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.ReadCsv;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Models that come from elsewhere, and go there: ONNX. */
@RestController
@RequestMapping("/v1/models/{name}")
class ExchangeController {
    private static final ProblemKind UNKNOWN_MODEL_VERSION =
            new ProblemKind("unknown-model-version", HttpStatus.NOT_FOUND);

    private final ImportModels imports;
    private final JdbcModelVersions versions;

    ExchangeController(ImportModels imports, JdbcModelVersions versions) {
        this.imports = imports;
        this.versions = versions;
    }

    @Operation(
            summary = "Takes an ONNX model of your own as a candidate",
            description =
                    "Parts: `definition` (YAML: task binary or regression, target), `model` (ONNX, one file of at most 20 MB"
                            + " without data outside; more with `lotse model import`), `sample` (CSV with all inputs and the outcome). An input per signal"
                            + " bears its name; an input of several numbers takes `signals: [...]` in their order. It runs in"
                            + " a process of its own; its reasons are sampled.",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            content = @Content(examples = @ExampleObject(ModelExamples.VERSION))))
    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ModelVersion take(
            @PathVariable String name,
            @RequestPart MultipartFile definition,
            @RequestPart MultipartFile model,
            @RequestPart MultipartFile sample,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        try {
            ModelDefinition wanted =
                    new ReadDefinition().read("definition", new String(definition.getBytes(), StandardCharsets.UTF_8));
            if (!wanted.name().equals(name)) {
                throw new ModelProblem("The definition is of \"" + wanted.name() + "\", the address names \"" + name
                        + "\". Maybe correct one of them.");
            }
            return imports.take(
                    wanted, model.getBytes(), new ReadCsv().read("sample", sample.getBytes()), caller.name());
        } catch (ModelProblem refused) {
            throw ProblemException.invalid(
                    List.of(FieldProblem.worded("", "NOT_IMPORTABLE", String.valueOf(refused.getMessage()))));
        }
    }

    @Operation(
            summary = "A version as ONNX, for other runtimes",
            description =
                    "An input per signal by its name, `[rows, 1]`: numbers as double, NaN when missing; categories as text,"
                            + " empty when missing. One output, `probability` or `value`. What outcomes have taught since"
                            + " the training is not part of it.",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream")))
    @GetMapping(path = "/versions/{version}/onnx", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> give(@PathVariable String name, @PathVariable String version) {
        TrainedModel model = versions.load(name, version)
                .orElseThrow(() -> ProblemException.of(UNKNOWN_MODEL_VERSION, name, version));
        try {
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(name + "-" + version + ".onnx")
                                    .build()
                                    .toString())
                    .body(WriteOnnx.write(model));
        } catch (ModelProblem none) {
            throw ProblemException.invalid(
                    List.of(FieldProblem.worded("", "NOT_EXPORTABLE", String.valueOf(none.getMessage()))));
        }
    }
}
