package org.lotse.rules.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Value;

/** Which rows suit each value of one term. Immutable. */
sealed interface Column {
    /** The slot of the term. */
    int slot();

    /** Keeps those rows that suit the value. */
    void narrow(@Nullable Value value, Bits rows);

    /** How many bits a column may keep; what would need more is worked out from fewer. */
    long MOST_BITS = 1L << 22;

    /** A comparison of a row. */
    record Cell(int row, Asked.Test test) {}

    /** Whether a column can hold the comparison: with fixed values, by order or equality. */
    static boolean canHold(Asked.Test test) {
        boolean fixed = test.needed().stream().allMatch(Asked.Needed.Fixed.class::isInstance);
        return fixed
                && switch (test.operator()) {
                    case IS, IS_NOT, IS_ONE_OF, IS_NONE_OF, IS_GIVEN, IS_MISSING -> true;
                    case FROM, ABOVE, UP_TO, BELOW, BEFORE, AFTER ->
                        isOrdered(fixed(test.needed().getFirst()));
                    case WITHIN_THE_LAST, CONTAINS, STARTS_WITH -> false;
                };
    }

    /** The columns that hold all comparisons of a slot. */
    static List<Column> of(int slot, List<Cell> cells, int rows) {
        boolean ordered = cells.stream()
                .flatMap(cell -> cell.test().needed().stream())
                .map(Column::fixed)
                .anyMatch(Column::isOrdered);
        return List.of(ordered ? new Line(slot, cells, rows) : new Set(slot, cells, rows));
    }

    private static Value fixed(Asked.Needed needed) {
        return needed instanceof Asked.Needed.Fixed(Value value) ? value : Value.of(false);
    }

    private static boolean isOrdered(Value value) {
        return value instanceof Value.Num || value instanceof Value.Date;
    }

    /** Whether a test holds for a value that equals none of those compared with and has no order among them. */
    private static boolean suitsOthers(Asked.Test test) {
        return switch (test.operator()) {
            case IS_NOT, IS_NONE_OF, IS_GIVEN -> true;
            default -> false;
        };
    }

    private static Map<Integer, List<Asked.Test>> byRow(List<Cell> cells) {
        Map<Integer, List<Asked.Test>> byRow = new HashMap<>();
        cells.forEach(cell ->
                byRow.computeIfAbsent(cell.row(), row -> new ArrayList<>()).add(cell.test()));
        return byRow;
    }

    private static Bits rows(int rows, List<Cell> cells, java.util.function.Predicate<Asked.Test> suits) {
        Bits bits = Bits.all(rows);
        for (Cell cell : cells) {
            if (!suits.test(cell.test())) {
                bits.clear(cell.row());
            }
        }
        return bits;
    }

    /** Values without an order: choices, yes and no, texts. For each the rows it suits otherwise than a value nobody names. */
    final class Set implements Column {
        private final int slot;
        private final Map<Value, int[]> differing = new HashMap<>();
        private final Map<Value, Bits> byValue = new HashMap<>();
        private final Bits others;
        private final Bits missing;

        Set(int slot, List<Cell> cells, int rows) {
            this.slot = slot;
            this.others = rows(rows, cells, Column::suitsOthers);
            this.missing = rows(rows, cells, test -> test.operator() == Operator.IS_MISSING);
            Map<Integer, List<Asked.Test>> byRow = byRow(cells);
            Map<Value, java.util.Set<Integer>> naming = new HashMap<>();
            for (Cell cell : cells) {
                for (Asked.Needed needed : cell.test().needed()) {
                    naming.computeIfAbsent(fixed(needed), value -> new TreeSet<>())
                            .add(cell.row());
                }
            }
            naming.forEach((value, rowsNaming) -> differing.put(
                    value,
                    rowsNaming.stream()
                            .mapToInt(Integer::intValue)
                            .filter(row -> others.has(row)
                                    != byRow.getOrDefault(row, List.of()).stream()
                                            .allMatch(test -> suits(test, value)))
                            .toArray()));
            if ((long) differing.size() * rows <= MOST_BITS) {
                differing.forEach((value, changed) -> byValue.put(value, othersBut(changed)));
            }
        }

        private Bits othersBut(int[] changed) {
            Bits bits = others.copy();
            for (int row : changed) {
                bits.flip(row);
            }
            return bits;
        }

        private static boolean suits(Asked.Test test, Value value) {
            boolean named = test.needed().stream().map(Column::fixed).anyMatch(value::equals);
            return switch (test.operator()) {
                case IS, IS_ONE_OF -> named;
                case IS_NOT, IS_NONE_OF -> !named;
                case IS_GIVEN -> true;
                default -> false;
            };
        }

        @Override
        public int slot() {
            return slot;
        }

        @Override
        public void narrow(@Nullable Value value, Bits rows) {
            if (value == null) {
                rows.keep(missing);
                return;
            }
            Bits known = byValue.get(value);
            int[] changed = known == null ? differing.get(value) : null;
            rows.keep(known != null ? known : changed == null ? others : othersBut(changed));
        }
    }

    /**
     * Numbers or days. The values compared with cut the line into points and the stretches between them; for every so many
     * of these places the rows are kept, and between them which rows change.
     */
    final class Line implements Column {
        private final int slot;
        private final double[] cuts;
        private final Bits missing;
        private final Bits others;
        private final boolean ofDays;
        private final int stride;
        private final Bits[] kept;
        private final int[][] changes;

        Line(int slot, List<Cell> cells, int rows) {
            this.slot = slot;
            this.missing = rows(rows, cells, test -> test.operator() == Operator.IS_MISSING);
            this.others = rows(rows, cells, Column::suitsOthers);
            this.ofDays = cells.stream()
                    .flatMap(cell -> cell.test().needed().stream())
                    .map(Column::fixed)
                    .anyMatch(Value.Date.class::isInstance);
            this.cuts = cells.stream()
                    .flatMap(cell -> cell.test().needed().stream())
                    .mapToDouble(needed -> number(fixed(needed)))
                    .filter(number -> !Double.isNaN(number))
                    .sorted()
                    .distinct()
                    .toArray();
            int places = 2 * cuts.length + 1;
            this.stride = (int) Math.max(1, ((long) places * rows + MOST_BITS - 1) / MOST_BITS);
            List<List<Integer>> changing = new ArrayList<>();
            for (int place = 0; place < places; place++) {
                changing.add(new ArrayList<>());
            }
            Bits now = Bits.all(rows);
            byRow(cells).forEach((row, tests) -> changes(row, tests, changing, now));
            this.changes = changing.stream()
                    .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new);
            this.kept = new Bits[(places + stride - 1) / stride];
            for (int place = 0; place < places; place++) {
                for (int row : changes[place]) {
                    now.flip(row);
                }
                if (place % stride == 0) {
                    kept[place / stride] = now.copy();
                }
            }
        }

        /** Where along the line a row starts and stops to suit; at the first place all rows are taken to suit. */
        private void changes(int row, List<Asked.Test> tests, List<List<Integer>> changing, Bits start) {
            TreeSet<Integer> turns = new TreeSet<>(List.of(0));
            for (Asked.Test test : tests) {
                for (Asked.Needed needed : test.needed()) {
                    int cut = cut(fixed(needed));
                    if (cut >= 0) {
                        turns.addAll(List.of(2 * cut + 1, 2 * cut + 2));
                    }
                }
            }
            boolean suited = start.has(row);
            for (int place : turns) {
                boolean suits = tests.stream().allMatch(test -> suits(test, place));
                if (suits != suited) {
                    changing.get(place).add(row);
                    suited = suits;
                }
            }
        }

        private boolean suits(Asked.Test test, int place) {
            boolean named = test.needed().stream().anyMatch(needed -> cut(fixed(needed)) * 2 + 1 == place);
            int point =
                    test.needed().isEmpty() ? -1 : 2 * cut(fixed(test.needed().getFirst())) + 1;
            boolean comparable = point >= 0;
            return switch (test.operator()) {
                case IS, IS_ONE_OF -> named;
                case IS_NOT, IS_NONE_OF -> !named;
                case IS_GIVEN -> true;
                case FROM -> comparable && place >= point;
                case ABOVE, AFTER -> comparable && place > point;
                case UP_TO -> comparable && place <= point;
                case BELOW, BEFORE -> comparable && place < point;
                default -> false;
            };
        }

        /** Which cut a value is; less than 0 when it is none. */
        private int cut(Value value) {
            double number = number(value);
            return Double.isNaN(number) ? -1 : Arrays.binarySearch(cuts, number);
        }

        /** The value on the line; NaN when it is not on it. */
        private double number(Value value) {
            return switch (value) {
                case Value.Num(double number) when !ofDays -> number;
                case Value.Date(LocalDate day) when ofDays -> day.toEpochDay();
                default -> Double.NaN;
            };
        }

        @Override
        public int slot() {
            return slot;
        }

        @Override
        public void narrow(@Nullable Value value, Bits rows) {
            if (value == null) {
                rows.keep(missing);
                return;
            }
            double number = number(value);
            if (Double.isNaN(number)) {
                rows.keep(others);
                return;
            }
            int found = Arrays.binarySearch(cuts, number);
            int place = found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
            Bits suiting = kept[place / stride];
            if (place % stride == 0) {
                rows.keep(suiting);
                return;
            }
            Bits changed = suiting.copy();
            for (int step = place / stride * stride + 1; step <= place; step++) {
                for (int row : changes[step]) {
                    changed.flip(row);
                }
            }
            rows.keep(changed);
        }
    }
}
