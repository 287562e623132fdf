package org.lotse.api.planning;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.lotse.engine.planning.calls.CallLaw;
import org.lotse.engine.planning.calls.KeepCallLaw;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The company's own country: which days are worked, and when its customers may be called. */
@Component
class WorkingCalendar {
    private final JollydayHolidays holidays;
    private final Map<String, CallLaw> laws;
    private final String country;
    private final String region;
    private final SchoolHolidays school;

    /**
     * @param hours a file of calling hours that comes before the shipped one; empty for none
     * @param school a file of school holidays; empty for none
     * @param country where customers live who do not say otherwise
     * @param region state and municipality whose holidays the company keeps; empty for the country's alone
     */
    WorkingCalendar(
            JollydayHolidays holidays,
            @Value("${lotse.planning.calling-hours:}") String hours,
            @Value("${lotse.planning.school-holidays:}") String school,
            @Value("${lotse.planning.country:DE}") String country,
            @Value("${lotse.planning.region:}") String region) {
        this.holidays = holidays;
        this.laws = hours.isEmpty() ? CallLaws.shipped() : CallLaws.with(Path.of(hours));
        this.school = school.isEmpty() ? SchoolHolidays.NONE : SchoolHolidays.read(Path.of(school));
        this.country = country;
        this.region = region;
    }

    String country() {
        return country;
    }

    String region() {
        return region;
    }

    /**
     * Where and on which clock a customer is called.
     *
     * @param region ISO 3166-2, the municipality behind it where that matters; empty for the whole country
     */
    record Home(String country, String region, ZoneId zone) {}

    /**
     * What is known of a customer, the company's own for what is not. A region says its country: {@code DE-BY}.
     */
    Home home(String country, String region, String zone, ZoneId own) {
        boolean isCode = region.matches("[A-Z]{2}(-[A-Z0-9]{1,5})*");
        String from = isCode ? region.substring(0, 2) : this.country;
        String there = country.isEmpty() ? from : country;
        String where = isCode && region.startsWith(there) ? region : there.equals(this.country) ? this.region : "";
        return new Home(there, where, zone.isEmpty() ? own : zone(zone, own));
    }

    private static ZoneId zone(String text, ZoneId own) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException delivered) {
            // Unknown zones are refused when they are delivered; what is older than that check is called at home.
            return own;
        }
    }

    /** How much of the usual chance is left to reach somebody there on this day: less in school holidays. */
    double onSchoolDays(Home home, LocalDate day) {
        return school.factor(home.country(), home.region(), day);
    }

    boolean isWorkingDay(LocalDate day) {
        return WorkingDay.isWeekday(day) && !holidays.isHoliday(country, region, day);
    }

    /** Whether one more attempt may be made after so many. */
    boolean allowsAnother(int today, int inSevenDays, int inCampaign) {
        CallLaw law = laws.get(country);
        return law != null && law.allowsAnother(today, inSevenDays, inCampaign);
    }

    KeepCallLaw law() {
        return new KeepCallLaw(laws, holidays);
    }
}
