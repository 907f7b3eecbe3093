package nienkhoa.retention;

/** A class of records that schools keep, with its name in both languages. */
public record RecordClass(String code, String vi, String en) {}
