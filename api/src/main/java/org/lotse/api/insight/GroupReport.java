package org.lotse.api.insight;

import java.util.List;

/**
 * Whether a model treats groups of people differently, by what is sensitive about them.
 *
 * @param model its name
 * @param people how many people's last decision was looked at
 * @param attributes each sensitive attribute
 */
public record GroupReport(String model, long people, List<Attribute> attributes) {
    public GroupReport {
        attributes = List.copyOf(attributes);
    }

    /**
     * A sensitive attribute.
     *
     * @param notable whether scores, errors or offers differ beyond chance, everything compared at once
     * @param withheld people in groups of fewer than eight, which are not shown
     */
    public record Attribute(String term, String title, boolean notable, long withheld, List<PeopleGroup> groups) {
        public Attribute {
            groups = List.copyOf(groups);
        }
    }

    /**
     * People alike in it.
     *
     * @param people how many
     * @param score mean of what the model says
     * @param settled how many of its predictions are settled
     * @param error by how much outcomes were more frequent than predicted
     * @param errorLow lower end of the error's 95 % interval
     * @param errorHigh upper end
     * @param offered share that got an offer
     * @param offeredLow lower end of the share's 95 % interval
     * @param offeredHigh upper end
     */
    public record PeopleGroup(
            String value,
            long people,
            double score,
            long settled,
            double error,
            double errorLow,
            double errorHigh,
            double offered,
            double offeredLow,
            double offeredHigh) {}
}
