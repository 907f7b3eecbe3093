package nienkhoa.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The most memory in use between {@link #begin} and {@link #end}, in bytes; with the serial collector. */
final class HeapWatch {

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final List<String> names =
            pools.stream().map(MemoryPoolMXBean::getName).toList();
    private long peak;
    private long afterCollections;
    private long afterFullCollections;
    private boolean watching;

    HeapWatch() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((notification, none) -> collected(notification), null, null);
            }
        }
    }

    private synchronized void collected(Notification notification) {
        if (!watching
                || !notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        GarbageCollectionNotificationInfo info =
                GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        if (info.getGcCause().equals("System.gc()")) {
            return;
        }
        long used = 0;
        for (Map.Entry<String, MemoryUsage> pool :
                info.getGcInfo().getMemoryUsageAfterGc().entrySet()) {
            used += names.contains(pool.getKey()) ? pool.getValue().getUsed() : 0;
        }
        afterCollections = Math.max(afterCollections, used);
        if (info.getGcAction().contains("major")) {
            afterFullCollections = Math.max(afterFullCollections, used);
        }
    }

    void begin() {
        System.gc();
        synchronized (this) {
            pools.forEach(MemoryPoolMXBean::resetPeakUsage);
            watching = true;
        }
    }

    synchronized void end() {
        watching = false;
        peak = Math.max(
                peak,
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
    }

    /** Garbage included. */
    synchronized long peak() {
        return peak;
    }

    /** With what the young collections left over because it had been moved to the old part before. */
    synchronized long afterCollections() {
        return afterCollections;
    }

    /** What really was held; 0 if no full collection was needed. */
    synchronized long afterFullCollections() {
        return afterFullCollections;
    }
}
