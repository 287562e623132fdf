package org.lotse.api;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service as a Spring application: every capability below this package. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class LotseService {}
