package io.guildhall.cop.folders;

import io.guildhall.cop.files.AddFile;
import io.guildhall.platform.aggregate.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A folder that somebody gave as a zip file. It lies on the disk for the time of the request, and nothing of it is unpacked
 * there; each entry is read as far as it may go, whatever it says of its own size.
 */
final class GivenFolder implements AutoCloseable {

    private static final int MEGABYTE = 1 << 20;
    private static final long MOST = 50L * MEGABYTE;
    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_PAGES = 2_000;
    private static final int LONGEST_PAGE = MEGABYTE;
    /** What Java holds of a zip file as a whole: its directory, with whatever is remarked of each entry. */
    private static final int LONGEST_DIRECTORY = 2 * MEGABYTE;

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_REMARK = 0xFFFF;
    /** Of all that is unpacked. */
    private static final long MOST_UNPACKED = 250L * MEGABYTE;
    /** As much of a refused file is still read, so that its sender gets to read the answer. */
    private static final long PATIENCE = 60L * MEGABYTE;

    private final Path file;
    private final ZipFile zip;
    private final boolean single;
    private final Map<String, ZipEntry> entries = new TreeMap<>();
    private long unpacked;

    private GivenFolder(Path file, ZipFile zip, boolean single) {
        this.file = file;
        this.zip = zip;
        this.single = single;
    }

    /** How what was given comes to lie on the disk as a zip file. */
    private interface Saving {
        void to(Path file) throws IOException;
    }

    /**
     * @throws Refusal 413 when it is too long, 422 when it is no zip file, holds too much, or a path that leads out of it
     * @throws IOException when it did not arrive, or the disk is full
     */
    static GivenFolder open(InputStream body) throws IOException {
        return open(file -> save(body, file), false);
    }

    /**
     * A Markdown file by itself is a folder that holds nothing else, so that the same is asked of it.
     *
     * @throws Refusal 422 for a name that is a path that leads elsewhere
     * @throws IOException when it did not arrive, or the disk is full
     */
    static GivenFolder ofPage(String name, InputStream body) throws IOException {
        return open(file -> savePage(name, body, file), true);
    }

    private static GivenFolder open(Saving body, boolean single) throws IOException {
        Path file = Files.createTempFile("playbook", ".zip");
        try {
            body.to(file);
            refuseLargeDirectory(file);
            GivenFolder folder = new GivenFolder(file, zip(file), single);
            try {
                folder.list();
                return folder;
            } catch (Refusal refusal) {
                folder.zip.close();
                throw refusal;
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void save(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            if (copy(body, out, MOST) > MOST) {
                throw new Refusal(
                        "file-too-long",
                        413,
                        "The file is too long",
                        "A folder has at most " + MOST / MEGABYTE + " MB as a zip file; leave the largest files out, or"
                                + " bring it in parts.");
            }
        }
    }

    /** One byte more than a page may have tells that it is too long, as it does within a folder. */
    private static void savePage(String name, InputStream body, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            copy(body, zip, LONGEST_PAGE + 1);
            zip.closeEntry();
        }
    }

    /** @return how much came, of which no more than the most is written */
    private static long copy(InputStream body, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[16_384];
        long length = 0;
        for (int read = body.read(buffer); read >= 0 && length < PATIENCE; read = body.read(buffer)) {
            out.write(buffer, 0, (int) Math.max(0, Math.min(read, most - length)));
            length += read;
        }
        return length;
    }

    /** All that could be its end is looked at, so that it does not matter which of them a reader takes. */
    private static void refuseLargeDirectory(Path file) throws IOException {
        ByteBuffer end;
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            end = ByteBuffer.allocate((int) Math.min(in.size(), END_SIZE + LONGEST_REMARK))
                    .order(ByteOrder.LITTLE_ENDIAN);
            in.position(in.size() - end.capacity());
            while (end.hasRemaining() && in.read(end) >= 0) {
                // Goes on to the end.
            }
        }
        for (int at = 0; at + END_SIZE <= end.capacity(); at++) {
            if (end.getInt(at) == END) {
                int entries = Short.toUnsignedInt(end.getShort(at + 10));
                long length = Integer.toUnsignedLong(end.getInt(at + 12));
                long from = Integer.toUnsignedLong(end.getInt(at + 16));
                // Numbers as large as they go mean that the true ones stand elsewhere.
                if (entries > MOST_ENTRIES || length > LONGEST_DIRECTORY || from > MOST) {
                    throw tooMuch();
                }
            }
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw Refusal.invalid("no-zip", "This is no zip file that can be read; export the folder once more.");
        }
    }

    private void list() {
        if (zip.size() > MOST_ENTRIES) {
            throw tooMuch();
        }
        List<String> names = new ArrayList<>();
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            refuseTricks(entry.getName());
            names.add(entry.getName());
            if (entries.put(entry.getName(), entry) != null) {
                throw Refusal.invalid("folder-ambiguous", "'" + entry.getName() + "' is in it twice; export it again.");
            }
        });
        String root = root(names);
        if (!root.isEmpty()) {
            Map<String, ZipEntry> below = new TreeMap<>();
            entries.forEach((name, entry) -> below.put(name.substring(root.length()), entry));
            entries.clear();
            entries.putAll(below);
        }
        if (pages().size() > MOST_PAGES) {
            throw tooMuch();
        }
    }

    private static void refuseTricks(String name) {
        boolean leadsOut = name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.chars().anyMatch(Character::isISOControl)
                || List.of(name.split("/", -1)).contains("..");
        if (leadsOut) {
            throw Refusal.invalid(
                    "folder-leads-out", "It holds a path that leads out of the folder; export the folder once more.");
        }
    }

    /** Programs that pack a folder often put all of it below its name. */
    private static String root(List<String> names) {
        if (names.isEmpty() || names.get(0).indexOf('/') < 0) {
            return "";
        }
        String first = names.get(0).substring(0, names.get(0).indexOf('/') + 1);
        boolean isRoot = !first.equals(FolderNames.FILES)
                && names.stream().allMatch(name -> name.startsWith(first))
                && names.stream().anyMatch(name -> isPage(name.substring(first.length())));
        return isRoot ? first : "";
    }

    /** The paths of all pages, in their order. */
    List<String> pages() {
        if (single) {
            return List.copyOf(entries.keySet());
        }
        return entries.keySet().stream().filter(GivenFolder::isPage).toList();
    }

    private static boolean isPage(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return FolderNames.isPage(path)
                && !name.equals("README.md")
                && !path.startsWith(FolderNames.FILES)
                && !path.startsWith(".")
                && !path.contains("/.");
    }

    boolean has(String path) {
        return entries.containsKey(path);
    }

    /** @throws Refusal 422 when it is too long or no text */
    String page(String path) {
        byte[] content = read(path, LONGEST_PAGE);
        if (content.length > LONGEST_PAGE) {
            throw Refusal.invalid("text-too-long", "The file has more than 1 MB; make several pages of it.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("unusable-text", "The file is no text in UTF-8; save it as such.");
        }
    }

    /** A file that pages name; one byte more than it may have where it is too long. */
    byte[] file(String path) {
        return read(path, AddFile.MOST);
    }

    private byte[] read(String path, int most) {
        ZipEntry entry = entries.get(path);
        if (entry == null) {
            throw new IllegalArgumentException("No " + path);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(most + 1);
            unpacked += content.length;
            if (unpacked > MOST_UNPACKED) {
                throw tooMuch();
            }
            return content;
        } catch (IOException e) {
            throw Refusal.invalid("no-zip", "'" + path + "' is damaged; export the folder once more.");
        }
    }

    private static Refusal tooMuch() {
        return new FolderTooLarge();
    }

    /** Ends the whole import, not only the page at which it shows. */
    static final class FolderTooLarge extends Refusal {

        FolderTooLarge() {
            super(
                    "folder-too-large",
                    422,
                    "The folder holds too much",
                    "A folder holds at most " + MOST_PAGES + " pages, " + MOST_ENTRIES + " files and "
                            + MOST_UNPACKED / MEGABYTE + " MB unpacked; bring it in parts.");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(file);
    }
}
