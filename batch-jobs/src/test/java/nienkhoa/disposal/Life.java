package nienkhoa.disposal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.data.CanonicalJson;
import nienkhoa.disposal.DisposalItem.Fate;
import nienkhoa.disposal.DisposalOffice.Step;
import nienkhoa.model.SchoolYear;

/**
 * Three classes from their first documents to a disposal: A is corrected twice, B is corrected and destroyed, C is proposed
 * and kept. A life is made of steps; each is a command that may be given again after a kill.
 *
 * @param number tells its dossiers from those of other lives
 */
record Life(int number) {

    /** The last versions of A, B before its destruction, and C. */
    static final int LAST_OF_A = 3;

    static final int LAST_OF_B = 2;
    static final int LAST_OF_C = 1;

    private static final LocalDate TODAY = LocalDate.ofInstant(LifeHome.CLOCK.instant(), LifeHome.CLOCK.getZone());

    /** The steps in their order. */
    enum Deed {
        FIRST_DOCUMENTS {
            @Override
            void in(Life life, LifeHome home) {
                life.archive("A", 1, home);
                life.archive("B", 1, home);
                life.archive("C", 1, home);
            }
        },
        CORRECTION {
            @Override
            void in(Life life, LifeHome home) {
                life.archive("A", 2, home);
                life.archive("B", LAST_OF_B, home);
            }
        },
        COPY {
            @Override
            void in(Life life, LifeHome home) {
                home.copy();
            }
        },
        OPEN {
            @Override
            void in(Life life, LifeHome home) {
                if (life.disposal(home).isEmpty()) {
                    life.office(home)
                            .open(DisposalFixture.KEEPER, Set.of(life.id("B"), life.id("C")))
                            .take();
                }
            }
        },
        COUNCIL {
            @Override
            void in(Life life, LifeHome home) {
                List<nienkhoa.model.Person> members = List.of(DisposalFixture.CHAIR, DisposalFixture.MEMBER);
                life.from(
                        Stage.LISTED,
                        home,
                        (office, id) -> office.council(id, DisposalFixture.HEAD, members, "07/QĐ-TH", TODAY));
            }
        },
        MINUTES {
            @Override
            void in(Life life, LifeHome home) {
                Map<String, String> kept = Map.of(life.id("C"), "history");
                life.from(Stage.COUNCIL, home, (office, id) -> office.minutes(id, DisposalFixture.MEMBER, kept, TODAY));
            }
        },
        DECIDE {
            @Override
            void in(Life life, LifeHome home) {
                String decision = life.number + "/QĐ-TH";
                life.from(
                        Stage.EXAMINED, home, (office, id) -> office.decide(id, DisposalFixture.HEAD, decision, TODAY));
            }
        },
        HAND_OVER {
            @Override
            void in(Life life, LifeHome home) {
                life.from(
                        Stage.DECIDED,
                        home,
                        (office, id) -> office.handOver(id, DisposalFixture.KEEPER, DisposalFixture.OPERATOR, TODAY));
            }
        },
        DESTROY {
            @Override
            void in(Life life, LifeHome home) {
                DisposalCase disposal = life.disposal(home).orElseThrow();
                if (disposal.stage() != Stage.DESTROYED) {
                    home.destruction(life.due(home)).run(disposal.id(), DisposalFixture.OPERATOR);
                }
            }
        },
        LAST_CORRECTION {
            @Override
            void in(Life life, LifeHome home) {
                life.archive("A", LAST_OF_A, home);
                life.bringBack(home);
            }
        },
        LAST_COPY {
            @Override
            void in(Life life, LifeHome home) {
                home.copy();
            }
        };

        abstract void in(Life life, LifeHome home);
    }

    String id(String name) {
        return key(name).id();
    }

    private DossierKey key(String name) {
        return new DossierKey.ClassForm("31313401", new SchoolYear(2010), "L" + number + name, "class-summary");
    }

    /** What the PDFs of B say and no file may say after its destruction. */
    String secret() {
        return "secret of life " + number + ";";
    }

    Dossier dossier(String name, int version, Path folder) {
        ArchiveFixture files = new ArchiveFixture(folder);
        List<ArchiveDocument> documents = IntStream.rangeClosed(1, version + 1)
                .mapToObj(document -> document(name, version, document, files))
                .toList();
        return new Dossier(
                key(name), new Dossier.Origin("", "BANG_TONG_HOP", "", "run-" + version), documents, List.of());
    }

    /** The first document is another in each version, one more comes with each, the others stay. */
    private ArchiveDocument document(String name, int version, int document, ArchiveFixture files) {
        String id = "L" + number + name + "-" + document;
        String text = (name.equals("B") ? secret() : "") + id + (document == 1 ? " version " + version : "");
        String data = CanonicalJson.write(Map.of("document", Map.of("id", id), "text", text));
        String pdf = "PDF " + text + "\n" + data;
        return files.document(id, pdf.getBytes(StandardCharsets.UTF_8), data.getBytes(StandardCharsets.UTF_8));
    }

    void archive(String name, int version, LifeHome home) {
        ArchiveOutcome outcome = home.archivist.archive(dossier(name, version, home.out));
        if (outcome instanceof ArchiveOutcome.Refused) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    /** Hands in again what was destroyed. */
    void bringBack(LifeHome home) {
        ArchiveOutcome outcome = home.archivist.archive(dossier("B", 1, home.folder.resolve("handed-in-again")));
        if (outcome.findings().stream().noneMatch(finding -> finding.code().equals("A403_DOSSIER_DESTROYED"))) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    Optional<DisposalCase> disposal(LifeHome home) {
        return home.cases.all().stream()
                .filter(disposal -> disposal.items().stream()
                        .anyMatch(item -> item.dossierId().equals(id("B"))))
                .findFirst();
    }

    private interface OfficeStep {
        Step of(DisposalOffice office, String id);
    }

    /** A person who looks before giving the command again sees that the step is done. */
    private void from(Stage stage, LifeHome home, OfficeStep step) {
        DisposalCase disposal = disposal(home).orElseThrow();
        if (disposal.stage() == stage) {
            step.of(office(home), disposal.id()).take();
        }
    }

    private DisposalOffice office(LifeHome home) {
        return new DisposalOffice(home.cases, due(home), LifeHome.CLOCK);
    }

    private DueRecords due(LifeHome home) {
        return new DueRecords() {
            @Override
            public List<DisposalItem> dueOn(LocalDate day) {
                return Stream.of("B", "C").map(name -> item(id(name), home)).toList();
            }

            @Override
            public Optional<Objection> objection(DisposalItem listed, LocalDate day) {
                return listed.manifestSha256()
                                .equals(item(listed.dossierId(), home).manifestSha256())
                        ? Optional.empty()
                        : Optional.of(new Objection("D525_CHANGED_SINCE", ""));
            }
        };
    }

    private static DisposalItem item(String id, LifeHome home) {
        ArchiveRows.Row row = home.rows.find(id).orElseThrow();
        DisposalItem like = DisposalFixture.item(id);
        return new DisposalItem(
                id,
                like.recordClass(),
                row.documents(),
                row.bytes(),
                like.rule(),
                like.basis(),
                like.since(),
                row.manifestSha256(),
                Fate.PROPOSED,
                "",
                List.of());
    }
}
