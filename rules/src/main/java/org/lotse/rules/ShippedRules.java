package org.lotse.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.lotse.rules.read.RuleBundle;

/** The rules of the demo company, which come with the product. */
public final class ShippedRules {
    private static final String FOLDER = "lotse-rules/";
    private static final String KNOWN_FILE = FOLDER + "vocabulary.yaml";

    private ShippedRules() {}

    /** The bundle on the class path, from a folder or from within a jar. */
    public static RuleBundle bundle() {
        URL known = ShippedRules.class.getClassLoader().getResource(KNOWN_FILE);
        if (known == null) {
            throw new IllegalStateException(
                    "The class path has no " + KNOWN_FILE + ". Maybe build the rules module again.");
        }
        try {
            URLConnection connection = known.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return ofJar(jar.getJarFile());
            }
            return RuleBundle.ofFolder(Path.of(URI.create(known.toString())).resolveSibling("."));
        } catch (IOException failed) {
            throw new UncheckedIOException("The rules at " + known + " cannot be read.", failed);
        }
    }

    private static RuleBundle ofJar(JarFile jar) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        List<JarEntry> entries = jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(FOLDER))
                .toList();
        for (JarEntry entry : entries) {
            try (InputStream content = jar.getInputStream(entry)) {
                files.put(entry.getName().substring(FOLDER.length()), content.readAllBytes());
            }
        }
        return RuleBundle.ofFiles(files);
    }
}
