package org.capaccueil.scope;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nothing in the application reaches the pool but through its scope. */
@Configuration(proxyBeanMethods = false)
class ScopeConfiguration {

    @Bean
    static BeanPostProcessor scopeOfConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new ScopedDataSource(pool) : bean;
            }
        };
    }
}
