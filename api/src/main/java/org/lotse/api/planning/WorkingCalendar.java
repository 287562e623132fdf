package org.lotse.api.planning;

import java.nio.file.Path;
import java.time.LocalDate;
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

    /**
     * @param hours a file of calling hours that comes before the shipped one; empty for none
     * @param country where customers live who do not say otherwise
     * @param region state and municipality whose holidays the company keeps; empty for the country's alone
     */
    WorkingCalendar(
            JollydayHolidays holidays,
            @Value("${lotse.planning.calling-hours:}") String hours,
            @Value("${lotse.planning.country:DE}") String country,
            @Value("${lotse.planning.region:}") String region) {
        this.holidays = holidays;
        this.laws = hours.isEmpty() ? CallLaws.shipped() : CallLaws.with(Path.of(hours));
        this.country = country;
        this.region = region;
    }

    String country() {
        return country;
    }

    String region() {
        return region;
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
