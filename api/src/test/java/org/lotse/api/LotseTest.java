package org.lotse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.lotse.api.cli.ExitCode;

class LotseTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpIsAResultAndListsTheCommands() {
        int exit = run("--help");

        assertThat(exit).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("serve").contains("token");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(run("serve", "--help")).isEqualTo(ExitCode.OK);
        assertThat(run("token", "--help")).isEqualTo(ExitCode.OK);
        assertThat(run("token", "create", "--help")).isEqualTo(ExitCode.OK);
    }

    @Test
    void unknownCommandIsWrongUseAndNamesTheNearest() {
        int exit = run("serv");

        assertThat(exit).isEqualTo(ExitCode.WRONG_USE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("serve");
    }

    @Test
    void unknownScopeIsWrongUseAndNamesTheKnownOnes() {
        int exit = run("token", "create", "--name", "shop", "--scopes", "decid");

        assertThat(exit).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).contains("decid").contains("feedback");
    }

    private int run(String... args) {
        return Lotse.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
