package nienkhoa.model;

/** What a person may decide about records. */
public enum Role {
    HEAD,
    ARCHIVIST,
    CLERK,
    COUNCIL,
    TEACHER,
    OPERATOR,
    AUDITOR
}
