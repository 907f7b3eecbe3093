package nienkhoa.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Matches the rows of an export with students before they are joined. */
final class StudentMatch {

    private final Staging.Session session;
    private final ExportFiles files;

    StudentMatch(Staging.Session session, ExportFiles files) {
        this.session = session;
        this.files = files;
    }

    /**
     * Tells the session whose rows they are.
     *
     * @return the ids of students by those under which rows were spoken of while they were read, where they differ
     */
    Map<String, String> match(TakenExport export, SchoolFolders folders) {
        Map<Integer, String> schools = new HashMap<>();
        for (int file = 0; file < export.files().size(); file++) {
            schools.put(file, folders.schoolOf(files.path(file)).orElse(""));
        }
        List<Sighting> sightings = session.sightings(schools, files.unreadable());
        Matching.Outcome outcome = Matching.match(
                sightings, session.people(sightings), first -> files.at(first.file(), first.sheet(), first.row()));
        session.matched(outcome.matches(), outcome.questions());
        return renamed(sightings, outcome.matches());
    }

    private static Map<String, String> renamed(List<Sighting> sightings, Map<Integer, Match> matches) {
        Map<String, String> ids = new HashMap<>();
        Set<String> proper = new HashSet<>();
        for (Sighting sighting : sightings) {
            String spokenOf = Matching.provisionalId(sighting.moetCode(), sighting.identityNumber());
            Match match = matches.get(sighting.number());
            if (match != null && !match.studentId().isEmpty() && !spokenOf.isEmpty()) {
                if (match.studentId().equals(spokenOf)) {
                    proper.add(spokenOf);
                } else {
                    ids.putIfAbsent(spokenOf, match.studentId());
                }
            }
        }
        ids.keySet().removeAll(proper);
        return ids;
    }
}
