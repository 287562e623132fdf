package org.lotse.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Contact;
import org.lotse.engine.contact.ContactHistory;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.contact.Response;
import org.lotse.engine.decision.DecisionRequest;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/** Draws customers, each in both forms: as the engine reads it and as the hand-written program does. */
final class Customers {
    static final ChannelKey[] CHANNELS = {new ChannelKey("CALL_CENTRE"), new ChannelKey("EMAIL"), new ChannelKey("WEB")
    };
    private static final long NOW = Instant.parse("2026-11-24T10:00:00Z").getEpochSecond();
    private static final int DAY = 86_400;

    /** One customer, twice, and what is asked about it. */
    record Customer(
            SubjectState state,
            Permissions permissions,
            ContactHistory history,
            DecisionRequest request,
            FlatCustomer flat) {}

    private Customers() {}

    /** As many customers with about as many events each. */
    static List<Customer> draw(int count, int events, long seed) {
        Random random = new Random(seed);
        List<Customer> customers = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            customers.add(customer("c-" + number, events, random));
        }
        return customers;
    }

    static Customer customer(String name, int events, Random random) {
        SubjectId id = SubjectId.customer(name);
        FlatCustomer flat = new FlatCustomer();
        Map<TermKey, Value> attributes = attributes(flat, random);
        List<Event> happened = events(id, flat, events, random);
        ContactHistory history = history(flat, random);
        flat.consents[0] = random.nextInt(10) < 7;
        flat.consents[1] = random.nextInt(10) < 7;
        flat.objects = random.nextInt(20) == 0;
        flat.reason = random.nextInt(3) - 1;
        flat.isInbound = random.nextBoolean();
        flat.at = Instant.ofEpochSecond(NOW + random.nextInt(3_600));
        flat.seed = random.nextLong();
        Permissions permissions = new Permissions(
                Map.of(CHANNELS[0], flat.consents[0], CHANNELS[1], flat.consents[1]),
                flat.objects ? Set.of(Purpose.MARKETING) : Set.of(),
                Set.of());
        Map<TermKey, Value> context = flat.reason < 0
                ? Map.of()
                : Map.of(new TermKey("reason"), Value.choice(flat.reason == 0 ? "CANCEL" : "QUESTION"));
        DecisionRequest request = new DecisionRequest(
                "next-best-action",
                id,
                Optional.empty(),
                flat.isInbound ? Direction.INBOUND : Direction.OUTBOUND,
                3,
                context,
                Map.of(),
                flat.at,
                flat.seed,
                false);
        return new Customer(new SubjectState(id, attributes, happened, Map.of()), permissions, history, request, flat);
    }

    private static Map<TermKey, Value> attributes(FlatCustomer flat, Random random) {
        Map<TermKey, Value> attributes = new HashMap<>();
        for (int number = 0; number < Company.NUMBERS.length; number++) {
            boolean missing = random.nextInt(30) == 0;
            flat.numbers[number] = missing ? Double.NaN : Math.rint(random.nextDouble() * Company.HIGHEST[number]);
            if (!missing) {
                attributes.put(new TermKey(Company.NUMBERS[number]), Value.of(flat.numbers[number]));
            }
        }
        for (int choice = 0; choice < Company.CHOICES.length; choice++) {
            flat.choices[choice] = random.nextInt(30) == 0 ? -1 : random.nextInt(Company.VALUES[choice].length);
            if (flat.choices[choice] >= 0) {
                attributes.put(
                        new TermKey(Company.CHOICES[choice]),
                        Value.choice(Company.VALUES[choice][flat.choices[choice]]));
            }
        }
        for (int yesNo = 0; yesNo < Company.YES_NOS.length; yesNo++) {
            flat.yesNos[yesNo] = random.nextInt(30) == 0 ? -1 : random.nextInt(2);
            if (flat.yesNos[yesNo] >= 0) {
                attributes.put(new TermKey(Company.YES_NOS[yesNo]), Value.of(flat.yesNos[yesNo] == 1));
            }
        }
        return attributes;
    }

    private static List<Event> events(SubjectId id, FlatCustomer flat, int count, Random random) {
        List<Event> events = new ArrayList<>();
        flat.tickets = times(count * 3 / 10, random);
        flat.purchases = times(count * 3 / 10, random);
        flat.contacts = times(count * 2 / 10, random);
        flat.calls = times(count - count * 8 / 10, random);
        flat.amounts = new double[flat.purchases.length];
        Arrays.setAll(flat.amounts, each -> 5 + random.nextInt(200));
        add(events, id, "ticket", flat.tickets, new double[0]);
        add(events, id, "purchase", flat.purchases, flat.amounts);
        add(events, id, "contact", flat.contacts, new double[0]);
        add(events, id, "call", flat.calls, new double[0]);
        java.util.Collections.shuffle(events, random);
        return events;
    }

    private static void add(List<Event> events, SubjectId id, String type, long[] times, double[] amounts) {
        for (int each = 0; each < times.length; each++) {
            Map<String, Value> data = amounts.length == 0 ? Map.of() : Map.of("amount", Value.of(amounts[each]));
            events.add(new Event(id.id() + type + each, type, id, Instant.ofEpochSecond(times[each]), data));
        }
    }

    private static ContactHistory history(FlatCustomer flat, Random random) {
        flat.outbound = times(random.nextInt(6), random);
        flat.outboundChannels = new int[flat.outbound.length];
        flat.outboundMarketing = new int[flat.outbound.length];
        List<Contact> contacts = new ArrayList<>();
        for (int each = 0; each < flat.outbound.length; each++) {
            flat.outbound[each] = NOW - (NOW - flat.outbound[each]) / 10;
            flat.outboundChannels[each] = random.nextInt(2);
            flat.outboundMarketing[each] = random.nextInt(2);
            contacts.add(new Contact(
                    Instant.ofEpochSecond(flat.outbound[each]),
                    CHANNELS[flat.outboundChannels[each]],
                    Optional.of(new ActionKey("newsletter")),
                    Optional.of("loyalty"),
                    flat.outboundMarketing[each] == 1 ? Purpose.MARKETING : Purpose.SERVICE,
                    Direction.OUTBOUND));
        }
        flat.rejections = times(random.nextInt(4), random);
        List<Response> responses = new ArrayList<>();
        for (long time : flat.rejections) {
            responses.add(new Response(
                    "REJECTED",
                    Instant.ofEpochSecond(time),
                    Optional.of(new ActionKey("retention-credit")),
                    Optional.of("retention"),
                    Optional.of(CHANNELS[0]),
                    Optional.of(Purpose.MARKETING)));
        }
        return new ContactHistory(contacts, responses);
    }

    private static long[] times(int count, Random random) {
        long[] times = new long[count];
        Arrays.setAll(times, each -> NOW - 60 - (long) (random.nextDouble() * 540 * DAY));
        Arrays.sort(times);
        return times;
    }
}
