package nienkhoa.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Processor seconds of this program and of the database server, which say more than a clock on a busy machine. */
final class CpuTime {

    /** Of a process in Linux: own user and system time, then that of ended children, counted from the state field. */
    private static final int FIRST_TIME = 11;

    private static final int TIMES = 4;
    private static final double TICKS_A_SECOND = 100;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ProcessHandle server;

    private CpuTime(ProcessHandle server) {
        this.server = server;
    }

    static CpuTime of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet pid = statement.executeQuery("select pg_backend_pid()")) {
            pid.next();
            return new CpuTime(ProcessHandle.of(pid.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow());
        }
    }

    double program() {
        return system.getProcessCpuTime() / 1e9;
    }

    /** Of the server and all that it ever started; 0 where it cannot be told. */
    double database() {
        return ticks(server) + server.descendants().mapToDouble(CpuTime::ticks).sum();
    }

    private static double ticks(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks / TICKS_A_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }
}
