package io.rollcall.location;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the program keeps files of its own.
 *
 * @param dataDirectory Folder for the files that Rollcall writes, such as the unpacked location database.
 */
@ConfigurationProperties("rollcall")
record StorageProperties(@DefaultValue("./data") Path dataDirectory) {}
