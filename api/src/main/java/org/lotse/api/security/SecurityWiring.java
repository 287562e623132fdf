package org.lotse.api.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** Two chains: bearer tokens and no session under {@code /v1}, login and session for pages. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityWiring {
    /** Pages bring no script of their own into the HTML; htmx and the map come from our own files. */
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: https:;"
            + " style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    @Bean
    AuthenticationManager tokenAuthentication(JdbcClient database, Clock clock, SecuritySettings settings) {
        List<Tokens> tokens = new ArrayList<>();
        if (settings.demo()) {
            tokens.add(new DemoTokens());
        }
        tokens.add(new JdbcTokens(database, clock));
        ProviderManager manager = new ProviderManager(new TokenAuthentication(tokens));
        manager.setEraseCredentialsAfterAuthentication(true);
        return manager;
    }

    /** Requests are observed as a whole; observing each security filter beside them costs more than the filters do. */
    @Bean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            AuthenticationManager tokenAuthentication,
            ObjectProvider<JwtDecoder> issuer,
            SecurityProblems problems)
            throws Exception {
        BearerTokenResolver bearer = new DefaultBearerTokenResolver();
        JwtDecoder decoder = issuer.getIfAvailable();
        return http.securityMatcher("/v1/**")
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    for (Access rule : Access.RULES) {
                        if (rule.method() == null) {
                            requests.requestMatchers(rule.paths()).hasAnyAuthority(rule.authorities());
                        } else {
                            requests.requestMatchers(rule.method(), rule.paths())
                                    .hasAnyAuthority(rule.authorities());
                        }
                    }
                    requests.anyRequest().authenticated();
                })
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(request ->
                                decoder != null && isJwt(bearer.resolve(request)) ? jwt(decoder) : tokenAuthentication)
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, AuthenticationManager tokenAuthentication) throws Exception {
        return http.authenticationManager(tokenAuthentication)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers("/livez", "/readyz", "/health/**", "/metrics")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/calendar/*")
                        .permitAll() // a secret address; the controller knows whose it is
                        .requestMatchers("/login", "/error", "/problems/**")
                        .permitAll()
                        .requestMatchers("/css/**", "/js/**", "/img/**", "/webjars/**", "/favicon.ico")
                        .permitAll()
                        .requestMatchers("/v3/api-docs/**", "/docs/**", "/swagger-ui/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(login -> login.loginPage("/login").permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                // Whoever is not logged in keeps where they wanted to go, and the token of forms, themselves: no
                // address asked without a login, however often, may take memory here.
                .requestCache(cache -> cache.requestCache(new CookieRequestCache()))
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(Customizer.withDefaults()))
                .build();
    }

    private static boolean isJwt(@org.jspecify.annotations.Nullable String token) {
        return token != null
                && token.chars().filter(character -> character == '.').count() == 2;
    }

    private static AuthenticationManager jwt(JwtDecoder decoder) {
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(new JwtCaller());
        return new ProviderManager(provider);
    }
}
