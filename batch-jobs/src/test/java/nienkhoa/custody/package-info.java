@org.jspecify.annotations.NullMarked
package nienkhoa.custody;
