package org.lotse.api.demo;

import java.util.List;

/**
 * What does not change about a customer: who, where, and the hidden leanings that only the truth knows.
 *
 * @param number 1, 2, ...
 * @param business whether a firm
 * @param age in years at the reference day
 * @param fibreAvailable whether fibre lies in the street
 * @param employees of a firm, else 0
 * @param dealValue what a firm could still order, in EUR, else 0
 * @param frailty how much more easily than others alike the person leaves, in log odds
 * @param affinity how much more easily than others alike the person accepts, in log odds
 * @param digital how much the person uses mail and web, 0..1
 * @param sleepingDog whether an offer reminds the person of leaving
 * @param reachability when the person answers the phone
 */
record Person(
        int number,
        boolean business,
        String name,
        String gender,
        int age,
        boolean partner,
        boolean dependents,
        Town town,
        double latitude,
        double longitude,
        String language,
        String preferredChannel,
        boolean fibreAvailable,
        int employees,
        double dealValue,
        double frailty,
        double affinity,
        double digital,
        boolean sleepingDog,
        Reachability reachability) {

    private static final double BUSINESS_SHARE = 0.08;
    private static final double KILOMETRE = 1 / 111.2;

    static Person born(int number, List<Town> towns, double[] weights, Dice dice) {
        boolean business = dice.hits(BUSINESS_SHARE);
        boolean senior = !business && dice.hits(0.163);
        int age = senior ? dice.between(65, 90) : (int) Math.clamp(Math.round(dice.normal(43, 12)), 18, 64);
        String gender = dice.hits(0.01) ? "DIVERSE" : dice.hits(0.5) ? "FEMALE" : "MALE";
        boolean partner = !business && dice.hits(age < 30 ? 0.35 : 0.56);
        boolean dependents = !business && !senior && dice.hits(partner ? 0.52 : 0.15);
        Town town = towns.get(dice.weighted(weights));
        int employees = business ? 1 + (int) Math.round(StrictMath.exp(dice.normal(2.2, 1.0))) : 0;
        double deal = business ? Math.round(employees * 60 * StrictMath.exp(dice.normal(0.6, 0.7)) / 10) * 10.0 : 0;
        double digital = Math.clamp(dice.normal(age > 64 ? 0.4 : 0.62, 0.2), 0.05, 0.98);
        return new Person(
                number,
                business,
                business ? Names.firm(dice, employees) : Names.person(dice, gender),
                gender,
                age,
                partner,
                dependents,
                town,
                near(town.latitude(), dice.normal(0, 2.5) * KILOMETRE),
                near(town.longitude(), dice.normal(0, 2.5) * KILOMETRE / 0.63),
                dice.hits(0.07) ? "ENGLISH" : "GERMAN",
                preferred(business, digital, dice),
                dice.hits(0.42),
                employees,
                deal,
                dice.normal(0, 0.35),
                dice.normal(0, 0.5),
                digital,
                dice.hits(0.12),
                Reachability.drawn(business, senior, dice));
    }

    boolean senior() {
        return !business && age >= 65;
    }

    private static String preferred(boolean business, double digital, Dice dice) {
        return business
                ? List.of("CALL_CENTRE", "EMAIL", "FIELD_REP").get(dice.weighted(0.3, 0.4, 0.3))
                : List.of("CALL_CENTRE", "EMAIL", "PRINT", "WEB")
                        .get(dice.weighted(0.3, 0.45 * digital + 0.05, 0.25 * (1 - digital), 0.3 * digital));
    }

    private static double near(double centre, double offset) {
        return Math.round((centre + offset) * 1e4) / 1e4;
    }
}
