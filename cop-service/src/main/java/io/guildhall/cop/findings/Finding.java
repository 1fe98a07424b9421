package io.guildhall.cop.findings;

import io.guildhall.cop.shared.CommunityId;

/**
 * What differs from a rule of the method. A finding warns and cites the rule; it never blocks, and blames nobody.
 *
 * @param id derived from rule, subject and period, so that a waiver finds it again
 * @param rule the slug of the rule
 * @param subject the id of the community, the gathering or the page
 * @param path where it is put right, in the portal
 * @param cites the rule in one sentence
 */
public record Finding(
        String id, String rule, CommunityId community, String subject, String path, String text, String cites) {}
