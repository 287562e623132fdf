package org.lotse.api.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lotse.engine.rule.RuleSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The word lists in PostgreSQL. Thread-safe. */
final class JdbcRecordWords implements RecordWords {
    private static final int REMEMBERED = 32;
    private final JdbcClient database;
    private final Map<String, Book> byBundle = lru();
    private final Map<Integer, Book> byNumber = lru();

    JdbcRecordWords(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Book of(RuleSet rules) {
        Book known = byBundle.get(rules.version());
        if (known == null) {
            known = kept(RecordWords.text(rules));
            byBundle.put(rules.version(), known);
        }
        return known;
    }

    @Override
    public Book of(int number) {
        Book known = byNumber.get(number);
        if (known == null) {
            known = database.sql("select words from record_words where number = ?")
                    .param(number)
                    .query(String.class)
                    .optional()
                    .map(text -> Book.of(number, text))
                    .orElseThrow(() -> new IllegalStateException("The word list " + number
                            + " a record was packed with is gone. Maybe the table record_words was not restored."));
            byNumber.put(number, known);
        }
        return known;
    }

    private Book kept(String text) {
        byte[] hash = sha256(text);
        database.sql("insert into record_words (hash, words) values (?, ?) on conflict do nothing")
                .params(hash, text)
                .update();
        int number = database.sql("select number from record_words where hash = ?")
                .param(hash)
                .query(Integer.class)
                .single();
        return Book.of(number, text);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256. Maybe it is not a complete JDK.", e);
        }
    }

    private static <K> Map<K, Book> lru() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Book> eldest) {
                return size() > REMEMBERED;
            }
        });
    }
}
