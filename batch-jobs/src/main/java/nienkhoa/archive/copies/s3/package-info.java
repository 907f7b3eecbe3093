/** Copies of the archive in buckets that speak S3. */
@NullMarked
package nienkhoa.archive.copies.s3;

import org.jspecify.annotations.NullMarked;
