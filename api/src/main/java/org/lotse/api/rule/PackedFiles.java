package org.lotse.api.rule;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.lotse.api.problem.ProblemException;
import org.lotse.rules.read.RuleBundle;

/** How the files of a bundle are stored: as a ZIP, so that whoever looks into the database can open it. */
final class PackedFiles {
    private static final int LARGEST_FILE = 20_000_000;
    private static final long LARGEST = 60_000_000;
    private static final int MOST_FILES = 1_000;

    private PackedFiles() {}

    static byte[] pack(RuleBundle bundle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * An archive somebody sent: paths that lead elsewhere, and more than a version can hold, are refused.
     *
     * @throws ProblemException 400 naming what is wrong
     */
    static RuleBundle received(byte[] archive) {
        Map<String, byte[]> files = new TreeMap<>();
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    String path = RulePaths.checked(entry.getName());
                    byte[] content = zip.readNBytes(LARGEST_FILE + 1);
                    total += content.length;
                    if (content.length > LARGEST_FILE || total > LARGEST || files.size() == MOST_FILES) {
                        throw ProblemException.invalid("/files", "ARCHIVE_TOO_LARGE", path);
                    }
                    files.put(path, content);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw ProblemException.invalid("", "NO_ARCHIVE");
        }
        if (files.isEmpty()) {
            throw ProblemException.invalid("", "NO_ARCHIVE");
        }
        return RuleBundle.ofFiles(files);
    }

    static RuleBundle unpack(byte[] packed) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A stored rule bundle cannot be read; the database is damaged.", e);
        }
        return RuleBundle.ofFiles(files);
    }
}
