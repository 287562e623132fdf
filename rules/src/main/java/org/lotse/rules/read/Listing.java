package org.lotse.rules.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;

/** A plain list with one heading row, such as the channels or the contact policy; columns are found by their headings. */
final class Listing {
    private final Grid grid;
    private final Findings findings;
    private final Map<String, Integer> columns = new HashMap<>();

    /**
     * @param grid the table
     * @param known every heading it may have; another one is reported
     * @param findings where to report
     */
    Listing(Grid grid, List<String> known, Findings findings) {
        this.grid = grid;
        this.findings = findings;
        for (int column = 1; column <= grid.width(1); column++) {
            String heading = grid.cell(column, 1).text();
            Optional<String> match = known.stream()
                    .filter(name -> Names.folded(name).equals(Names.folded(heading)))
                    .findFirst();
            if (match.isEmpty() && !heading.isEmpty()) {
                findings.error(
                        grid.place(column, 1),
                        FindingCode.NOT_UNDERSTOOD,
                        "key",
                        heading,
                        Names.nearest(heading, known).orElse(String.join(", ", known)));
            }
            if (match.isPresent() && columns.putIfAbsent(match.get(), column) != null) {
                findings.error(grid.place(column, 1), FindingCode.DUPLICATE_KEY, "", heading);
            }
        }
    }

    /** Calls for every row that is not blank. */
    void forEach(Consumer<Entry> reader) {
        for (int row = 2; row <= grid.rows().size(); row++) {
            if (!grid.isBlank(row)) {
                reader.accept(new Entry(row));
            }
        }
    }

    /** One row of the list. */
    final class Entry {
        private final int row;

        private Entry(int row) {
            this.row = row;
        }

        int row() {
            return row;
        }

        Cell cell(String heading) {
            Integer column = columns.get(heading);
            return column == null ? new Cell.Blank() : grid.cell(column, row);
        }

        Optional<String> text(String heading) {
            return Optional.of(cell(heading).text()).filter(text -> !text.isEmpty());
        }

        String required(String heading) throws NotReadable {
            return text(heading).orElseThrow(() -> new NotReadable(FindingCode.NOT_UNDERSTOOD, "missing-key", heading));
        }

        double number(String heading, double otherwise) throws NotReadable {
            return switch (cell(heading)) {
                case Cell.Blank ignored -> otherwise;
                case Cell.Number(double number) -> number;
                case Cell other -> new ValueReader(Language.EN).number(other.text());
            };
        }

        /** The parts of a cell between bars. */
        List<String> list(String heading) {
            List<String> parts = new ArrayList<>();
            for (String part : cell(heading).text().split("\\|", -1)) {
                if (!part.isBlank()) {
                    parts.add(part.strip());
                }
            }
            return parts;
        }

        Place place(String heading) {
            Integer column = columns.get(heading);
            return column == null ? new Place(grid.file(), grid.sheet(), "", row) : grid.place(column, row);
        }

        /** Reads something of a cell; a failure is reported there. */
        <T> Optional<T> reading(String heading, YamlPart.Reading<T> reading) {
            try {
                return Optional.of(reading.read());
            } catch (NotReadable bad) {
                bad.reportAt(place(heading), findings);
            } catch (IllegalArgumentException bad) {
                findings.error(place(heading), FindingCode.NOT_UNDERSTOOD, "value", String.valueOf(bad.getMessage()));
            }
            return Optional.empty();
        }

        void error(String heading, FindingCode code, String variant, Object... parts) {
            findings.error(place(heading), code, variant, parts);
        }
    }
}
