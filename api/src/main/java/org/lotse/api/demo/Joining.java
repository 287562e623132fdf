package org.lotse.api.demo;

import java.util.List;

/** How a contract looks when a customer's story begins: shares and relations as in IBM's telco figures. */
final class Joining {
    private static final List<String> CONTRACTS = List.of("MONTHLY", "ONE_YEAR", "TWO_YEARS");
    private static final List<String> PAYMENTS = List.of("TRANSFER", "INVOICE", "DIRECT_DEBIT", "CREDIT_CARD");

    private Joining() {}

    /** A customer who is new. */
    static Account fresh(Person person, Dice dice) {
        return account(person, 0, dice);
    }

    /** A customer who was there before the story begins. */
    static Account old(Person person, Dice dice) {
        return account(person, dice.hits(0.25) ? dice.between(1, 12) : dice.between(10, 60), dice);
    }

    private static Account account(Person person, int tenure, Dice dice) {
        Account account = new Account();
        account.tenure = tenure;
        account.contract = CONTRACTS.get(
                tenure < 12
                        ? dice.weighted(0.76, 0.14, 0.10)
                        : tenure < 36 ? dice.weighted(0.50, 0.24, 0.26) : dice.weighted(0.28, 0.24, 0.48));
        account.monthsToEnd = account.contract.equals("MONTHLY")
                ? 0
                : tenure == 0 ? account.term() : dice.between(0, account.term() - 1);
        account.internet = internet(person, account, dice);
        account.fibreAvailable = person.fibreAvailable() || account.internet.equals("FIBRE");
        account.payment = PAYMENTS.get(payment(account, dice));
        account.paperless = dice.hits(account.online() ? 0.66 : 0.31);
        account.phone = !account.online() || dice.hits(0.88);
        account.lines = account.phone && dice.hits(person.business() ? 0.7 : 0.45);
        packages(person, account, dice);
        account.markup = (person.business() ? 1.5 : 1) * dice.between(0.97, 1.03);
        account.deviceAge = Math.min(tenure, dice.between(0, 40));
        double volume = account.internet.equals("FIBRE") ? 5.3 : 4.4;
        account.usage = account.online()
                ? Math.round(StrictMath.exp(dice.normal(volume + (account.tv || account.movies ? 0.4 : 0), 0.5)))
                : 0;
        account.totalCharges = tenure * account.charge();
        return account;
    }

    private static String internet(Person person, Account account, Dice dice) {
        double none = account.contract.equals("TWO_YEARS") ? 0.34 : account.contract.equals("ONE_YEAR") ? 0.24 : 0.15;
        double fibre = account.contract.equals("TWO_YEARS") ? 0.27 : account.contract.equals("ONE_YEAR") ? 0.36 : 0.55;
        double seldom = person.business() ? 0.1 : 1;
        return List.of("NONE", "FIBRE", "DSL").get(dice.weighted(none * seldom, fibre, 1 - none - fibre));
    }

    private static int payment(Account account, Dice dice) {
        double transfer = account.internet.equals("FIBRE") ? 0.48 : account.online() ? 0.28 : 0.09;
        double invoice = account.online() ? 0.15 : 0.48;
        double automatic = (1 - transfer - invoice) / 2;
        return dice.weighted(transfer, invoice, automatic, automatic);
    }

    private static void packages(Person person, Account account, Dice dice) {
        if (!account.online()) {
            return;
        }
        double bound = account.contract.equals("MONTHLY") ? 0.26 : 0.52;
        account.security = dice.hits(bound);
        account.support = dice.hits(bound);
        account.backup = dice.hits(0.44);
        account.protection = dice.hits(0.44);
        account.tv = !person.business() && dice.hits(0.49);
        account.movies = !person.business() && dice.hits(0.50);
    }
}
