// Made from contracts/openapi/feed-service.yaml by `npm run api`.
export interface paths {
    "/api/feed/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listChannels"];
        put?: never;
        post: operations["createChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getChannel"];
        put: operations["reviseChannel"];
        post?: never;
        delete: operations["deleteChannel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/channels/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pauseChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/channels/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["previewChannel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/channels/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resumeChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["testChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["connections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/events/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/events/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/follows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["follows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/follows/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["follow"];
        post?: never;
        delete: operations["unfollow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ownNotifications"];
        put: operations["setNotifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/notifications/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sendTestMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["own"];
        put?: never;
        post: operations["make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ownOne"];
        put?: never;
        post?: never;
        delete: operations["revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWebhooks"];
        put?: never;
        post: operations["create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWebhook"];
        put: operations["reviseWebhook"];
        post?: never;
        delete: operations["delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/webhooks/{id}/deliveries/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/webhooks/{id}/deliveries/{position}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["replayOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/webhooks/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/webhooks/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AttemptView: {
            /** Format: date-time */
            at: string;
            body: string;
            failure?: string | null;
            headers: components["schemas"]["Header"][];
            /** Format: int64 */
            millis: number;
            /** Format: int32 */
            status: number;
        };
        ChannelChannelRequest: {
            /** @enum {string|null} */
            kind?: "SLACK" | "TEAMS" | null;
            name?: string | null;
            tells?: ("WAITING" | "IMPEDIMENTS" | "DEPENDENCIES" | "DECISIONS" | "OUTCOMES")[] | null;
            unit?: string | null;
            url?: string | null;
        };
        ChannelRevisionRequest: {
            name?: string | null;
            tells?: ("WAITING" | "IMPEDIMENTS" | "DEPENDENCIES" | "DECISIONS" | "OUTCOMES")[] | null;
            url?: string | null;
        };
        ChannelView: {
            address: string;
            can: string[];
            /** Format: date-time */
            created: string;
            failure?: string | null;
            id: string;
            /** @enum {string} */
            kind: "SLACK" | "TEAMS";
            /** Format: date-time */
            lastFailure?: string | null;
            /** Format: date-time */
            lastSuccess?: string | null;
            name?: string | null;
            /** Format: date-time */
            nextTry?: string | null;
            owner: string;
            reason?: string | null;
            /** Format: int32 */
            sentToday: number;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            state: "ACTIVE" | "PAUSED" | "DISABLED";
            tells: ("WAITING" | "IMPEDIMENTS" | "DEPENDENCIES" | "DECISIONS" | "OUTCOMES")[];
            unit: string;
            /** Format: int64 */
            version: number;
        };
        Choice: {
            subject?: string | null;
            topics: string[];
            types: string[];
            unit?: string | null;
        };
        Connections: {
            events?: components["schemas"]["Events"][] | null;
            givenUp: {
                [key: string]: number;
            };
            mail: components["schemas"]["MailState"];
            publicTopics: components["schemas"]["PublicationState"];
            /** Format: int32 */
            streams: number;
            subscriptions: components["schemas"]["Use"][];
        };
        DeliveryDetail: {
            attempts: components["schemas"]["AttemptView"][];
            body?: string | null;
            delivery: components["schemas"]["DeliveryView"];
            headers: components["schemas"]["Header"][];
        };
        DeliveryView: {
            /** Format: date-time */
            at: string;
            event: string;
            last?: components["schemas"]["AttemptView"];
            /** Format: date-time */
            nextAt?: string | null;
            /** Format: int64 */
            position: number;
            /** @enum {string} */
            state: "DELIVERED" | "WAITING" | "FAILED" | "WITHHELD";
            subject: string;
            topic: string;
            type: string;
        };
        EventLogBy: {
            id: string;
            name: string;
        };
        EventLogEventChain: {
            causes: components["schemas"]["EventLogEventView"][];
            effects: components["schemas"]["EventLogEventView"][];
            event: components["schemas"]["EventLogEventView"];
        };
        EventLogEventView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["EventLogBy"];
            cause?: string | null;
            change: {
                [key: string]: unknown;
            };
            event: string;
            /** Format: int64 */
            position: number;
            subject: string;
            title?: string | null;
            topic: string;
            type: string;
        };
        Events: {
            /** Format: int64 */
            behind: number;
            /** Format: int64 */
            deadLetters: number;
            /** Format: date-time */
            newest?: string | null;
            topic: string;
        };
        Follow: {
            id: string;
            /** @enum {string} */
            kind: "UNIT" | "OUTCOME" | "FEATURE" | "DECISION" | "IMPEDIMENT" | "DEPENDENCY" | "COMMUNITY" | "PAGE" | "IDEA" | "TREE";
            title?: string | null;
        };
        Header: {
            name: string;
            value: string;
        };
        MailState: {
            /** Format: date-time */
            lastSent?: string | null;
            /** Format: int64 */
            refused: number;
            setUp: boolean;
            /** Format: int64 */
            waiting: number;
            waits?: string | null;
        };
        NotificationHoursView: {
            monday: string;
            morning: string;
            /** Format: int32 */
            mostADay: number;
            zone: string;
        };
        NotificationNotificationsRequest: {
            digest: boolean;
            invitations?: boolean | null;
            notices: boolean;
            webhooks: boolean;
        };
        NotificationNotificationsView: {
            address?: string | null;
            digest: boolean;
            hours: components["schemas"]["NotificationHoursView"];
            invitations: boolean;
            last?: components["schemas"]["NotificationSentView"];
            mailServer: boolean;
            notices: boolean;
            refused?: components["schemas"]["NotificationRefusedView"];
            /** Format: int64 */
            version: number;
            webhooks: boolean;
        };
        NotificationRefusedView: {
            /** Format: date-time */
            at: string;
            why: string;
        };
        NotificationSentView: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "NOTICES" | "DIGEST" | "WEBHOOKS" | "INVITATIONS";
        };
        PageChannelView: {
            items: components["schemas"]["ChannelView"][];
            next?: string | null;
        };
        PageDeliveryView: {
            items: components["schemas"]["DeliveryView"][];
            next?: string | null;
        };
        PageEventView: {
            items: components["schemas"]["EventLogEventView"][];
            next?: string | null;
        };
        PageFollow: {
            items: components["schemas"]["Follow"][];
            next?: string | null;
        };
        PageSubscriptionView: {
            items: components["schemas"]["SubscriptionSubscriptionView"][];
            next?: string | null;
        };
        PageWebhookView: {
            items: components["schemas"]["WebhookView"][];
            next?: string | null;
        };
        PreviewView: {
            footer: string;
            heading: string;
            message: {
                [key: string]: unknown;
            };
            things: components["schemas"]["ToldView"][];
        };
        ProblemDetail: {
            detail: string;
            /** Format: uri-reference */
            instance?: string;
            status: number;
            title: string;
            /** Format: uri-reference */
            type: string;
        } & {
            [key: string]: unknown;
        };
        PublicationState: {
            /** Format: int64 */
            behind: number;
            enabled: boolean;
            /** Format: date-time */
            moved?: string | null;
            waits?: string | null;
        };
        SubscriptionMadeView: {
            subscription: components["schemas"]["SubscriptionSubscriptionView"];
            url: string;
        };
        SubscriptionMakeRequest: {
            /** @enum {string|null} */
            about?: "EVERYTHING" | "DECISIONS" | "ROADMAP" | "IMPEDIMENTS" | "DEPENDENCIES" | "COMMUNITIES" | "FOLLOWED" | null;
            /** @enum {string|null} */
            kind?: "ATOM" | "CALENDAR" | null;
            name?: string | null;
            unit?: string | null;
        };
        SubscriptionSubscriptionView: {
            /** @enum {string|null} */
            about?: "EVERYTHING" | "DECISIONS" | "ROADMAP" | "IMPEDIMENTS" | "DEPENDENCIES" | "COMMUNITIES" | "FOLLOWED" | null;
            /** Format: date-time */
            created: string;
            id: string;
            /** @enum {string} */
            kind: "ATOM" | "CALENDAR";
            /** Format: date-time */
            lastUsed?: string | null;
            lastUsedBy?: string | null;
            name: string;
            unit?: string | null;
        };
        TestView: {
            /** Format: date-time */
            at: string;
            failure?: string | null;
            /** Format: int64 */
            millis: number;
            /** Format: int32 */
            status: number;
        };
        ToldView: {
            step?: string | null;
            text: string;
            url: string;
        };
        Use: {
            /** Format: int64 */
            count: number;
            /** @enum {string} */
            kind: "ATOM" | "CALENDAR";
            /** Format: date-time */
            lastUsed?: string | null;
        };
        WebhookFilterRequest: {
            subject?: string | null;
            topics?: string[] | null;
            types?: string[] | null;
            unit?: string | null;
        };
        WebhookReplayRequest: {
            /** Format: date-time */
            from?: string | null;
            /** Format: date-time */
            until?: string | null;
        };
        WebhookReplayed: {
            /** Format: int32 */
            deliveries: number;
        };
        WebhookView: {
            can: string[];
            /** Format: date-time */
            created: string;
            description?: string | null;
            failure?: string | null;
            filter: components["schemas"]["Choice"];
            id: string;
            /** Format: int64 */
            lag: number;
            /** Format: date-time */
            lastFailure?: string | null;
            /** Format: date-time */
            lastSuccess?: string | null;
            /** Format: date-time */
            oldSecretUntil?: string | null;
            ordered: boolean;
            owner: string;
            /** Format: int32 */
            rate: number;
            reason?: string | null;
            resting: boolean;
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            state: "ACTIVE" | "PAUSED" | "DISABLED";
            url: string;
            /** Format: int64 */
            version: number;
            /** Format: int32 */
            waiting: number;
        };
        WebhookWebhookRequest: {
            description?: string | null;
            filter?: components["schemas"]["WebhookFilterRequest"];
            ordered?: boolean | null;
            /** Format: int32 */
            rate?: number | null;
            url?: string | null;
        };
        WithSecret: {
            secret: string;
            webhook: components["schemas"]["WebhookView"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listChannels: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageChannelView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    createChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelChannelRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    getChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    reviseChannel: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen, or * for whatever is there. Another version gives 412. */
                "If-Match": string;
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelRevisionRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    deleteChannel: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen, or * for whatever is there. Another version gives 412. */
                "If-Match": string;
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    pauseChannel: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen, or * for whatever is there. Another version gives 412. */
                "If-Match": string;
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    previewChannel: {
        parameters: {
            query?: {
                tells?: ("WAITING" | "IMPEDIMENTS" | "DEPENDENCIES" | "DECISIONS" | "OUTCOMES")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    resumeChannel: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen, or * for whatever is there. Another version gives 412. */
                "If-Match": string;
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    testChannel: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    connections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connections"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                topic?: string;
                type?: string;
                subject?: string;
                unit?: string;
                by?: string;
                from?: string;
                until?: string;
                after?: number;
                followed?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageEventView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    events: {
        parameters: {
            query?: {
                topic?: string;
                type?: string;
                subject?: string;
                unit?: string;
                by?: string;
                after?: number;
            };
            header?: {
                "Last-Event-ID"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventLogEventChain"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    follows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageFollow"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    follow: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: "UNIT" | "OUTCOME" | "FEATURE" | "DECISION" | "IMPEDIMENT" | "DEPENDENCY" | "COMMUNITY" | "PAGE" | "IDEA" | "TREE";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Follow"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    unfollow: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: "UNIT" | "OUTCOME" | "FEATURE" | "DECISION" | "IMPEDIMENT" | "DEPENDENCY" | "COMMUNITY" | "PAGE" | "IDEA" | "TREE";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    ownNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationNotificationsView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    setNotifications: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen, or * for whatever is there. Another version gives 412. */
                "If-Match": string;
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationNotificationsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationNotificationsView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    sendTestMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    own: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageSubscriptionView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    make: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionMakeRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionMadeView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    ownOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionSubscriptionView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageWebhookView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookWebhookRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithSecret"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    reviseWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen, or * for whatever is there. Another version gives 412. */
                "If-Match": string;
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookWebhookRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    delete: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen, or * for whatever is there. Another version gives 412. */
                "If-Match": string;
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    deliveries: {
        parameters: {
            query?: {
                state?: "DELIVERED" | "WAITING" | "FAILED" | "WITHHELD";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageDeliveryView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    replayOne: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    pause: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen, or * for whatever is there. Another version gives 412. */
                "If-Match": string;
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookReplayRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplayed"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    resume: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen, or * for whatever is there. Another version gives 412. */
                "If-Match": string;
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    rotateSecret: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the version that was seen, or * for whatever is there. Another version gives 412. */
                "If-Match": string;
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithSecret"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
    test: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptView"];
                };
            };
            /** @description What went wrong and what to do (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetail"];
                };
            };
        };
    };
}
