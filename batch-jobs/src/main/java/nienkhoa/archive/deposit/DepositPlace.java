package nienkhoa.archive.deposit;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.deposit.DepositKind.Holder;
import nienkhoa.model.SchoolYear;

/**
 * Where a file belongs, told by the folders that it lies in: {@code <kind>/[<holder>/]<file>}, and
 * {@code signed-scan/<id of the dossier>/<file>}. Names of people are no part of it: holders have codes.
 *
 * @param path of the file inside its dossier, without the ending, for example {@code representations/rep1/data/deposits/week-07}
 */
record DepositPlace(DepositKind kind, DossierKey dossier, String path) {

    /** What is handed in keeps out of the way of what is rendered, whatever it is named. */
    private static final String FOLDER = PackagePath.data("deposits/");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int MOST_WEEKS = 53;

    /**
     * @param relative path below the folder that was handed in, with {@code /}
     * @throws UnfitFile if the folders or the name do not say where the file belongs
     */
    static DepositPlace of(String relative, List<DepositKind> kinds, String schoolCode, SchoolYear year)
            throws UnfitFile {
        List<String> parts = Arrays.asList(relative.split("/"));
        String name = parts.get(parts.size() - 1);
        DepositKind kind = kinds.stream()
                .filter(one -> parts.size() > 1 && one.code().equals(parts.get(0)))
                .findFirst()
                .orElseThrow(() -> new UnfitFile("A501_NO_KIND", codes(kinds)));
        List<String> between = parts.subList(1, parts.size() - 1);
        return new DepositPlace(kind, dossier(kind, between, schoolCode, year), FOLDER + item(kind, stem(name)));
    }

    private static DossierKey dossier(DepositKind kind, List<String> between, String schoolCode, SchoolYear year)
            throws UnfitFile {
        if (kind.holder() == Holder.DOSSIER) {
            return DossierKey.ofDocuments(String.join("/", between))
                    .filter(key -> key.schoolCode().equals(schoolCode))
                    .orElseThrow(() -> new UnfitFile("A503_NO_DOSSIER", kind.code(), schoolCode));
        }
        int folders = kind.holder().isNamed() ? 1 : 0;
        if (between.size() != folders
                || !between.stream().allMatch(code -> CODE.matcher(code).matches())) {
            throw new UnfitFile(folders == 0 ? "A510_NO_FOLDER_WANTED" : "A502_NO_HOLDER", kind.code());
        }
        return new DossierKey.Deposit(schoolCode, year, kind.code(), String.join("/", between));
    }

    private static String item(DepositKind kind, String stem) throws UnfitFile {
        return switch (kind.every()) {
            case YEAR -> "year";
            case WEEK -> "week-%02d".formatted(week(stem));
            case ITEM -> {
                if (!CODE.matcher(stem).matches()) {
                    throw new UnfitFile("A504_BAD_NAME");
                }
                yield stem;
            }
        };
    }

    private static int week(String stem) throws UnfitFile {
        Matcher number = NUMBER.matcher(stem);
        int week = number.find() && number.group().length() <= 2 ? Integer.parseInt(number.group()) : 0;
        if (week < 1 || week > MOST_WEEKS || number.find()) {
            throw new UnfitFile("A511_NO_WEEK", Integer.toString(MOST_WEEKS));
        }
        return week;
    }

    /** The week that a path inside a dossier is of; empty if it is of none. */
    static OptionalInt weekOf(String path) {
        Matcher week = Pattern.compile(FOLDER + "week-([0-9]{2})\\.[a-z]+").matcher(path);
        return week.matches() ? OptionalInt.of(Integer.parseInt(week.group(1))) : OptionalInt.empty();
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String codes(List<DepositKind> kinds) {
        return String.join(", ", kinds.stream().map(DepositKind::code).toList());
    }
}
