package org.lotse.api;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Says which version runs, from the jar's manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "lotse "
                    + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                            .orElse("(not packaged)")
        };
    }
}
