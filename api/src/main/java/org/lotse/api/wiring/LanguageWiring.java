package org.lotse.api.wiring;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The words of the product: each capability brings {@code messages/<name>.properties} (English) and
 * {@code messages/<name>_de.properties}; all of them are found here.
 */
@Configuration(proxyBeanMethods = false)
class LanguageWiring {
    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(basenames());
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    /** What somebody chose in the pages, kept in a cookie; else what the request prefers. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("lotse-language");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setRejectInvalidCookies(false);
        AcceptHeaderLocaleResolver preferred = new AcceptHeaderLocaleResolver();
        preferred.setSupportedLocales(List.of(Locale.ENGLISH, Locale.GERMAN));
        preferred.setDefaultLocale(Locale.ENGLISH);
        resolver.setDefaultLocaleFunction(preferred::resolveLocale);
        return resolver;
    }

    private static String[] basenames() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        return Arrays.stream(files)
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .filter(name -> !name.endsWith("_de.properties"))
                .map(name -> "messages/" + name.substring(0, name.length() - ".properties".length()))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
