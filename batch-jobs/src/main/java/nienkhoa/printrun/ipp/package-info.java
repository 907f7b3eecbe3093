/** Printers and queues that speak IPP: machines of the network and CUPS (RFC 8010, RFC 8011, PWG 5100.14). */
@NullMarked
package nienkhoa.printrun.ipp;

import org.jspecify.annotations.NullMarked;
