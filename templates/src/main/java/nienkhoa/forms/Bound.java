package nienkhoa.forms;

/** A form of a book with its words bound to the data of one document. */
record Bound(Form form, Labels labels, Node document) {

    static Bound of(Form form, Node document) {
        return new Bound(form, new Labels(form.labels(), document), document);
    }
}
