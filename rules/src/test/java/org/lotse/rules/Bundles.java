package org.lotse.rules;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lotse.rules.check.CheckRules;
import org.lotse.rules.drools.DroolsRules;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.read.RuleBundle;

/** Small bundles for tests: a complete one, in which single files are put or replaced. */
public final class Bundles {
    private static final String VOCABULARY = """
            subjects:
              customer:
                title: {en: Customer, de: {title: Kunde, article: der}}
                terms:
                  score:    {title: {en: Lead score, de: Lead-Score}, type: number, range: [-100, 100], from: attribute, purposes: [service, marketing], formerly: [old-score]}
                  other:    {title: {en: Other score, de: Anderer Score}, type: number, from: attribute, purposes: [service, marketing]}
                  fee:      {title: {en: Monthly charge, de: Monatsbeitrag}, type: money, range: [0, 1000], from: attribute, missing: 30, purposes: [service, marketing]}
                  firm-fee: {title: {en: Firm charge, de: Fester Beitrag}, type: money, from: attribute, missing: 30, use-in-rules: true, purposes: [service, marketing]}
                  churn:    {title: {en: Churn risk, de: Kündigungsrisiko}, type: probability, from: {model: churn}, purposes: [service, marketing]}
                  top:      {title: {en: Percentile, de: Perzentil}, type: percent, from: {percentile: fee}, purposes: [service, marketing]}
                  tickets:  {title: {en: Tickets, de: Tickets}, type: count, from: {count: ticket, where: {topic: BILLING}, within: 90d, until: 90d ago}, purposes: [service, marketing]}
                  spend:    {title: {en: Spend, de: Umsatz}, type: money, from: {sum: purchase.amount, within: 12mo}, purposes: [service, marketing]}
                  since:    {title: {en: Days since purchase, de: Tage seit Kauf}, type: duration, from: {since: purchase}, purposes: [service, marketing]}
                  joined:   {title: {en: Customer since, de: Kunde seit}, type: date, from: attribute, purposes: [service, marketing]}
                  city:     {title: {en: City, de: Stadt}, type: text, from: attribute, purposes: [service, marketing]}
                  contract: {title: {en: Contract, de: Vertrag}, type: choice, from: attribute, purposes: [service, marketing], values: {MONTHLY: {en: monthly, de: monatlich}, YEAR: {en: one year, de: ein Jahr}, NONE: {en: none, de: keiner}}}
                  consent:  {title: {en: Consent for phone, de: Einwilligung Telefon}, type: yes-no, from: {consent: Call centre}, purposes: [service, marketing]}
                  gender:   {title: {en: Gender, de: Geschlecht}, type: text, from: attribute, sensitive: true}
                  mood:     {title: {en: Mood, de: Stimmung}, type: text, from: context}
                  double:   {title: {en: Double charge, de: Doppelter Beitrag}, type: money, from: {calc: "[Monthly charge] * 2"}, purposes: [service, marketing]}
                  channel:  {title: {en: Channel, de: Kanal}, type: choice, from: rules, purposes: [service, marketing], values: {EMAIL: {en: E-mail, de: E-Mail}, CALL: {en: Call, de: Anruf}}}
                  points:   {title: {en: Points, de: Punkte}, type: number, from: rules, default: 0, purposes: [service, marketing]}
                  tier:     {title: {en: Tier, de: Stufe}, type: choice, from: rules, purposes: [service, marketing], values: {HIGH: {en: high, de: hoch}, LOW: {en: low, de: niedrig}}}
              claim:
                title: {en: Claim, de: Schaden}
                terms:
                  kind:     {title: {en: Claim kind, de: Schadensart}, type: text, from: attribute}
              jurist:
                title: {en: Jurist, de: Jurist}
                terms:
                  skills:    {title: {en: Skills, de: Fachgebiete}, type: text, from: attribute}
                  available: {title: {en: Available, de: Verfügbar}, type: yes-no, from: attribute}
            links: {claim: {holder: customer}}
            pairs: {claim-jurist: {fit: {title: {en: Skill fit, de: Eignung}, type: number, from: rules, default: 0}}}
            events:
              ticket: {title: Ticket, data: {topic: text}}
              purchase: {title: {en: Purchase, de: Kauf}, data: {amount: money}}
              ACCEPTED: {outcome: true, grade: 2, attribute-within: 14d}
            decisions:
              next-best-action: {subject: customer, kind: arbitrate, candidates: actions}
              channel: {subject: customer, kind: rules, outputs: [channel]}
              assignment: {subject: claim, kind: arbitrate, candidates: {subject: jurist}, value: "calc [Skill fit]"}
            """;
    private static final String CHANNELS = """
            Key,Title en,Title de,Contact cost,Uses,Consent term,Hours,Direction
            CALL_CENTRE,Call centre,Telefon,6.50,call-slot:1,consent,Mon-Fri 8-20 | Sa 9-18,both
            EMAIL,E-mail,E-Mail,0.10,,,,outbound
            """;
    private static final String ACTIONS = """
            Key,Title en,Title de,Group,Purpose,Channels,Value,Cost if accepted,Effect,Uses,Uses if accepted,Model,Lever,Minimum margin,Valid from,Valid until
            credit,Credit,Gutschrift,retention,marketing,Telefon | EMAIL,calc [Monthly charge] * 2,20,uplift,,voucher-budget:20,accept,1.5,2,2026-01-01,2026-12-31
            care,Care call,Betreuung,service,service,Call centre,5,0,needs-offer,,,accept,,,,
            """;
    private static final String SETTINGS = """
            company: Nordlicht
            currency: EUR
            zone: Europe/Berlin
            fallback-action: care
            exploration: {default: 0.05, retention: 0.1}
            prices: {call-slot: 2}
            retention: {service: {keep: 3y, basis: contract}, marketing: {keep: 2y, basis: consent}}
            """;

    /** What small bundles lack on purpose. */
    private static final Set<FindingCode> ASIDE =
            Set.of(FindingCode.NO_WRITER, FindingCode.GAP, FindingCode.ACTION_WITHOUT_RULE);

    private Bundles() {}

    /** A complete bundle without tables. */
    public static RuleBundle plain() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("vocabulary.yaml", bytes(VOCABULARY));
        files.put("channels.csv", bytes(CHANNELS));
        files.put("actions.csv", bytes(ACTIONS));
        files.put("settings.yaml", bytes(SETTINGS));
        return RuleBundle.ofFiles(files);
    }

    /** The bundle with one table about customers in English. */
    public static RuleBundle table(String hitPolicy, String... rows) {
        return tableAbout("customer", "en", hitPolicy, rows);
    }

    /** The bundle with one table. */
    public static RuleBundle tableAbout(String subject, String language, String hitPolicy, String... rows) {
        String first = "Table,test,Hit policy," + hitPolicy + ",Subject," + subject + ",Language," + language + "\n";
        return plain().with("tables/test.csv", bytes(first + String.join("\n", rows) + "\n"));
    }

    /** What is found in a bundle, without what only says that nothing sets a term. */
    public static List<Finding> findings(RuleBundle bundle) {
        return new CheckRules()
                .check(bundle).stream()
                        .filter(finding -> !ASIDE.contains(finding.code()))
                        .toList();
    }

    /** The compiled bundle. */
    public static DroolsRules compiled(RuleBundle bundle) {
        return new CompileRules().compile(bundle);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
