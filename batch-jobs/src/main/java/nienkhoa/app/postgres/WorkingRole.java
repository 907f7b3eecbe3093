package nienkhoa.app.postgres;

/**
 * The role of everyday work, which can neither empty a table nor delete records or what proves them. The migration {@code
 * R__working_role.sql} makes it where the server allows that.
 */
public final class WorkingRole {

    /** What a new connection says first. Where there is no such role, the connection stays its user's. */
    public static final String TAKE_ON = """
            select set_config('role', coalesce((
                select rolname from pg_roles
                where rolname = 'nienkhoa_work' and pg_has_role(session_user, oid, 'SET')), 'none'), false)
            """;

    private WorkingRole() {}
}
