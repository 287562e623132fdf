package org.lotse.api.log;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.lotse.api.subjects.StoreSubjects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the log together. */
@Configuration(proxyBeanMethods = false)
class LogWiring {
    @Bean
    MasterKey masterKey(Environment environment) {
        return MasterKey.of(environment.getProperty("lotse.master-key"), data(environment));
    }

    @Bean
    SubjectKeys subjectKeys(MasterKey master, JdbcClient database, Clock clock) {
        SubjectKeys keys = new SubjectKeys(master);
        new KnownMasterKey(database, clock).check(master, keys);
        return keys;
    }

    @Bean
    SubjectVault subjectVault(JdbcTemplate database, SubjectKeys keys, Clock clock) {
        return new SubjectVault(database, keys, clock);
    }

    @Bean
    DecisionRows decisionRows(
            JdbcClient database, DataSource connections, MasterKey master, SubjectKeys keys, Clock clock) {
        return new DecisionRows(database, connections, master, keys, clock);
    }

    @Bean
    Erasures erasures(
            JdbcClient database,
            SubjectKeys keys,
            StoreSubjects subjects,
            MasterKey master,
            Environment environment,
            Clock clock) {
        return new Erasures(database, keys, subjects, master, new ErasureList(data(environment)), clock);
    }

    @Bean
    Verification verification(DataSource connections, MasterKey master, Environment environment, Clock clock) {
        return new Verification(connections, master, data(environment), clock);
    }

    private static Path data(Environment environment) {
        return Path.of(environment.getProperty("lotse.data", ".lotse"));
    }
}
