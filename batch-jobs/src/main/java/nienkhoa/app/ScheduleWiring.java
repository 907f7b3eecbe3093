package nienkhoa.app;

import javax.sql.DataSource;
import nienkhoa.schedule.NightLedger;
import nienkhoa.schedule.Pauses;
import nienkhoa.schedule.postgres.PostgresNightLedger;
import nienkhoa.schedule.postgres.PostgresPauses;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the machine's nights are made of. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ScheduleWiring {

    @Bean
    NightLedger nightLedger(JdbcClient jdbc) {
        return new PostgresNightLedger(jdbc);
    }

    @Bean
    Pauses pauses(DataSource dataSource) {
        return new PostgresPauses(dataSource);
    }

    @Bean
    NightDesk nightDesk(Home home, Configuration configuration, NightLedger ledger, Pauses pauses) {
        return new NightDesk(home, configuration.zone(), ledger, pauses);
    }
}
