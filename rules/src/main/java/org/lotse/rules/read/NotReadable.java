package org.lotse.rules.read;

import java.util.List;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;

/** A cell or a phrase that cannot be taken as what it should be; becomes a finding at its place. */
public final class NotReadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final FindingCode code;
    private final String variant;
    private final transient List<Object> parts;

    /**
     * @param code what kind of finding it is
     * @param variant which wording of it; empty for the code's own
     * @param parts what the wording names
     */
    public NotReadable(FindingCode code, String variant, Object... parts) {
        super(code + (variant.isEmpty() ? "" : "." + variant));
        this.code = code;
        this.variant = variant;
        this.parts = List.of(parts);
    }

    /** Reports it as an error at this place. */
    public void reportAt(Place place, Findings findings) {
        findings.error(place, code, variant, parts.toArray());
    }

    public FindingCode code() {
        return code;
    }
}
