package org.lotse.api.console;

import org.lotse.api.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in: what somebody can do here, one card per page. */
@Controller
class HomeController {
    @GetMapping({"/", "/console"})
    String home(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("pages", ConsolePage.of(caller));
        return "console/home";
    }
}
