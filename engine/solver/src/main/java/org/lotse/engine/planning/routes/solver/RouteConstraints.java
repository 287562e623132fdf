package org.lotse.engine.planning.routes.solver;

import java.util.function.ToLongFunction;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintCollectors;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.Joiners;

/**
 * The rules of a good route, by the names a sales lead uses. Hard ones are never broken by a plan that is handed out;
 * medium counts visits that must not be left out; soft is money.
 */
public class RouteConstraints implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            inTime(factory),
            loadFits(factory),
            repHasSkills(factory),
            appointmentKept(factory),
            breaksTaken(factory),
            mandatoryPlanned(factory),
            travelTime(factory),
            kilometres(factory),
            repDrives(factory),
            visitLeftOut(factory),
            planDisturbed(factory),
            overtime(factory),
            preferredRep(factory),
            outsideTerritory(factory),
            workSpread(factory),
            groupTogether(factory),
            seriesSpaced(factory),
            comesAfter(factory)
        };
    }

    Constraint inTime(ConstraintFactory factory) {
        return hard(factory, "Services begin in their windows and the shift ends in time", Figures::late);
    }

    Constraint loadFits(ConstraintFactory factory) {
        return hard(factory, "The load fits", Figures::overload);
    }

    Constraint repHasSkills(ConstraintFactory factory) {
        return hard(factory, "The rep has the skills", Figures::wrongSkill);
    }

    Constraint appointmentKept(ConstraintFactory factory) {
        return hard(factory, "An agreed appointment stays with its rep", Figures::missedAppointments);
    }

    Constraint breaksTaken(ConstraintFactory factory) {
        return hard(factory, "Breaks are taken", Figures::missedBreaks);
    }

    Constraint mandatoryPlanned(ConstraintFactory factory) {
        return factory.forEach(Tour.class)
                .filter(Tour::leftOut)
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_MEDIUM, t -> t.figures().mandatoryLeftOut())
                .justifyWith((tour, impact) -> new RouteJustification.OfLeftOut(tour.ids(), impact))
                .asConstraint("A visit that must take place is planned");
    }

    Constraint travelTime(ConstraintFactory factory) {
        return soft(factory, "Travel time", Figures::travel);
    }

    Constraint kilometres(ConstraintFactory factory) {
        return soft(factory, "Kilometres", Figures::kilometres);
    }

    Constraint repDrives(ConstraintFactory factory) {
        return soft(factory, "A rep drives", Figures::used);
    }

    Constraint visitLeftOut(ConstraintFactory factory) {
        return factory.forEach(Tour.class)
                .filter(Tour::leftOut)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, t -> t.figures().leftOut())
                .justifyWith((tour, impact) -> new RouteJustification.OfLeftOut(tour.ids(), impact))
                .asConstraint("A visit is left out");
    }

    Constraint planDisturbed(ConstraintFactory factory) {
        return factory.forEach(Tour.class)
                .filter(t -> t.drives() || t.leftOut())
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, t -> t.figures().disturbance())
                .justifyWith((tour, impact) -> tour.drives()
                        ? RouteJustification.OfRoute.of(tour, impact)
                        : new RouteJustification.OfLeftOut(tour.ids(), impact))
                .asConstraint("A visit is taken from its rep");
    }

    Constraint overtime(ConstraintFactory factory) {
        return soft(factory, "Overtime", Figures::overtime);
    }

    Constraint preferredRep(ConstraintFactory factory) {
        return soft(factory, "Another rep than the preferred one", Figures::otherRep);
    }

    Constraint groupTogether(ConstraintFactory factory) {
        return factory.forEach(Tour.class)
                .filter(tour -> tour.drives() && tour.holdsGroups())
                .join(
                        factory.forEach(Tour.class).filter(tour -> tour.drives() && tour.holdsGroups()),
                        Joiners.lessThan(tour -> tour.van),
                        Joiners.filtering(Tour::sharesGroup))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (one, other) -> 1)
                .justifyWith(RouteJustification.OfTwoRoutes::of)
                .asConstraint("Visits of a group are made by one rep in one shift");
    }

    Constraint outsideTerritory(ConstraintFactory factory) {
        return soft(factory, "A visit outside the rep's territory", Figures::outsideTerritory);
    }

    Constraint workSpread(ConstraintFactory factory) {
        return factory.forEach(Tour.class)
                .filter(tour -> tour.drives() && tour.model.shares.count())
                .groupBy(
                        tour -> new RepOfModel(tour.model, tour.model.shares.repOf(tour.van), tour.rep()),
                        ConstraintCollectors.sumLong(tour -> Figures.exact(tour.service())))
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_SOFT,
                        (rep, service) -> Figures.exact(rep.model.shares.cost(rep.number, service / Figures.UNIT)))
                .justifyWith(
                        (rep, service, impact) -> new RouteJustification.OfRep(rep.id, service / Figures.UNIT, impact))
                .asConstraint("A rep does more than a fair share");
    }

    private record RepOfModel(RouteModel model, int number, String id) {}

    Constraint seriesSpaced(ConstraintFactory factory) {
        return factory.forEach(Tour.class)
                .filter(tour -> tour.drives() && tour.holdsSeries())
                .join(
                        factory.forEach(Tour.class).filter(tour -> tour.drives() && tour.holdsSeries()),
                        Joiners.filtering((one, other) -> one.van <= other.van && one.tooCloseTo(other) > 0))
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (one, other) -> 1)
                .justifyWith(RouteJustification.OfTwoRoutes::of)
                .asConstraint("Visits of a series keep their distance");
    }

    Constraint comesAfter(ConstraintFactory factory) {
        return factory.forEach(Tour.class)
                .filter(tour -> tour.drives() && tour.holdsOrdered())
                .join(
                        factory.forEach(Tour.class).filter(Tour::holdsOrdered),
                        Joiners.filtering(
                                (one, other) -> !one.tooSoonAfter(other).isEmpty()))
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_HARD,
                        (one, other) -> one.tooSoonAfter(other).size())
                .justifyWith((one, other, impact) ->
                        new RouteJustification.OfOrder(one.rep(), one.tooSoonAfter(other), impact))
                .asConstraint("A visit comes after those it has to follow");
    }

    private static Constraint hard(ConstraintFactory factory, String name, ToLongFunction<Figures> measure) {
        return factory.forEach(Tour.class)
                .filter(Tour::drives)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, t -> measure.applyAsLong(t.figures()))
                .justifyWith(RouteJustification.OfRoute::of)
                .asConstraint(name);
    }

    private static Constraint soft(ConstraintFactory factory, String name, ToLongFunction<Figures> measure) {
        return factory.forEach(Tour.class)
                .filter(Tour::drives)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, t -> measure.applyAsLong(t.figures()))
                .justifyWith(RouteJustification.OfRoute::of)
                .asConstraint(name);
    }
}
