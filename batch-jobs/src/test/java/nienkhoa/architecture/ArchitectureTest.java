package nienkhoa.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** Which room may know which; ARCHITECTURE.md says why. */
@AnalyzeClasses(packages = "nienkhoa", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule STAGES_MEET_ONLY_IN_THE_MODEL = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("intake")
            .definedBy("nienkhoa.intake..")
            .layer("rendering")
            .definedBy("nienkhoa.rendering..")
            .layer("archive")
            .definedBy("nienkhoa.archive..")
            .layer("disposal")
            .definedBy("nienkhoa.disposal..")
            .layer("custody")
            .definedBy("nienkhoa.custody..")
            .layer("schedule")
            .definedBy("nienkhoa.schedule..")
            .layer("printrun")
            .definedBy("nienkhoa.printrun..")
            .layer("sample")
            .definedBy("nienkhoa.sample..")
            .layer("app")
            .definedBy("nienkhoa.app..")
            .layer("bench")
            .definedBy("nienkhoa.bench..")
            .whereLayer("intake")
            .mayOnlyBeAccessedByLayers("app", "bench")
            .whereLayer("rendering")
            .mayOnlyBeAccessedByLayers("app", "bench")
            .whereLayer("archive")
            .mayOnlyBeAccessedByLayers("app", "bench", "disposal", "custody")
            .whereLayer("disposal")
            .mayOnlyBeAccessedByLayers("app", "bench")
            .whereLayer("custody")
            .mayOnlyBeAccessedByLayers("app", "bench")
            .whereLayer("schedule")
            .mayOnlyBeAccessedByLayers("app", "bench")
            .whereLayer("printrun")
            .mayOnlyBeAccessedByLayers("app", "bench")
            .whereLayer("sample")
            .mayOnlyBeAccessedByLayers("app", "bench")
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("bench")
            .whereLayer("bench")
            .mayNotBeAccessedByAnyLayer()
            .withOptionalLayers(true);

    @ArchTest
    static final ArchRule ONLY_DISPOSAL_REMOVES_RECORDS = noClasses()
            .that()
            .resideOutsideOfPackages("nienkhoa.disposal..", "nienkhoa.archive.ocfl..")
            .and()
            .doNotHaveFullyQualifiedName("nienkhoa.app.DisposalWiring")
            .and()
            .doNotHaveFullyQualifiedName("nienkhoa.archive.RecordRemoval")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("nienkhoa\\.archive\\.(RecordRemoval|ocfl\\.OcflRemoval)");

    @ArchTest
    static final ArchRule ONLY_DISPOSAL_CLEARS_PLACES = noClasses()
            .that()
            .resideOutsideOfPackages("nienkhoa.disposal..")
            .should()
            .callMethodWhere(describe(
                    "clearing a place of a dossier",
                    (JavaCall<?> call) -> call.getTarget().getName().equals("clear")
                            && call.getTargetOwner().isAssignableTo("nienkhoa.disposal.DisposalPlace")));

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("nienkhoa.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("nienkhoa.model..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule WHAT_ALL_STAGES_SHARE_KNOWS_NO_STAGE = classes()
            .that()
            .resideInAnyPackage("nienkhoa.data..", "nienkhoa.language..", "nienkhoa.audit")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "nienkhoa.audit",
                    "nienkhoa.data..",
                    "nienkhoa.language..",
                    "nienkhoa.model..",
                    "java..",
                    "org.jspecify..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule FORMS_AND_RULES_NEED_NO_SPRING_AND_NO_DATABASE = noClasses()
            .that()
            .resideInAnyPackage("nienkhoa.forms..", "nienkhoa.retention..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule THE_FILLER_KNOWS_THE_REPORT_ENGINE_AND_NO_FORM = classes()
            .that()
            .resideInAPackage("nienkhoa.forms.fill..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("nienkhoa.forms.fill..", "net.sf.jasperreports..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule STRUCTURE_IS_FOUND_BY_GEOMETRY_ALONE = classes()
            .that()
            .resideInAPackage("nienkhoa.forms.structure..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("nienkhoa.forms.structure..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule ADAPTERS_ARE_NAMED_ONLY_IN_THE_WIRING = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "nienkhoa.app..",
                    "nienkhoa.bench..",
                    "nienkhoa.*.formats..",
                    "nienkhoa.*.xlsx..",
                    "nienkhoa.*.postgres..",
                    "nienkhoa.*.ocfl..",
                    "nienkhoa.*.quartz..",
                    "nienkhoa.*.folder..",
                    "nienkhoa.*.ipp..",
                    "nienkhoa.*.scan..",
                    "nienkhoa.*.*.s3..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "nienkhoa.*.formats..",
                    "nienkhoa.*.xlsx..",
                    "nienkhoa.*.postgres..",
                    "nienkhoa.*.ocfl..",
                    "nienkhoa.*.quartz..",
                    "nienkhoa.*.folder..",
                    "nienkhoa.*.ipp..",
                    "nienkhoa.*.scan..",
                    "nienkhoa.*.*.s3..");

    @ArchTest
    static final ArchRule NO_ROOMS_DEPEND_ON_EACH_OTHER_IN_A_CIRCLE =
            slices().matching("nienkhoa.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK_THAT_IS_HANDED_IN = noClasses()
            .should()
            .callMethodWhere(describe("now() without a Clock", ArchitectureTest::asksTheTimeItself));

    private static boolean asksTheTimeItself(JavaCall<?> call) {
        return call.getTarget().getName().equals("now")
                && call.getTargetOwner().getPackageName().equals("java.time")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    }
}
