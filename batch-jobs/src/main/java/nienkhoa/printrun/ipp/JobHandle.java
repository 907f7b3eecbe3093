package nienkhoa.printrun.ipp;

/**
 * A job at the printer.
 *
 * @param id its number there; it may be another job's after a power cut
 * @param name the name that it was handed over under
 */
record JobHandle(int id, String name) {

    static JobHandle of(String written) {
        int space = written.indexOf(' ');
        return new JobHandle(Integer.parseInt(written.substring(0, space)), written.substring(space + 1));
    }

    String written() {
        return id + " " + name;
    }
}
