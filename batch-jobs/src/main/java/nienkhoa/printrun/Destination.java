package nienkhoa.printrun;

/**
 * Where a run is printed.
 *
 * @param name as the configuration names it
 * @param speaks whether it tells what becomes of jobs; a folder does not, and never forgets one either
 * @param tray to take paper from, as the printer names it; empty for its own choice
 */
public record Destination(String name, Printer printer, boolean speaks, String tray) {}
