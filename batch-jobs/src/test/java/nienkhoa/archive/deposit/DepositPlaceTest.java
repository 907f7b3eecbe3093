package nienkhoa.archive.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nienkhoa.model.SchoolYear;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepositPlaceTest {

    private static final List<DepositKind> KINDS = DepositKind.bundled();

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # path                                   | dossier and path inside, or code                                    | why
            lesson-plan/GV012/tuan-07.pdf             | deposit/31313401/2023-2024/lesson-plan/GV012 representations/rep1/data/deposits/week-07        | the week is the number in the name
            lesson-plan/GV012/Tuần 7.pdf              | deposit/31313401/2023-2024/lesson-plan/GV012 representations/rep1/data/deposits/week-07        | however it is written
            lesson-plan/GV012/53.docx                 | deposit/31313401/2023-2024/lesson-plan/GV012 representations/rep1/data/deposits/week-53        | the last week that a year can have
            lesson-plan/GV012/54.docx                 | A511_NO_WEEK                                                         | one more
            lesson-plan/GV012/0.docx                  | A511_NO_WEEK                                                         | no week nought
            lesson-plan/GV012/tuan 7 ban 2.pdf        | A511_NO_WEEK                                                         | two numbers: which is the week?
            lesson-plan/GV012/giao-an.pdf             | A511_NO_WEEK                                                         | no number
            lesson-plan/Nguyễn Văn A/7.pdf            | A502_NO_HOLDER                                                       | a name is no code
            lesson-plan/7.pdf                         | A502_NO_HOLDER                                                       | nobody's
            lesson-plan/GV012/old/7.pdf               | A502_NO_HOLDER                                                       | a folder too many
            team-plan/TO1/Kế hoạch.docx               | deposit/31313401/2023-2024/team-plan/TO1 representations/rep1/data/deposits/year               | one a year, so the name says nothing
            minutes/bien-ban-2023-09-15.pdf           | deposit/31313401/2023-2024/minutes representations/rep1/data/deposits/bien-ban-2023-09-15      | the school's own
            minutes/Biên bản họp.pdf                  | A504_BAD_NAME                                                        | names go into the archive, so they are codes
            minutes/2023/15.pdf                       | A510_NO_FOLDER_WANTED                                                | the school has no holders
            signed-scan/31313401/2023-2024/5A/class-summary/1.pdf | 31313401/2023-2024/5A/class-summary representations/rep1/data/deposits/1           | a class section's dossier
            signed-scan/31313401/2019-2024/student-registry/1.pdf | 31313401/2019-2024/student-registry representations/rep1/data/deposits/1           | a cohort's dossier
            signed-scan/31313401/2019-2023/student-registry/1.pdf | 31313401/2019-2023/student-registry representations/rep1/data/deposits/1           | of a lower secondary school
            signed-scan/31313401/2019-2020/student-registry/1.pdf | A503_NO_DOSSIER                                          | no level lasts one year
            signed-scan/99999999/2023-2024/5A/class-summary/1.pdf | A503_NO_DOSSIER                                          | another school's
            signed-scan/1.pdf                         | A503_NO_DOSSIER                                                      | of which dossier?
            plans/GV012/7.pdf                         | A501_NO_KIND                                                         | no such kind
            7.pdf                                     | A501_NO_KIND                                                         | no folder at all
            """)
    void tellsThePlaceByTheFolders(String path, String expected, String why) {
        assertThat(placeOf(path)).as(why).isEqualTo(expected);
    }

    private static String placeOf(String path) {
        try {
            DepositPlace place = DepositPlace.of(path, KINDS, "31313401", new SchoolYear(2023));
            return place.dossier().id() + " " + place.path();
        } catch (UnfitFile e) {
            return e.code();
        }
    }
}
