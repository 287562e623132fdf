package org.lotse.rules.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.rule.Layer;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.model.ActionSelector;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.HitPolicy;

/** Reads one row of a table, cell by cell. */
final class RowReader {
    private final Grid grid;
    private final int row;
    private final List<Column> columns;
    private final CellReader cells;
    private final HitPolicy policy;
    private final List<Condition> tests = new ArrayList<>();
    private final List<Consequence> consequences = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Set<ActionKey> actions = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private String name = "";
    private Optional<LocalDate> validFrom = Optional.empty();
    private Optional<LocalDate> validUntil = Optional.empty();
    private int untilColumn = 1;

    private record Verdict(Layer layer, boolean allowed, String cell) {}

    RowReader(Grid grid, int row, List<Column> columns, CellReader cells, HitPolicy policy) {
        this.grid = grid;
        this.row = row;
        this.columns = columns;
        this.cells = cells;
        this.policy = policy;
    }

    void read(Findings findings) {
        for (int column = 1; column <= columns.size(); column++) {
            Cell cell = grid.cell(column, row);
            if (!cell.isBlank() && !(cell instanceof Cell.Refused)) {
                try {
                    read(columns.get(column - 1), column, cell);
                } catch (NotReadable bad) {
                    bad.reportAt(grid.place(column, row), findings);
                }
            }
        }
        ActionSelector selector = new ActionSelector(actions, groups, Set.of());
        for (Verdict each : verdicts) {
            consequences.add(new Consequence.ActionVerdict(selector, each.layer(), each.allowed(), each.cell()));
        }
    }

    List<Condition> tests() {
        return tests;
    }

    List<Consequence> consequences() {
        return consequences;
    }

    String name() {
        return name;
    }

    Optional<LocalDate> validFrom() {
        return validFrom;
    }

    Optional<LocalDate> validUntil() {
        return validUntil;
    }

    Place placeOfValidUntil() {
        return grid.place(untilColumn, row);
    }

    private void read(Column column, int number, Cell cell) throws NotReadable {
        String at = Place.columnName(number) + row;
        switch (column) {
            case Column.Compared compared -> tests.add(cells.test(compared, cell, at, grid.isWorkbook()));
            case Column.ActionIs ignored -> actions.addAll(cells.actions(cell, grid.isWorkbook()));
            case Column.GroupIs ignored -> groups.addAll(cells.groups(cell, grid.isWorkbook()));
            case Column.Output(var term) ->
                consequences.add(
                        policy == HitPolicy.SUM
                                ? new Consequence.AddPoints(term.key(), cells.points(term, cell), at)
                                : new Consequence.SetTerm(term.key(), cells.operand(term, cell), at));
            case Column.Verdict(Layer layer) -> verdicts.add(new Verdict(layer, cells.yesNo(cell), at));
            case Column.AddAction ignored -> {
                for (ActionKey action : cells.actions(cell, grid.isWorkbook())) {
                    consequences.add(new Consequence.AddAction(action, at));
                }
            }
            case Column.Channel(boolean forbidden) ->
                consequences.add(
                        forbidden
                                ? new Consequence.ForbidChannel(cells.channel(cell), at)
                                : new Consequence.UseChannel(cells.channel(cell), at));
            case Column.Name ignored -> name = cell.text();
            case Column.Validity(boolean from) -> validity(from, number, cell);
            case Column.Ignored ignored -> {}
        }
    }

    private void validity(boolean from, int number, Cell cell) throws NotReadable {
        Optional<LocalDate> day = Optional.of(cells.day(cell));
        if (from) {
            validFrom = day;
        } else {
            validUntil = day;
            untilColumn = number;
        }
    }
}
