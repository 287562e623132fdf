package org.lotse.api.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.lotse.rules.read.RuleBundle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The rule files that come with the product: {@code rules/} of its sources. */
public final class ShippedRules {
    private static final String FOLDER = "lotse-rules/";

    private ShippedRules() {}

    /** All of them as a bundle. */
    public static RuleBundle bundle() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "**/*.*")) {
                if (file.isReadable()) {
                    files.put(path(file), content(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped rule files cannot be read.", e);
        }
        return RuleBundle.ofFiles(files);
    }

    private static String path(Resource file) throws IOException {
        String address = file.getURL().toString();
        return address.substring(address.lastIndexOf(FOLDER) + FOLDER.length());
    }

    private static byte[] content(Resource file) throws IOException {
        try (InputStream stream = file.getInputStream()) {
            return stream.readAllBytes();
        }
    }
}
