package nienkhoa.model;

/** What a person of the school or the office may decide. */
public enum Role {
    /** The head (hiệu trưởng), who decides and signs. */
    HEAD,
    /** Keeps the archive (lưu trữ). */
    ARCHIVIST,
    /** Works with records day by day (văn thư). */
    CLERK,
    /** Sits on the council that examines records (hội đồng). */
    COUNCIL,
    TEACHER,
    /** Runs the machine. */
    OPERATOR,
    /** Looks and changes nothing. */
    AUDITOR
}
