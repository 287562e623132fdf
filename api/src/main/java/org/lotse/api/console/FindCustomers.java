package org.lotse.api.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds customers by what a caller says first: a name, a town, a customer number; every word given must fit. */
@Component
class FindCustomers {
    private static final int MOST = 12;
    private static final int MOST_WORDS = 5;
    private static final String LATEST = """
            select s.id, coalesce(v.attributes ->> 'name', '') as name,
                concat_ws(' ', v.attributes ->> 'postal-code', v.attributes ->> 'town') as town,
                coalesce(v.attributes ->> 'phone', '') as phone
            from subject s join subject_version v on v.type = s.type and v.id = s.id and v.version = s.version
            where s.type = 'customer'
            """;

    private final JdbcClient database;

    FindCustomers(JdbcClient database) {
        this.database = database;
    }

    /** The customers that fit, the nearest first. */
    List<CustomerLine> find(String said) {
        List<String> words = List.of(said.strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        StringBuilder sql = new StringBuilder(LATEST);
        List<Object> values = new ArrayList<>();
        for (String word : words) {
            sql.append(" and (s.id ilike ? or v.attributes ->> 'name' ilike ? or v.attributes ->> 'town' ilike ?)");
            String wanted = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            values.add(wanted + "%");
            values.add("%" + wanted + "%");
            values.add(wanted + "%");
        }
        sql.append(" order by s.id <> ?, length(s.id), name, s.id limit ").append(MOST);
        values.add(said.strip());
        return database.sql(sql.toString())
                .params(values)
                .query(FindCustomers::line)
                .list();
    }

    /** These customers by id; whoever is not stored any more is missing. */
    Map<String, CustomerLine> byIds(Collection<String> ids) {
        return database
                .sql(LATEST + " and s.id = any (string_to_array(?, E'\\n'))")
                .param(String.join("\n", ids))
                .query(FindCustomers::line)
                .list() // a stream would keep its connection
                .stream()
                .collect(Collectors.toMap(CustomerLine::id, Function.identity()));
    }

    /** One customer by id. */
    Optional<CustomerLine> byId(String id) {
        return database.sql(LATEST + " and s.id = ?")
                .param(id)
                .query(FindCustomers::line)
                .optional();
    }

    private static CustomerLine line(ResultSet row, int number) throws SQLException {
        return new CustomerLine(
                row.getString("id"), row.getString("name"), row.getString("town"), row.getString("phone"));
    }
}
