package io.guildhall.feed.mail.kafka;

import io.guildhall.feed.mail.PageChange;
import io.guildhall.feed.mail.PlaybookPage;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.Replica;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Copies of pages and of what is proposed for them, found by the day and by what has become of them. */
@Configuration(proxyBeanMethods = false)
class PageCopies {

    @Bean
    Replica<PlaybookPage> playbookPages(Consumers consumers) {
        return consumers.replicate(
                "cop.pages",
                1,
                PlaybookPage.class,
                null,
                Index.on(PlaybookPage.BY_REVIEW, "state.status", "state.reviewBy"));
    }

    @Bean
    Replica<PageChange> pageChanges(Consumers consumers) {
        return consumers.replicate(
                "cop.page-changes", 1, PageChange.class, null, Index.on(PageChange.BY_STATUS, "state.status"));
    }
}
