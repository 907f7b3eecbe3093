package nienkhoa.archive;

import java.util.List;

/** Says how long a dossier is to be kept. */
public interface RetentionAdvice {

    /** One answer a medium; never empty: without a rule the answer is to keep. */
    List<Retention> of(DossierKey key, String recordClass);
}
