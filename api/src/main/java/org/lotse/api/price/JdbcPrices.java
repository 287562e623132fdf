package org.lotse.api.price;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.arbitration.PriceList;
import org.lotse.engine.arbitration.Prices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The price lists of the database; the youngest is held in memory, also when another instance made it. Thread-safe. */
@Component
class JdbcPrices implements Prices {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcPrices.class);

    private final JdbcClient database;
    private final JsonMapper json;
    private volatile PriceList current = PriceList.NONE;

    JdbcPrices(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public PriceList now() {
        return current;
    }

    /** When the list in force was made; empty when there is none. */
    Optional<Instant> madeAt() {
        return database.sql("select max(made_at) from price_list")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Keeps a list, which is in force from now on. One that says the same as an older one is that one again. */
    void keep(Map<String, Price> prices, Instant at) {
        ObjectNode content = json.createObjectNode();
        new TreeMap<>(prices)
                .forEach((capacity, price) -> content.putObject(capacity)
                        .put("amount", price.amount())
                        .put("origin", price.origin().name()));
        String text = content.toString();
        PriceList list = new PriceList(hash(text), prices);
        database.sql("""
                        insert into price_list (version, content, made_at) values (?, ?::jsonb, ?)
                        on conflict (version) do update set made_at = excluded.made_at""").params(list.version(), text, Timestamp.from(at)).update();
        current = list;
    }

    @Scheduled(fixedDelay = 2_000)
    void follow() {
        try {
            database.sql("select version, content from price_list order by made_at desc limit 1")
                    .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                    .optional()
                    .filter(latest -> !latest.getKey().equals(current.version()))
                    .ifPresent(latest -> current = new PriceList(latest.getKey(), read(latest.getValue())));
        } catch (RuntimeException e) {
            LOG.warn("The prices could not be followed; asking again: {}", e.getMessage());
        }
    }

    private Map<String, Price> read(String text) {
        Map<String, Price> prices = new HashMap<>();
        json.readTree(text)
                .properties()
                .forEach(entry -> prices.put(
                        entry.getKey(),
                        new Price(
                                entry.getValue().get("amount").asDouble(),
                                Price.Origin.valueOf(
                                        entry.getValue().get("origin").asString()))));
        return prices;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
