package nienkhoa.intake;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a photo's file name says about whose it is: mã định danh Bộ GD&amp;ĐT (10 digits), số định danh cá nhân (12 digits),
 * or else the code that the school itself uses.
 */
record PhotoName(String moetCode, String identityNumber, String localCode) {

    private static final Pattern NAME = Pattern.compile("(?:.*/)?([^/]+)\\.[A-Za-z]+");
    private static final Pattern MOET_CODE = Pattern.compile("\\d{10}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("\\d{12}");

    /** Codes of schools are short and have no spaces; other names are names of pictures. */
    private static final Pattern LOCAL_CODE = Pattern.compile("[\\p{L}\\d._-]{1,30}");

    /** Empty if the file is named by something that is no code. */
    static Optional<PhotoName> of(String path) {
        Matcher name = NAME.matcher(path);
        if (!name.matches()) {
            return Optional.empty();
        }
        String code = name.group(1);
        if (MOET_CODE.matcher(code).matches()) {
            return Optional.of(new PhotoName(code, "", ""));
        }
        if (IDENTITY_NUMBER.matcher(code).matches()) {
            return Optional.of(new PhotoName("", code, ""));
        }
        return LOCAL_CODE.matcher(code).matches() ? Optional.of(new PhotoName("", "", code)) : Optional.empty();
    }

    /** The one code that the file is named by. */
    String code() {
        return moetCode + identityNumber + localCode;
    }

    /** Other fields of the photo's row with the name's. */
    Map<String, String> with(Map<String, String> values) {
        Map<String, String> all = new java.util.HashMap<>(values);
        if (!localCode.isEmpty()) {
            all.put("localCode", localCode);
        }
        return Map.copyOf(all);
    }
}
