package org.lotse.api.demo;

/** A customer's contract and what weighs on it, month by month. Mutable; one thread. */
final class Account {
    String contract = "MONTHLY";
    int tenure;
    int monthsToEnd;
    double totalCharges;
    String payment = "DIRECT_DEBIT";
    boolean paperless;
    boolean phone;
    boolean lines;
    String internet = "NONE";
    boolean fibreAvailable;
    boolean security;
    boolean backup;
    boolean protection;
    boolean support;
    boolean tv;
    boolean movies;
    int deviceAge;
    double usage;
    double discount;
    double markup = 1;
    int openComplaints;
    /** Per month, newest first. */
    final int[] billing = new int[3];

    final int[] outages = new int[3];
    final int[] late = new int[3];
    final int[] rejections = new int[12];
    int monthsSinceAccepted = 99;
    int contactsThisMonth;
    boolean looking;
    /** What an offer changed about leaving, in log odds, and for how many months still. */
    double treatment;

    int treatedMonths;

    Account copy() {
        Account copy = new Account();
        copy.contract = contract;
        copy.tenure = tenure;
        copy.monthsToEnd = monthsToEnd;
        copy.payment = payment;
        copy.paperless = paperless;
        copy.phone = phone;
        copy.lines = lines;
        copy.internet = internet;
        copy.security = security;
        copy.support = support;
        copy.backup = backup;
        copy.protection = protection;
        copy.tv = tv;
        copy.movies = movies;
        copy.usage = usage;
        copy.discount = discount;
        copy.markup = markup;
        copy.openComplaints = openComplaints;
        System.arraycopy(billing, 0, copy.billing, 0, billing.length);
        System.arraycopy(outages, 0, copy.outages, 0, outages.length);
        System.arraycopy(late, 0, copy.late, 0, late.length);
        copy.looking = looking;
        copy.treatment = treatment;
        copy.treatedMonths = treatedMonths;
        return copy;
    }

    /** A month passes: contracts run down and are renewed, bills are paid, the past fades. */
    void age() {
        tenure++;
        deviceAge = Math.min(deviceAge + 1, 240);
        totalCharges += charge();
        if (!contract.equals("MONTHLY")) {
            monthsToEnd = monthsToEnd > 0 ? monthsToEnd - 1 : term() - 1;
        }
        monthsSinceAccepted++;
        contactsThisMonth = 0;
        if (treatedMonths > 0 && --treatedMonths == 0) {
            treatment = 0;
        }
        shift(rejections);
    }

    void bear(Strain strain) {
        shift(billing);
        shift(outages);
        shift(late);
        billing[0] = strain.billing();
        outages[0] = strain.outages();
        late[0] = strain.late() ? 1 : 0;
        looking = strain.looking();
        openComplaints = Math.max(0, openComplaints - (strain.settled() ? 1 : 0)) + (strain.complaint() ? 1 : 0);
    }

    int term() {
        return contract.equals("TWO_YEARS") ? 24 : 12;
    }

    /** The monthly price in EUR: line, access and packages. */
    double charge() {
        double access = internet.equals("FIBRE") ? 50 : internet.equals("DSL") ? 25 : 0;
        double price = (phone ? 20 : 0) + (lines ? 5 : 0) + access;
        price += 5 * (count(security) + count(backup) + count(protection) + count(support));
        price += 10 * (count(tv) + count(movies));
        return Math.round(100 * price * markup * (1 - discount)) / 100.0;
    }

    boolean online() {
        return !internet.equals("NONE");
    }

    static int sum(int[] months) {
        int sum = 0;
        for (int month : months) {
            sum += month;
        }
        return sum;
    }

    private static int count(boolean has) {
        return has ? 1 : 0;
    }

    private static void shift(int[] months) {
        System.arraycopy(months, 0, months, 1, months.length - 1);
        months[0] = 0;
    }
}
