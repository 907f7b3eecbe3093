package nienkhoa.forms;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;

/** What is made of pages: once for a page of {@link ConstantPages}, anew for any other. Safe for several threads. */
final class KeptPages<T> {

    private final Map<JRPrintPage, T> kept = new ConcurrentHashMap<>();

    T of(JasperPrint print, JRPrintPage page, Supplier<T> make) {
        return ConstantPages.isConstant(print) ? kept.computeIfAbsent(page, any -> make.get()) : make.get();
    }

    boolean has(JRPrintPage page) {
        return kept.containsKey(page);
    }
}
