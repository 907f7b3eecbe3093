package nienkhoa.forms.fill;

/** Is told how far a fill has come, and stops it by an exception. */
public interface Watch {

    Watch NONE = new Watch() {

        @Override
        public void page() {}

        @Override
        public void row() {}
    };

    /** Another page begins. */
    void page();

    /** Another row is printed. */
    void row();
}
