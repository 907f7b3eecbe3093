package nienkhoa.forms;

import java.util.List;

/** Which faces a document uses, and whether the common characters are enough. */
final class FaceUse {

    private final List<Face> faces = Faces.all();
    private final boolean[] used = new boolean[faces.size()];
    private final boolean[] rare = new boolean[faces.size()];

    void uses(Face face, char character) {
        used[face.number() - 1] = true;
        rare[face.number() - 1] |= !Face.isCommon(character);
    }

    /** A face that shows some characters of a text, not known which. */
    void uses(int face, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\n') {
                uses(faces.get(face - 1), text.charAt(i));
            }
        }
    }

    void add(FaceUse other) {
        for (int i = 0; i < used.length; i++) {
            used[i] |= other.used[i];
            rare[i] |= other.rare[i];
        }
    }

    /** Writes the faces; the answer is the entry of the pages' resources. */
    String embed(PdfObjects objects) {
        StringBuilder fonts = new StringBuilder("/Font<<");
        for (Face face : faces) {
            int i = face.number() - 1;
            if (used[i]) {
                face.embed(objects, !rare[i]);
                fonts.append("/F").append(face.number()).append(' ');
                fonts.append(EmbeddedFace.reference(face)).append(" 0 R");
            }
        }
        return fonts.append(">>").toString();
    }
}
