package org.lotse.models.serving;

import java.time.DayOfWeek;

/** When one subject is reached by phone. */
public interface Reach {
    /**
     * How probable it is that a call reaches the subject.
     *
     * @param day the weekday, local to the subject
     * @param hour 0 to 23, local to the subject
     */
    double at(DayOfWeek day, int hour);

    /** How many of the subject's own calls are counted. */
    int calls();

    /** Name and version of the model. */
    String model();
}
