package org.lotse.api.decision;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lotse.api.log.MasterKey;
import org.lotse.api.subjects.Pseudonyms;
import org.lotse.engine.term.SubjectId;
import org.springframework.stereotype.Component;

/** Pseudonyms by HMAC-SHA256 under a key derived from the installation's master key. Thread-safe. */
@Component
class KeyedPseudonyms implements Pseudonyms {
    private static final String HMAC = "HmacSHA256";

    private final byte[] key;

    KeyedPseudonyms(MasterKey master) {
        this.key = master.derived("lotse pseudonyms 1").getEncoded();
    }

    @Override
    public byte[] of(SubjectId subject) {
        return hash(key, "subject:" + subject);
    }

    @Override
    public byte[] ofEmail(String address) {
        return hash(key, "email:" + address.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] hash(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + HMAC + ".", missing);
        }
    }
}
