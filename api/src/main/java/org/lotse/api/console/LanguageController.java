package org.lotse.api.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Switches the language of the pages and returns to the page it was asked from. */
@Controller
class LanguageController {
    @PostMapping("/language")
    String choose(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        LocaleResolver resolver = RequestContextUtils.getLocaleResolver(request);
        if (resolver != null) {
            resolver.setLocale(request, response, "de".equals(to) ? Locale.GERMAN : Locale.ENGLISH);
        }
        return "redirect:" + (isOwnPath(back) ? back : "/");
    }

    /** Only a path of this service: neither another site nor a header smuggled in. */
    private static boolean isOwnPath(String path) {
        return path.matches("/(?![/\\\\])[\\w\\-./?=&%+~]*");
    }
}
