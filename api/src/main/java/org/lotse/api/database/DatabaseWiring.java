package org.lotse.api.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the breaker before the pool, whoever asks for it. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {
    @Bean
    static BeanPostProcessor guardedDatabase() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new GuardedDataSource(pool) : bean;
            }
        };
    }
}
