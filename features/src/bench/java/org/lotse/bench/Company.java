package org.lotse.bench;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.lotse.rules.CompileRules;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.read.RuleBundle;

/** The rule bundle that is measured: 39 terms, 24 rule rows, 12 actions on 3 channels, 4 caps, 2 promises. */
final class Company {
    static final String[] NUMBERS = {
        "tenure",
        "monthly-charge",
        "total-charges",
        "data-usage",
        "device-age",
        "months-to-end",
        "employees",
        "open-complaints",
        "deal-value",
        "days-late"
    };
    static final double[] HIGHEST = {96, 120, 8_000, 500, 60, 24, 300, 4, 4_000, 30};
    static final String[] CHOICES = {"contract", "payment", "internet", "kind"};
    static final String[][] VALUES = {
        {"MONTHLY", "ONE_YEAR", "TWO_YEARS"},
        {"DEBIT", "CARD", "TRANSFER", "INVOICE"},
        {"NONE", "DSL", "FIBRE"},
        {"PRIVATE", "BUSINESS"}
    };
    static final String[] YES_NOS = {
        "partner",
        "dependents",
        "paperless",
        "security",
        "backup",
        "protection",
        "support",
        "television",
        "movies",
        "lines"
    };
    static final String[] AGGREGATES = {
        "tickets-90d", "orders-90d", "spend-12mo", "last-purchase", "contacts-30d", "calls-180d"
    };
    static final String[] ACTIONS = {
        "retention-credit",
        "contract-extension",
        "device-subsidy",
        "tariff-change",
        "upsell-fibre",
        "cross-sell-security",
        "cross-sell-tv",
        "usage-tip",
        "newsletter",
        "survey",
        "visit",
        "care-call"
    };

    private static final String AGGREGATE_TERMS = """
                  tickets-90d:   {title: {en: Tickets, de: Tickets}, type: count, from: {count: ticket, within: 90d}, purposes: [service, marketing]}
                  orders-90d:    {title: {en: Orders, de: Bestellungen}, type: count, from: {count: purchase, within: 90d}, purposes: [service, marketing]}
                  spend-12mo:    {title: {en: Spend, de: Umsatz}, type: money, from: {sum: purchase.amount, within: 12mo}, purposes: [service, marketing]}
                  last-purchase: {title: {en: Days since purchase, de: Tage seit Kauf}, type: duration, from: {since: purchase}, purposes: [service, marketing]}
                  contacts-30d:  {title: {en: Contacts, de: Kontakte}, type: count, from: {count: contact, within: 30d}, purposes: [service, marketing]}
                  calls-180d:    {title: {en: Calls, de: Anrufe}, type: count, from: {count: call, within: 180d}, purposes: [service, marketing]}
                  phone-consent: {title: {en: Consent for phone, de: Einwilligung Telefon}, type: yes-no, from: {consent: Call centre}, purposes: [service, marketing]}
                  email-consent: {title: {en: Consent for e-mail, de: Einwilligung E-Mail}, type: yes-no, from: {consent: E-mail}, purposes: [service, marketing]}
                  reason:        {title: {en: Reason, de: Anliegen}, type: choice, from: context, purposes: [service, marketing], values: {CANCEL: {en: cancel, de: kündigen}, QUESTION: {en: question, de: Frage}}}
                  mood:          {title: {en: Mood, de: Stimmung}, type: text, from: context}
                  churn:         {title: {en: Churn risk, de: Kündigungsrisiko}, type: probability, from: {model: churn}, purposes: [service, marketing]}
                  clv:           {title: {en: Customer value, de: Kundenwert}, type: money, purposes: [service, marketing], from: {calc: "max(0, [Monthly-charge] * 24 * 0.45 * (1 - [Churn risk]) + [Spend] * 0.3 - [Tickets] * 12)"}}
                  percentile:    {title: {en: Percentile, de: Perzentil}, type: percent, from: {percentile: clv}, purposes: [service, marketing]}
                  lead-score:    {title: {en: Lead score, de: Lead-Score}, type: number, from: rules, default: 0, purposes: [service, marketing]}
                  service-level: {title: {en: Service level, de: Servicestufe}, type: choice, from: rules, purposes: [service, marketing], values: {VIP: {en: VIP, de: VIP}, PREMIUM: {en: premium, de: gehoben}, STANDARD: {en: standard, de: üblich}, BASIC: {en: basic, de: einfach}}}
            events:
              ticket:   {title: {en: Ticket, de: Ticket}}
              purchase: {title: {en: Purchase, de: Kauf}, data: {amount: money}}
              contact:  {title: {en: Contact, de: Kontakt}}
              call:     {title: {en: Call, de: Anruf}}
              REJECTED: {outcome: true, grade: -1, attribute-within: 14d}
            decisions:
              next-best-action: {subject: customer, kind: arbitrate, candidates: actions}
            """;
    private static final String CHANNELS = """
            Key,Title en,Title de,Contact cost,Uses,Consent term,Hours,Direction
            CALL_CENTRE,Call centre,Telefon,6.50,call-slot:1,phone-consent,Mon-Fri 8-20 | Sat 9-18,both
            EMAIL,E-mail,E-Mail,0.10,,email-consent,,both
            WEB,Web,Web,0.01,,,,inbound
            """;
    private static final String ACTION_ROWS = """
            Key,Title en,Title de,Group,Purpose,Channels,Value,Cost if accepted,Effect,Uses,Uses if accepted,Model,Lever,Minimum margin,Valid from,Valid until
            retention-credit,Credit,Gutschrift,retention,marketing,Call centre | E-mail,calc [Customer value] * [Churn risk],20,uplift,,voucher-budget:20,accept,1.0,,,
            contract-extension,Extension,Verlängerung,retention,marketing,Call centre | E-mail,calc [Monthly-charge] * 10.8 * [Churn risk],0,uplift,,,accept,1.0,,,
            device-subsidy,Subsidy,Zuschuss,retention,marketing,Call centre,calc [Customer value] * [Churn risk] * 1.5,120,uplift,,,accept,1.0,10,,
            tariff-change,Tariff,Tarif,service-offer,service,Call centre | E-mail | Web,calc [Customer value] * [Churn risk] * 0.9,15,uplift,,,accept,1.0,,,
            upsell-fibre,Fibre,Glasfaser,sales,marketing,Call centre | E-mail | Web,calc [Monthly-charge] * 2.7,40,needs-offer,,,accept,1.0,,,
            cross-sell-security,Security,Sicherheit,sales,marketing,Call centre | E-mail | Web,54,0,needs-offer,,,accept,1.0,,,
            cross-sell-tv,Television,Fernsehen,sales,marketing,Call centre | E-mail | Web,97,10,needs-offer,,,accept,1.0,,,
            usage-tip,Tip,Tipp,loyalty,service,E-mail | Web | Call centre,calc [Customer value] * 0.005,0,needs-offer,,,accept,1.0,,,
            newsletter,Newsletter,Newsletter,loyalty,marketing,E-mail,1.5,0,needs-offer,,,accept,1.0,,,
            survey,Survey,Umfrage,loyalty,service,E-mail | Web,2,0,needs-offer,,,accept,1.0,,,
            visit,Visit,Besuch,sales,marketing,Call centre,calc [Deal-value] * 0.2,0,needs-offer,,,accept,1.0,,,
            care-call,Care call,Betreuung,service-offer,service,Call centre,calc [Customer value] * [Churn risk] * 0.6,0,uplift,,,accept,1.0,,,
            """;
    private static final String POINTS = """
            Table,points,Hit policy,sum,Subject,customer,Language,en
            Name,Tickets up to,Orders from,Data-usage above,Contract is,Monthly-charge from,Tenure from,Deal-value from,=> Lead score
            content,0,,,,,,,5
            buys,,2,,,,,,10
            much data,,,200,,,,,5
            may go,,,,MONTHLY,,,,-5
            good and loyal,,,,,60,24,,15
            deal,,,,,,,1000,20
            """;
    private static final String LEVELS = """
            Table,levels,Hit policy,first,Subject,customer,Language,en
            Name,Percentile from,Percentile below,=> Service level
            top,90,,VIP
            next,70,90,premium
            most,10,70,standard
            last,,10,basic
            """;
    private static final String ELIGIBILITY = """
            Table,eligibility,Hit policy,collect,Subject,customer,Language,en
            Name,Action is one of,Days-late up to,Device-age from,Internet is one of,Kind is,Deal-value from,Consent for e-mail is,Open-complaints above,=> Eligible
            pays,retention-credit | contract-extension,14,,,,,,,yes
            old device,device-subsidy,14,24,,,,,,yes
            still copper,upsell-fibre,,,DSL,,,,,yes
            has a line,cross-sell-security | cross-sell-tv,,,DSL | FIBRE,,,,,yes
            business,visit,,,,BUSINESS,1000,,,yes
            reads,newsletter,,,,,,yes,,yes
            complains,device-subsidy,,,,,,,2,no
            """;
    private static final String APPLICABILITY = """
            Table,applicability,Hit policy,collect,Subject,customer,Language,en
            Name,Action is one of,Churn risk from,Contract is one of,Months-to-end up to,Reason is,Security is,Television is,Lead score below,=> Applicable
            may leave,retention-credit | tariff-change | contract-extension,0.5,,,,,,,yes
            ends soon,contract-extension,,ONE_YEAR | TWO_YEARS,6,,,,,yes
            wants to leave,retention-credit | tariff-change | device-subsidy,,,,cancel,,,,yes
            at risk,device-subsidy,0.3,,,,,,,yes
            no security,cross-sell-security,,,,,no,,,yes
            no television,cross-sell-tv,,,,,,no,,yes
            not now,upsell-fibre | cross-sell-security | cross-sell-tv,,,,,,,0,no
            """;
    private static final String CAPS = """
            Scope,Limit,Window,Kind,Counts,Pause after,Pause,Direction,Note
            channel:Call centre,3,day,calendar,all,,,outbound,
            channel:E-mail,2,7 days,rolling,all,,,outbound,
            purpose:marketing,4,14 days,rolling,all,,,outbound,
            group:retention,,,,,2 REJECTED within 180 days,90 days,,
            """;
    private static final String SETTINGS = """
            company: Bench
            currency: EUR
            zone: Europe/Berlin
            fallback-action: usage-tip
            exploration: {default: 0.02}
            assumed-incremental-share: 0.4
            fatigue-per-contact: 0.30
            prices: {call-slot: 1.5, voucher-budget: 0.1}
            retention:
              service: {keep: 3y, basis: contract}
              marketing: {keep: 2y, basis: consent}
            """;
    private static final String PROMISES = """
            language: en
            subject: customer

            Never: the customer has objected to marketing and an action with purpose marketing is chosen.
            Never: the consent the channel needs is missing and an action with purpose marketing is chosen.
            """;

    private Company() {}

    static DroolsRules compiled() {
        return compiled(files -> {});
    }

    /** Compiled with further files. */
    static DroolsRules compiled(Consumer<Map<String, byte[]>> more) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, "vocabulary.yaml", vocabulary());
        put(files, "channels.csv", CHANNELS);
        put(files, "actions.csv", ACTION_ROWS);
        put(files, "contact-policy.csv", CAPS);
        put(files, "settings.yaml", SETTINGS);
        put(files, "promises.rules", PROMISES);
        put(files, "tables/points.csv", POINTS);
        put(files, "tables/levels.csv", LEVELS);
        put(files, "tables/eligibility.csv", ELIGIBILITY);
        put(files, "tables/applicability.csv", APPLICABILITY);
        more.accept(files);
        return new CompileRules().compile(RuleBundle.ofFiles(files));
    }

    private static String vocabulary() {
        StringBuilder text = new StringBuilder("""
            subjects:
              customer:
                title: {en: Customer, de: Kunde}
                terms:
            """);
        for (String key : NUMBERS) {
            term(text, key, "number", "");
        }
        for (int choice = 0; choice < CHOICES.length; choice++) {
            StringBuilder values = new StringBuilder(", values: {");
            for (String value : VALUES[choice]) {
                values.append(values.length() > 11 ? ", " : "")
                        .append(value)
                        .append(": {en: ")
                        .append(value)
                        .append(", de: ")
                        .append(value)
                        .append('}');
            }
            term(text, CHOICES[choice], "choice", values.append('}').toString());
        }
        for (String key : YES_NOS) {
            term(text, key, "yes-no", "");
        }
        return text.append(AGGREGATE_TERMS).toString();
    }

    private static void term(StringBuilder text, String key, String type, String more) {
        String title = Character.toUpperCase(key.charAt(0)) + key.substring(1);
        text.append("      ")
                .append(key)
                .append(": {title: {en: ")
                .append(title)
                .append(", de: ")
                .append(title)
                .append("}, type: ")
                .append(type)
                .append(", from: attribute, purposes: [service, marketing]")
                .append(more)
                .append("}\n");
    }

    private static void put(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
