package nienkhoa.archive.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.archive.copies.CopyTarget.Kind;
import nienkhoa.language.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiesFileTest {

    @TempDir
    Path home;

    private final List<BucketPlace> buckets = new ArrayList<>();

    @BeforeEach
    void makeConfig() throws IOException {
        Files.createDirectories(home.resolve("config"));
    }

    @Test
    void namesFoldersAndBucketsInTheirOrder() throws IOException {
        CopyTargets targets = read("""
                targets:
                  - {id: o-cung-2, kind: folder, paths: [/mnt/sao-luu]}
                  - {id: dia-roi, kind: removable, paths: ["E:/x", "F:/x"]}
                  - {id: kho, kind: s3, endpoint: "https://s3.example.vn", bucket: sao-luu, prefix: /truong/a/,
                     credentials: /etc/nienkhoa/keys, mb-per-second: 2.5}
                  - {id: aws, kind: s3, region: ap-southeast-1, bucket: sao-luu}
                """);

        assertThat(targets.all())
                .extracting(CopyTarget::id, CopyTarget::kind)
                .containsExactly(
                        tuple("o-cung-2", Kind.FOLDER),
                        tuple("dia-roi", Kind.REMOVABLE),
                        tuple("bucket", Kind.S3),
                        tuple("bucket", Kind.S3));
        assertThat(buckets)
                .containsExactly(
                        new BucketPlace(
                                Optional.of(URI.create("https://s3.example.vn")),
                                "us-east-1",
                                "sao-luu",
                                "truong/a/",
                                true,
                                Optional.of(Path.of("/etc/nienkhoa/keys")),
                                2.5),
                        new BucketPlace(
                                Optional.empty(), "ap-southeast-1", "sao-luu", "", false, Optional.empty(), 10));
        assertThat(buckets.get(0).shown()).isEqualTo("https://s3.example.vn/sao-luu/truong/a/");
    }

    @Test
    void withoutTheFileThereAreNoCopies() {
        assertThat(CopiesFile.read(home.resolve("config"), "archive-1", this::bucket)
                        .all())
                .isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            []                                                             | A601_COPIES_EMPTY        | no copy
            [{id: a, kind: folder, path: /x}]                              | A602_COPIES_UNKNOWN_WORD | a word that nobody knows
            [{id: a, kind: folder                                          | A603_COPIES_UNREADABLE   | not YAML
            [{kind: folder, paths: [/x]}]                                  | A604_COPY_BAD_ID         | no id
            [{id: store, kind: folder, paths: [/x]}]                       | A604_COPY_BAD_ID         | the store's own id
            [{id: Đĩa, kind: folder, paths: [/x]}]                         | A604_COPY_BAD_ID         | letters that are not for ids
            [{id: a, kind: folder, paths: [/x]}, {id: a, kind: folder, paths: [/y]}] | A604_COPY_BAD_ID | an id twice
            [{id: a, kind: tape, paths: [/x]}]                             | A605_COPY_BAD_KIND       | another kind
            [{id: a, kind: folder}]                                        | A606_COPY_LACKS paths    | no path
            [{id: a, kind: folder, paths: [/x, /y]}]                       | A606_COPY_LACKS paths    | a folder in two places
            [{id: a, kind: folder, paths: [/x], bucket: sao-luu}]          | A606_COPY_LACKS paths    | a folder with a bucket
            [{id: a, kind: s3, endpoint: "http://x", bucket: sao-luu, paths: [/x]}] | A606_COPY_LACKS paths | a bucket with a path
            [{id: a, kind: s3, endpoint: "ftp://x", bucket: sao-luu}]      | A606_COPY_LACKS endpoint | no web server
            [{id: a, kind: s3, endpoint: "http://k:s@x", bucket: sao-luu}] | A606_COPY_LACKS endpoint | keys in the address
            [{id: a, kind: s3, bucket: sao-luu}]                           | A606_COPY_LACKS region   | AWS without its region
            [{id: a, kind: s3, region: x, bucket: Sao}]                    | A606_COPY_LACKS bucket   | capitals in a bucket's name
            [{id: a, kind: s3, region: x, bucket: sao, prefix: "a b"}]     | A606_COPY_LACKS prefix   | a space in the prefix
            [{id: a, kind: s3, region: x, bucket: sao, credentials: keys}] | A606_COPY_LACKS credentials | a file that is nowhere
            [{id: a, kind: s3, region: x, bucket: sao, credentials: HOME/config/keys}] | A606_COPY_LACKS credentials | keys in the home
            [{id: a, kind: s3, region: x, bucket: sao, mb-per-second: 0}]  | A606_COPY_LACKS mb-per-second | no bandwidth
            """)
    void whatIsWrongIsNamedWithTheFile(String targets, String expected, String why) {
        String yaml = "targets: " + targets.replace("HOME", home.toString().replace('\\', '/')) + "\n";

        assertThatThrownBy(() -> read(yaml)).isInstanceOfSatisfying(BadCopies.class, bad -> {
            List<String> args = bad.finding().args();
            String word = bad.finding().code().equals("A606_COPY_LACKS") ? " " + args.get(2) : "";
            assertThat(bad.finding().code() + word).as(why).isEqualTo(expected);
            assertThat(args.get(0)).endsWith("copies.yaml");
            assertThat(Messages.vietnamese().of("copies", bad.finding())).contains(args.get(0));
        });
    }

    private CopyTargets read(String yaml) throws IOException {
        Files.writeString(home.resolve("config").resolve(CopiesFile.FILE), yaml);
        return CopiesFile.read(home.resolve("config"), "archive-1", this::bucket);
    }

    private CopyTarget bucket(String id, BucketPlace place, CopyMarker marker) {
        buckets.add(place);
        return new FolderTarget("bucket", Kind.S3, List.of(place.bucket()), marker);
    }
}
