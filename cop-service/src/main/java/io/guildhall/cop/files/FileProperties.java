package io.guildhall.cop.files;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much communities may keep beside their texts.
 *
 * @param most files of one community
 * @param space that all files of one community take
 * @param forgetAfter a file that no text has named for so long is removed
 */
@ConfigurationProperties("guildhall.cop.files")
record FileProperties(
        @DefaultValue("2000") int most,
        @DefaultValue("500MB") DataSize space,
        @DefaultValue("1d") Duration forgetAfter) {}
