package org.lotse.api.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/** Counts what the demo company realised; run it to see the figures that docs/demo-data.md quotes. */
final class Figures {
    private final DemoCompany company;

    Figures(DemoCompany company) {
        this.company = company;
    }

    public static void main(String[] args) {
        long begin = System.nanoTime();
        DemoCompany company = DemoCompany.generate(DemoCompany.SEED, LocalDate.of(2025, 6, 21));
        System.out.printf("generated in %.2f s%n", (System.nanoTime() - begin) / 1e9);
        begin = System.nanoTime();
        DemoCompany.generate(DemoCompany.SEED, LocalDate.of(2025, 6, 22));
        System.out.printf("again in %.2f s%n", (System.nanoTime() - begin) / 1e9);
        new Figures(company).print();
    }

    private void print() {
        System.out.println("events " + company.events().count() + " " + eventsByType());
        System.out.println("versions "
                + company.customers().stream()
                        .mapToInt(c -> c.versions().size())
                        .sum());
        System.out.println("active "
                + company.customers().stream().filter(DemoCustomer::active).count());
        for (String key : List.of(
                "contract",
                "internet",
                "payment-method",
                "senior",
                "partner",
                "dependents",
                "paperless",
                "kind",
                "online-security",
                "tech-support",
                "phone-service",
                "multiple-lines",
                "fibre-available")) {
            System.out.println(key + " " + shares(key) + " left " + churnBy(key));
        }
        System.out.println("left by tenure years " + leftBy(c -> "" + (int) (number(c, "tenure") / 12)));
        System.out.println("per channel: contacts " + contacts() + " accepted " + accepted());
        System.out.println("by action: reached " + byAction("REACHED") + " accepted " + byAction("ACCEPTED"));
        System.out.printf("accepted of reached by phone %.4f%n", acceptedByPhone());
        System.out.printf("answered %.4f%n", answered(c -> true));
        System.out.printf("phone contacts reached %.4f%n", contactsReached());
        Map<String, Long> consents = company.customers().stream()
                .flatMap(c -> c.consents().stream().filter(DemoConsent::granted))
                .collect(Collectors.groupingBy(DemoConsent::channel, TreeMap::new, Collectors.counting()));
        System.out.println(
                "consents " + consents + " objections " + company.objections().count());
        for (int i = 0; i < 5; i++) {
            System.out.println("truth " + truth(i));
        }
        for (String action : Leaving.OFFERS) {
            double[] u = company.customers().stream()
                    .filter(DemoCustomer::active)
                    .mapToDouble(c -> c.truth().uplift().getOrDefault(action, 0.0))
                    .sorted()
                    .toArray();
            System.out.printf(
                    "uplift %s min %.3f p10 %.3f median %.4f p90 %.3f max %.3f mean %.4f%n",
                    action,
                    u[0],
                    u[u.length / 10],
                    u[u.length / 2],
                    u[u.length * 9 / 10],
                    u[u.length - 1],
                    java.util.Arrays.stream(u).average().orElse(0));
        }
        System.out.println("visits " + company.visits().size() + " agents "
                + company.agents().size());
    }

    private String truth(int index) {
        List<Truth.Churn> at = company.customers().stream()
                .map(c -> c.truth().churn())
                .flatMap(List::stream)
                .filter(c -> c.asOf().equals(new Timeline(company.referenceDay()).start(12 + 3 * index)))
                .toList();
        double max = at.stream().mapToDouble(Truth.Churn::probability).max().orElse(0);
        return "n %d mean %.4f left %.4f max %.2f auc %.3f".formatted(at.size(), mean(at), left(at), max, auc(at));
    }

    static double auc(List<Truth.Churn> entries) {
        double good = 0;
        double pairs = 0;
        List<Truth.Churn> gone = entries.stream().filter(Truth.Churn::left).toList();
        for (Truth.Churn left : gone) {
            for (Truth.Churn stayed : entries) {
                if (!stayed.left()) {
                    pairs++;
                    good += left.probability() > stayed.probability()
                            ? 1
                            : left.probability() == stayed.probability() ? .5 : 0;
                }
            }
        }
        return good / Math.max(1, pairs);
    }

    static double mean(List<Truth.Churn> entries) {
        return entries.stream().mapToDouble(Truth.Churn::probability).average().orElse(0);
    }

    static double left(List<Truth.Churn> entries) {
        return entries.stream().mapToDouble(c -> c.left() ? 1 : 0).average().orElse(0);
    }

    Map<String, Long> eventsByType() {
        return company.events().collect(Collectors.groupingBy(Event::type, TreeMap::new, Collectors.counting()));
    }

    /** The share of customers who left, per value of an attribute. */
    Map<String, Double> churnBy(String key) {
        return leftBy(c -> text(c, key));
    }

    Map<String, Double> leftBy(Function<DemoCustomer, String> group) {
        return company.customers().stream()
                .collect(Collectors.groupingBy(
                        group, TreeMap::new, Collectors.averagingDouble(c -> c.active() ? 0 : 1)));
    }

    Map<String, Double> shares(String key) {
        Map<String, Double> shares = new TreeMap<>();
        company.customers()
                .forEach(c ->
                        shares.merge(text(c, key), 1.0 / company.customers().size(), Double::sum));
        return shares;
    }

    /** Accepted among the phone contacts that reached somebody. */
    double acceptedByPhone() {
        return (double) count("ACCEPTED", "CALL_CENTRE") / count("REACHED", "CALL_CENTRE");
    }

    double contactsReached() {
        return (double) count("REACHED", "CALL_CENTRE") / count("contact", "CALL_CENTRE");
    }

    /** The share of call attempts that are answered, among some of them. */
    double answered(java.util.function.Predicate<Event> of) {
        return company.events()
                .filter(e -> e.type().equals("call"))
                .filter(of)
                .collect(Collectors.averagingDouble(e -> field(e, "result").equals("REACHED") ? 1 : 0));
    }

    private long count(String type, String channel) {
        return company.events()
                .filter(e -> e.type().equals(type) && field(e, "channel").equals(channel))
                .count();
    }

    private Map<String, Long> contacts() {
        return by("contact", "channel");
    }

    private Map<String, Long> accepted() {
        return by("ACCEPTED", "channel");
    }

    private Map<String, Long> byAction(String type) {
        return company.events()
                .filter(e -> e.type().equals(type) && field(e, "channel").equals("CALL_CENTRE"))
                .collect(Collectors.groupingBy(e -> field(e, "action"), TreeMap::new, Collectors.counting()));
    }

    private Map<String, Long> by(String type, String field) {
        return company.events()
                .filter(e -> e.type().equals(type))
                .collect(Collectors.groupingBy(e -> field(e, field), TreeMap::new, Collectors.counting()));
    }

    static String field(Event event, String field) {
        return String.valueOf(event.data().get(field));
    }

    static String text(DemoCustomer customer, String key) {
        return String.valueOf(customer.attributes().get(new TermKey(key)));
    }

    static double number(DemoCustomer customer, String key) {
        return customer.attributes().get(new TermKey(key)) instanceof Value.Num number ? number.value() : 0;
    }
}
