package org.lotse.rules.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of {@code rules/} as one thing: drafted, checked, activated and rolled back as a whole, and named by what is
 * in it.
 *
 * @param files content by path below {@code rules/}, with {@code /} on every system
 */
public record RuleBundle(SortedMap<String, byte[]> files) {
    private static final int MOST_FILES = 1_000;
    private static final long LARGEST_FILE = 20_000_000;

    public RuleBundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The bundle of these files, by their paths below {@code rules/}. */
    public static RuleBundle ofFiles(Map<String, byte[]> files) {
        return new RuleBundle(new TreeMap<>(files));
    }

    /**
     * The bundle in a folder. Source code and build output of a working copy ({@code src}, {@code target},
     * {@code pom.xml}), hidden files and symbolic links are not part of it.
     *
     * @throws IllegalArgumentException naming the folder when it is none or holds too much
     */
    public static RuleBundle ofFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + folder + ". Maybe give the path of rules/.");
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder, 4, new FileVisitOption[0])) {
            walk.filter(path -> Files.isRegularFile(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> belongs(folder.relativize(path)))
                    .forEach(path -> files.put(name(folder.relativize(path)), bytes(path)));
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read.", failed);
        }
        if (files.size() > MOST_FILES) {
            throw new IllegalArgumentException("The folder " + folder + " holds " + files.size()
                    + " files; a bundle has at most " + MOST_FILES + ". Maybe give the path of rules/.");
        }
        return new RuleBundle(files);
    }

    /** SHA-256 over all paths and contents in the order of the paths: the version. */
    public String version() {
        MessageDigest digest = sha256();
        files.forEach((path, content) -> {
            digest.update((path + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The content of a file. */
    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path)).map(byte[]::clone);
    }

    /** This bundle with one file put in or replaced. */
    public RuleBundle with(String path, byte[] content) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put(path, content.clone());
        return new RuleBundle(changed);
    }

    /** This bundle without one file. */
    public RuleBundle without(String path) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.remove(path);
        return new RuleBundle(changed);
    }

    private static boolean belongs(Path relative) {
        String first = relative.getName(0).toString();
        boolean ours = !first.equals("src") && !first.equals("target") && !first.equals("pom.xml");
        for (Path part : relative) {
            ours &= !part.toString().startsWith(".") && !part.toString().startsWith("~$");
        }
        return ours;
    }

    private static String name(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    private static byte[] bytes(Path path) {
        try {
            if (Files.size(path) > LARGEST_FILE) {
                throw new IllegalArgumentException("The file " + path + " has " + Files.size(path)
                        + " bytes; a rule file has at most " + LARGEST_FILE + ".");
            }
            return Files.readAllBytes(path);
        } catch (IOException failed) {
            throw new UncheckedIOException("The file " + path + " cannot be read.", failed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", missing);
        }
    }
}
