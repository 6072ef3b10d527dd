package io.rollcall.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The example organisation of profile demo.
 *
 * @param activity whether its people are active, sign in and sign out by themselves
 */
@ConfigurationProperties("rollcall.demo")
record DemoProperties(@DefaultValue("true") boolean activity) {}
