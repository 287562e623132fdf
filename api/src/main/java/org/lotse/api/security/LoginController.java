package org.lotse.api.security;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page: a token, or with the demo company one button per role. */
@Controller
class LoginController {
    private final SecuritySettings settings;

    LoginController(SecuritySettings settings) {
        this.settings = settings;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("out", out != null);
        model.addAttribute("roles", settings.demo() ? roles() : List.of());
        return "login";
    }

    private static List<String> roles() {
        return Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
