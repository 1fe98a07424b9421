package io.guildhall.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** The folder with everything the product keeps, held by one process at a time and readable by its owner only. */
final class DataFolder implements AutoCloseable {

    private static final Set<PosixFilePermission> OF_THE_OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws CannotStart when it cannot be written or another process holds it */
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw new CannotStart("The folder " + path
                        + " is in use by another Guildhall: stop it, or choose another with --data.");
            }
            keepFromOthers(path);
            return new DataFolder(path, channel);
        } catch (FileAlreadyExistsException file) {
            throw new CannotStart(path + " is a file: choose a folder with --data.", file);
        } catch (IOException failure) {
            throw new CannotStart(
                    "Cannot write in the folder " + path + ": make it writable, or choose another with --data.",
                    failure);
        }
    }

    /** The operating system lets go of the lock with the process, however that ends. */
    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held == null;
        } catch (OverlappingFileLockException sameProcess) {
            return true;
        }
    }

    /** The store holds the tokens of whoever is signed in. Without POSIX permissions, the parent folder's rights count. */
    private static void keepFromOthers(Path path) throws IOException {
        PosixFileAttributeView folder = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (folder == null) {
            return;
        }
        Set<PosixFilePermission> permissions = folder.readAttributes().permissions();
        if (OF_THE_OWNER.containsAll(permissions)) {
            return;
        }
        permissions.retainAll(OF_THE_OWNER);
        try {
            folder.setPermissions(permissions);
        } catch (FileSystemException notTheOwner) {
            // Then it is for the owner to say who may read it.
        }
    }

    Path path() {
        return path;
    }

    Path store() {
        return path.resolve("store");
    }

    Path log() {
        return path.resolve("log");
    }

    Path identity() {
        return path.resolve("identity");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException alreadyGone) {
            // The lock ends with the process in any case.
        }
    }
}
