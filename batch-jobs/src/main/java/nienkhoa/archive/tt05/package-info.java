/** Archive packages as Thông tư 05/2025/TT-BNV asks for them, on E-ARK CSIP: METS, EAD, PREMIS. */
@NullMarked
package nienkhoa.archive.tt05;

import org.jspecify.annotations.NullMarked;
