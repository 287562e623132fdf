package org.lotse.api.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lotse.api.log.SubjectVault;
import org.lotse.api.log.UnreadableRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due, signed; follows no redirects; pauses twice as long after each failure. */
@Component
class DeliverWebhooks {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverWebhooks.class);
    private static final int AT_ONCE = 16;
    private static final int GONE = 410;

    private final Deliveries deliveries;
    private final WebhookSettings settings;
    private final SubjectVault vault;
    private final Map<String, WebhookSettings.Endpoint> endpoints;
    private final Clock clock;
    private final HttpClient client;
    private final AtomicBoolean busy = new AtomicBoolean();

    DeliverWebhooks(Deliveries deliveries, WebhookSettings settings, SubjectVault vault, Clock clock) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
        this.endpoints = settings.endpoints().stream()
                .collect(Collectors.toMap(WebhookSettings.Endpoint::name, Function.identity()));
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    @Scheduled(fixedDelayString = "${lotse.webhooks.look-every:1s}")
    void look() {
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("webhooks").start(() -> {
                try {
                    deliver();
                } catch (RuntimeException e) {
                    LOG.warn("Webhooks could not be delivered; they are tried again", e);
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    /** Sends everything that is due now. */
    void deliver() {
        for (List<Deliveries.Due> due = deliveries.claim(AT_ONCE); !due.isEmpty(); due = deliveries.claim(AT_ONCE)) {
            try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> sent = new java.util.ArrayList<>();
                due.forEach(each -> sent.add(workers.submit(() -> send(each))));
            }
        }
    }

    private void send(Deliveries.Due due) {
        WebhookSettings.Endpoint endpoint = endpoints.get(due.endpoint());
        if (endpoint == null) {
            deliveries.failed(due.id(), Optional.empty(), null, "ENDPOINT_REMOVED");
            return;
        }
        Optional<String> body = body(due);
        if (body.isEmpty()) {
            deliveries.failed(due.id(), Optional.empty(), null, "NOT_KEPT");
            return;
        }
        Optional<String> refusal = Target.refusal(endpoint.url(), settings.allowLinkLocal());
        if (refusal.isPresent()) {
            failed(due, null, refusal.get());
            return;
        }
        try {
            HttpResponse<Void> answer =
                    client.send(request(endpoint, due, body.get()), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 == 2) {
                deliveries.arrived(due.id(), answer.statusCode());
            } else {
                failed(due, answer.statusCode(), answer.statusCode() == GONE ? "GONE" : "REFUSED");
            }
        } catch (HttpTimeoutException e) {
            failed(due, null, "TIMEOUT");
        } catch (IOException e) {
            failed(due, null, "NOT_REACHED");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(due, null, "INTERRUPTED");
        }
    }

    /** What a message says; empty when its person was erased meanwhile or somebody changed what was kept. */
    private Optional<String> body(Deliveries.Due due) {
        byte[] sealed = due.sealed();
        try {
            return sealed == null
                    ? Optional.empty()
                    : vault.open(due.subject(), sealed).map(utf8 -> new String(utf8, StandardCharsets.UTF_8));
        } catch (UnreadableRecord changed) {
            LOG.warn("The message {} to {} cannot be opened", due.message(), due.endpoint(), changed);
            return Optional.empty();
        }
    }

    private HttpRequest request(WebhookSettings.Endpoint endpoint, Deliveries.Due due, String body) {
        return HttpRequest.newBuilder(endpoint.url())
                .timeout(settings.timeout())
                .header("Content-Type", "application/cloudevents+json; charset=utf-8")
                .header("User-Agent", "Lotse")
                .header("Lotse-Message", due.message())
                .header("Lotse-Attempt", String.valueOf(due.attempts()))
                .header("Lotse-Signature", Signature.of(endpoint.secret(), clock.instant(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private void failed(Deliveries.Due due, @Nullable Integer status, String error) {
        boolean again = due.attempts() < settings.attempts() && !error.equals("GONE");
        deliveries.failed(
                due.id(),
                again ? Optional.of(clock.instant().plus(pause(due.attempts()))) : Optional.empty(),
                status,
                error);
        if (!again) {
            LOG.warn(
                    "The message {} to {} is dead after {} attempts: {}",
                    due.message(),
                    due.endpoint(),
                    due.attempts(),
                    error);
        }
    }

    /** The pause after so many attempts. */
    private Duration pause(int attempts) {
        Duration pause = settings.firstPause().multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : pause;
    }
}
