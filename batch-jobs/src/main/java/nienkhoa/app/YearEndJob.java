package nienkhoa.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A whole school year's papers, from the export to the archive.
 *
 * <p>Flow: intake → plan → (render, a partition a class section or cohort ‖ gate) → archive, a partition a dossier.
 *
 * <p>Restart: every piece of work is kept by what it is made of, so a new execution passes over what an earlier one
 * finished, wherever that was cut off. The steps commit their own small transactions.
 */
final class YearEndJob {

    static final String NAME = "year-end";

    /** Where a partition's execution context holds what the partition is about. */
    private static final String KEY = "key";

    private final JobRepository repository;
    private final TaskExecutor renderers;
    private final TaskExecutor archivists;
    private final PlatformTransactionManager none = new ResourcelessTransactionManager();

    YearEndJob(JobRepository repository, TaskExecutor renderers, TaskExecutor archivists) {
        this.repository = repository;
        this.renderers = renderers;
        this.archivists = archivists;
    }

    Job job(YearEndWork work) {
        Step render = partitioned("render", work::units, work::render, renderers, work::renderingEnded);
        Step gate = step("gate", work::judge);
        Flow make = new FlowBuilder<Flow>("make")
                .split(new SimpleAsyncTaskExecutor("year-end-"))
                .add(flow(render), flow(gate))
                .build();
        Flow yearEnd = new FlowBuilder<Flow>(NAME)
                .start(step("intake", work::takeIn))
                .next(step("plan", work::plan))
                .next(make)
                .next(partitioned("archive", work::dossiers, work::archive, archivists, () -> {}))
                .build();
        return new JobBuilder(NAME, repository).start(yearEnd).end().build();
    }

    private static Flow flow(Step step) {
        return new FlowBuilder<Flow>(step.getName()).start(step).build();
    }

    private Step step(String name, Runnable work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        none)
                .build();
    }

    private Step partitioned(
            String name, Supplier<List<String>> keys, Consumer<String> work, TaskExecutor executor, Runnable ended) {
        Step one = new StepBuilder(name + "-one", repository)
                .tasklet(
                        (contribution, context) -> {
                            work.accept((String) context.getStepContext()
                                    .getStepExecutionContext()
                                    .get(KEY));
                            return RepeatStatus.FINISHED;
                        },
                        none)
                .build();
        return new StepBuilder(name, repository)
                .partitioner(one.getName(), gridSize -> partitions(keys.get()))
                .step(one)
                .taskExecutor(executor)
                .listener(new Ended(ended))
                .build();
    }

    private static Map<String, ExecutionContext> partitions(List<String> keys) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (String key : keys) {
            ExecutionContext context = new ExecutionContext();
            context.putString(KEY, key);
            partitions.put("%05d".formatted(partitions.size()), context);
        }
        return partitions;
    }

    /** Tells when a step is over, however it ended. */
    private record Ended(Runnable tell) implements StepExecutionListener {

        @Override
        public ExitStatus afterStep(StepExecution execution) {
            tell.run();
            return execution.getExitStatus();
        }
    }
}
