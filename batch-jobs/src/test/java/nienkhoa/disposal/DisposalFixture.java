package nienkhoa.disposal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nienkhoa.disposal.DisposalItem.Fate;
import nienkhoa.model.Person;
import nienkhoa.model.Role;

/** People, due dossiers and a calendar that a test turns. */
final class DisposalFixture {

    static final Person HEAD = new Person("p01", "Hoàng Minh Đức", Set.of(Role.HEAD, Role.COUNCIL));
    static final Person KEEPER = new Person("p02", "Nguyễn Văn An", Set.of(Role.ARCHIVIST, Role.COUNCIL));
    static final Person CHAIR = new Person("p03", "Trần Thị Bình", Set.of(Role.COUNCIL, Role.HEAD));
    static final Person MEMBER = new Person("p04", "Lê Văn Cường", Set.of(Role.COUNCIL, Role.OPERATOR));
    static final Person OPERATOR = new Person("p05", "Vũ Thị Em", Set.of(Role.OPERATOR));
    static final Person DEPUTY = new Person("p06", "Phan Văn Gia", Set.of(Role.HEAD, Role.OPERATOR));
    static final List<Person> EVERYBODY = List.of(HEAD, KEEPER, CHAIR, MEMBER, OPERATOR, DEPUTY);

    static final LocalDate MON_2026_01_12 = LocalDate.of(2026, 1, 12);

    LocalDate today = MON_2026_01_12;
    final Set<String> held = new TreeSet<>();
    final RememberedCases cases = new RememberedCases();
    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today.atTime(9, 0).toInstant(ZoneOffset.UTC);
        }
    };
    final DueRecords due = new DueRecords() {
        @Override
        public List<DisposalItem> dueOn(LocalDate day) {
            return List.of("a", "b", "c").stream()
                    .filter(id -> !held.contains(id))
                    .map(DisposalFixture::item)
                    .toList();
        }

        @Override
        public Optional<Objection> objection(DisposalItem listed, LocalDate day) {
            return held.contains(listed.dossierId())
                    ? Optional.of(new Objection("D524_HELD", "TTr-12/2026"))
                    : Optional.empty();
        }
    };
    final DisposalOffice office = new DisposalOffice(cases, due, clock);

    static DisposalItem item(String id) {
        return new DisposalItem(
                id,
                "SO_DAU_BAI",
                2,
                5000,
                "x.so-dau-bai",
                "08/2025/TT-BGDĐT, mục 58",
                "2022-01-01",
                "f".repeat(64),
                Fate.PROPOSED,
                "",
                List.of());
    }

    String opened() {
        return office.open(KEEPER, Set.of()).take().id();
    }

    String examined() {
        String id = opened();
        office.council(id, HEAD, List.of(CHAIR, MEMBER), "07/QĐ-TH", today).take();
        office.minutes(id, MEMBER, Map.of(), today).take();
        return id;
    }

    String decided() {
        String id = examined();
        office.decide(id, HEAD, "12/QĐ-TH", today).take();
        return id;
    }

    String handedOver() {
        String id = decided();
        office.handOver(id, KEEPER, OPERATOR, today).take();
        return id;
    }
}
