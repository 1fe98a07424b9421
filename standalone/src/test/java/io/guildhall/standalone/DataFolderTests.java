package io.guildhall.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    private final Path data;

    DataFolderTests(@TempDir Path folder) {
        this.data = folder.resolve("data");
    }

    @BeforeEach
    void needsPermissions() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void makesAFolderThatOnlyItsOwnerReads() throws IOException {
        try (DataFolder folder = DataFolder.open(data)) {
            assertThat(permissions(folder.path())).isEqualTo("rwx------");
        }
    }

    @Test
    void keepsOthersFromAFolderThatWasOpen() throws IOException {
        Files.createDirectory(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (DataFolder folder = DataFolder.open(data)) {
            assertThat(permissions(folder.path())).isEqualTo("rwx------");
        }
    }

    @Test
    void saysWhatToDoAboutAFolderThatCannotBeWritten() throws IOException {
        Files.createDirectory(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(data), "root writes everywhere");

        assertThatThrownBy(() -> DataFolder.open(data))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "Cannot write in the folder " + data + ": make it writable, or choose another with --data.");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
