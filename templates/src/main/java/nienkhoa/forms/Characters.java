package nienkhoa.forms;

/** The kinds of characters of a content stream that are told apart. */
final class Characters {

    private Characters() {}

    static boolean isSpace(int octet) {
        return octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t' || octet == '\f' || octet == 0;
    }

    static boolean isDigit(int octet) {
        return octet >= '0' && octet <= '9';
    }

    static boolean isLetter(int octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || octet == '*'
                || octet == '\''
                || octet == '"';
    }

    static boolean isNameCharacter(int octet) {
        return isDigit(octet) || (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || octet == '_';
    }
}
