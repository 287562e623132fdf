package org.lotse.api.planning;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lotse.engine.planning.calls.CallLaw;
import org.springframework.stereotype.Component;

/**
 * Public holidays by country, state and municipality as Jollyday knows them. A region is written as ISO 3166-2 does, with the
 * municipality behind it where one has days of its own: {@code DE-BY-AG} is Augsburg. Thread-safe.
 */
@Component
public final class JollydayHolidays implements CallLaw.Holidays {
    private final Map<String, HolidayManager> managers = new ConcurrentHashMap<>();
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    @Override
    public boolean isHoliday(String country, String region, LocalDate day) {
        return known.computeIfAbsent(country + "/" + region + "/" + day, key -> look(country, region, day));
    }

    private boolean look(String country, String region, LocalDate day) {
        HolidayManager manager = managers.computeIfAbsent(
                country, code -> HolidayManager.getInstance(ManagerParameters.create(code.toLowerCase(Locale.ROOT))));
        String[] parts = Arrays.stream(region.toLowerCase(Locale.ROOT).split("-", -1))
                .filter(part -> !part.isEmpty() && !part.equals(country.toLowerCase(Locale.ROOT)))
                .toArray(String[]::new);
        return manager.isHoliday(day, parts);
    }
}
