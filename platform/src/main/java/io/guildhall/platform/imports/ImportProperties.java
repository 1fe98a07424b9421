package io.guildhall.platform.imports;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of an import.
 *
 * @param maxFile of the whole file
 * @param maxRows lines or documents of a file
 * @param maxColumns of a line
 * @param maxCell characters of a cell
 * @param maxDocument characters of a document
 * @param takeover an import whose worker has not been heard of for so long is resumed by another instance
 */
@ConfigurationProperties("guildhall.imports")
public record ImportProperties(
        @DefaultValue("10MB") DataSize maxFile,
        @DefaultValue("20000") int maxRows,
        @DefaultValue("200") int maxColumns,
        @DefaultValue("32768") int maxCell,
        @DefaultValue("262144") int maxDocument,
        @DefaultValue("10s") Duration takeover) {}
