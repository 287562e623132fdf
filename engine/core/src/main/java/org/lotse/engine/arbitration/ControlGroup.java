package org.lotse.engine.arbitration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lotse.engine.action.Action;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;

/**
 * The persons who get no marketing for a while, so that what marketing achieves can be measured against them. Who belongs
 * to it depends on nothing but the person and the salt: the same person is in or out in every request, on every instance.
 * A larger share keeps the members it has; another salt draws anew.
 *
 * @param share of all persons, 0..1
 * @param salt names the period or experiment: {@code 2026}
 * @param except groups of actions its members are offered all the same
 */
public record ControlGroup(double share, String salt, Set<String> except) {
    /** Nobody is held out. */
    public static final ControlGroup NOBODY = new ControlGroup(0, "", Set.of());

    private static final double UNIT = 0x1.0p-53;

    public ControlGroup {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The control share " + share + " is not between 0 and 1. Maybe 2 % is meant: write 0.02.");
        }
        except = Set.copyOf(except);
    }

    /** Whether the person belongs to it. Of persons merged into one, the id that stays decides. */
    public boolean contains(SubjectId person) {
        return share > 0 && position(person) < share;
    }

    /** Whether its members do without the action: marketing of a group that is not excepted. */
    public boolean withholds(Action action) {
        return action.purpose() == Purpose.MARKETING && !except.contains(action.group());
    }

    /** A number from 0 to 1, evenly spread over persons: the first 53 bits of HMAC-SHA-256 of the id under the salt. */
    private double position(SubjectId person) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("control " + salt).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(person.toString().getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                bits = bits << 8 | hash[i] & 0xff;
            }
            return (bits >>> 11) * UNIT;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256, which every Java must have.", e);
        }
    }
}
