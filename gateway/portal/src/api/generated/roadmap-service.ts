// Made from contracts/openapi/roadmap-service.yaml by `npm run api`.
export interface paths {
    "/api/roadmap/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDecisions"];
        put?: never;
        post: operations["record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/decisions/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/decisions/{id}/supersede": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["supersede"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/decisions/{id}/veto": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["veto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listFeatures"];
        put?: never;
        post: operations["plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/features/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["linkAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/features/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getFeature"];
        put: operations["reviseFeature"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/features/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/features/{id}/need": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["need"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/features/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listImports"];
        put?: never;
        post: operations["give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["map"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOutcomes"];
        put?: never;
        post: operations["set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/outcomes/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/outcomes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOutcome"];
        put: operations["reviseOutcome"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/outcomes/{id}/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["assessment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/outcomes/{id}/key-results/{keyResult}/measure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["measure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/outcomes/{id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["override"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/outcomes/{id}/override/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["endOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/product-goal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProductGoal"];
        put: operations["put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roadmap/roadmap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["roadmap"];
        put?: never;
        post?: never;
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
        AssessmentView: {
            /** Format: date-time */
            computedAt: string;
            /** Format: int32 */
            more: number;
            reasons: components["schemas"]["ReasonView"][];
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            state: "ON_TRACK" | "AT_RISK" | "OFF_TRACK" | "UNKNOWN";
        };
        Concern: {
            id: string;
            kind: string;
            title?: string | null;
        };
        Counts: {
            /** Format: int32 */
            create: number;
            /** Format: int32 */
            finding: number;
            /** Format: int32 */
            refused: number;
            /** Format: int32 */
            skipped: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            update: number;
        };
        DecisionRecordRequest: {
            choice: string;
            concerns?: components["schemas"]["Concern"][] | null;
            options?: components["schemas"]["Option"][] | null;
            question: string;
            /** @enum {string|null} */
            status?: "PROPOSED" | "ACCEPTED" | "SUPERSEDED" | "VETOED" | "UNKNOWN" | null;
            units?: string[] | null;
            /** @enum {string|null} */
            visibility?: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN" | null;
            why: string;
        };
        DecisionSupersedeRequest: {
            choice: string;
            question?: string | null;
            why: string;
        };
        DecisionVetoRequest: {
            reason?: string | null;
        };
        DecisionView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            can: string[];
            choice: string;
            concerns: components["schemas"]["Concern"][];
            id: string;
            options: components["schemas"]["Option"][];
            question: string;
            source?: components["schemas"]["Source"];
            /** @enum {string} */
            status: "PROPOSED" | "ACCEPTED" | "SUPERSEDED" | "VETOED" | "UNKNOWN";
            supersededBy?: string | null;
            supersedes?: string | null;
            units: components["schemas"]["Ref"][];
            /** Format: int64 */
            version: number;
            veto?: components["schemas"]["VetoView"];
            /** @enum {string} */
            visibility: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN";
            why: string;
        };
        DependencyView: {
            broken: boolean;
            /** Format: date */
            committedBy?: string | null;
            id: string;
            /** Format: date */
            neededBy?: string | null;
            producer: components["schemas"]["Ref"];
            /** @enum {string} */
            status: "PROPOSED" | "COUNTERED" | "COMMITTED" | "DECLINED" | "DELIVERED" | "ACCEPTED" | "WITHDRAWN" | "UNKNOWN";
            title: string;
        };
        FeatureFeaturePage: {
            can: string[];
            items: components["schemas"]["FeatureView"][];
            next?: string | null;
            stale: boolean;
        };
        FeatureLinkAllRequest: {
            features?: string[] | null;
            outcome?: string | null;
        };
        FeatureLinkRequest: {
            outcome?: string | null;
        };
        FeatureLinkedFeatures: {
            items: components["schemas"]["FeatureView"][];
        };
        FeatureNeedRequest: {
            note?: string | null;
            team?: string | null;
        };
        FeaturePlanRequest: {
            key?: string | null;
            needs?: components["schemas"]["FeatureNeedRequest"][] | null;
            outcome?: string | null;
            /** Format: date */
            plannedDate?: string | null;
            /** Format: int32 */
            plannedSprint?: number | null;
            /** @enum {string|null} */
            status?: "PLANNED" | "IN_PROGRESS" | "DONE" | "DROPPED" | "UNKNOWN" | null;
            team?: string | null;
            title: string;
            /** @enum {string|null} */
            visibility?: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN" | null;
        };
        FeatureRescheduleRequest: {
            /** Format: date */
            plannedDate?: string | null;
            /** Format: int32 */
            plannedSprint?: number | null;
            reason?: string | null;
        };
        FeatureReviseRequest: {
            key?: string | null;
            needs?: components["schemas"]["FeatureNeedRequest"][] | null;
            /** Format: date */
            plannedDate?: string | null;
            /** Format: int32 */
            plannedSprint?: number | null;
            /** @enum {string|null} */
            status?: "PLANNED" | "IN_PROGRESS" | "DONE" | "DROPPED" | "UNKNOWN" | null;
            team?: string | null;
            title: string;
            /** @enum {string|null} */
            visibility?: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN" | null;
        };
        FeatureView: {
            can: string[];
            /** Format: date */
            date?: string | null;
            dependencies: components["schemas"]["DependencyView"][];
            externalId?: string | null;
            id: string;
            key?: string | null;
            needs: components["schemas"]["NeedView"][];
            outcome?: string | null;
            /** Format: date */
            plannedDate?: string | null;
            /** Format: int32 */
            plannedSprint?: number | null;
            source?: string | null;
            /** @enum {string} */
            status: "PLANNED" | "IN_PROGRESS" | "DONE" | "DROPPED" | "UNKNOWN";
            team?: components["schemas"]["Ref"];
            title: string;
            /** Format: int64 */
            version: number;
            /** @enum {string} */
            visibility: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN";
        };
        ImportView: {
            amounts: {
                [key: string]: number;
            };
            /** Format: date-time */
            at: string;
            by: string;
            can: string[];
            columns: string[];
            counts: components["schemas"]["Counts"];
            /** Format: int32 */
            done: number;
            file: string;
            id: string;
            kind: string;
            mapping: {
                [key: string]: unknown;
            };
            problem?: string | null;
            /** Format: int32 */
            rows: number;
            /** @enum {string} */
            status: "CHECKED" | "APPLYING" | "APPLIED" | "FAILED";
            /** Format: int64 */
            version: number;
        };
        KeyResultView: {
            /** Format: double */
            baseline: number;
            /** Format: double */
            current: number;
            history: components["schemas"]["MeasurementView"][];
            id: string;
            name: string;
            /** Format: double */
            target: number;
            unit?: string | null;
        };
        MeasurementView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            /** Format: double */
            value: number;
        };
        NeedView: {
            note?: string | null;
            team: components["schemas"]["Ref"];
        };
        Option: {
            name: string;
            tradeOffs?: string | null;
        };
        OutcomeCopiedOutcomes: {
            items: components["schemas"]["OutcomeView"][];
        };
        OutcomeCopyRequest: {
            from?: string | null;
            to?: string | null;
        };
        OutcomeKeyResultRequest: {
            /** Format: double */
            baseline?: number | null;
            id?: string | null;
            name: string;
            /** Format: double */
            target?: number | null;
            unit?: string | null;
        };
        OutcomeMeasureRequest: {
            /** Format: double */
            value?: number | null;
        };
        OutcomeOutcomePage: {
            can: string[];
            items: components["schemas"]["OutcomeView"][];
            next?: string | null;
            stale: boolean;
        };
        OutcomeOutcomeRequest: {
            area?: string | null;
            keyResults?: components["schemas"]["OutcomeKeyResultRequest"][] | null;
            owner?: string | null;
            quarter?: string | null;
            title: string;
            /** @enum {string|null} */
            visibility?: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN" | null;
        };
        OutcomeOverrideRequest: {
            reason?: string | null;
            /** @enum {string|null} */
            state?: "ON_TRACK" | "AT_RISK" | "OFF_TRACK" | "UNKNOWN" | null;
            /** Format: date */
            until?: string | null;
        };
        OutcomeView: {
            area?: components["schemas"]["Ref"];
            assessment?: components["schemas"]["AssessmentView"];
            can: string[];
            copiedFrom?: string | null;
            id: string;
            keyResults: components["schemas"]["KeyResultView"][];
            override?: components["schemas"]["OverrideView"];
            owner: components["schemas"]["Ref"];
            quarter: string;
            /** @enum {string} */
            shownState: "ON_TRACK" | "AT_RISK" | "OFF_TRACK" | "UNKNOWN";
            title: string;
            /** Format: int64 */
            version: number;
            /** @enum {string} */
            visibility: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN";
        };
        OverrideView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            reason: string;
            /** @enum {string} */
            state: "ON_TRACK" | "AT_RISK" | "OFF_TRACK" | "UNKNOWN";
            /** Format: date */
            until: string;
        };
        PageDecisionView: {
            items: components["schemas"]["DecisionView"][];
            next?: string | null;
        };
        PageImportView: {
            items: components["schemas"]["ImportView"][];
            next?: string | null;
        };
        PageRowView: {
            items: components["schemas"]["RowView"][];
            next?: string | null;
        };
        Past: {
            /** Format: date-time */
            at: string;
            reason?: string | null;
            /** @enum {string} */
            state: "ON_TRACK" | "AT_RISK" | "OFF_TRACK" | "UNKNOWN";
        };
        Problem: {
            todo: string;
            what: string;
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
        ProductGoalGoalRequest: {
            text: string;
            /** Format: date */
            until?: string | null;
        };
        ProductGoalGoalView: {
            can: string[];
            id: string;
            /** Format: date-time */
            setAt?: string | null;
            setBy?: components["schemas"]["Ref"];
            text?: string | null;
            /** Format: date */
            until?: string | null;
            /** Format: int64 */
            version: number;
        };
        ReasonView: {
            /** Format: int64 */
            ageDays?: number | null;
            /** Format: date-time */
            at?: string | null;
            id: string;
            /** @enum {string} */
            kind: "OUTCOME" | "FEATURE" | "DEPENDENCY" | "IMPEDIMENT" | "UNKNOWN";
            owner?: components["schemas"]["Ref"];
            path: components["schemas"]["Step"][];
            source: string;
            text: string;
            /** @enum {string} */
            weight: "OFF_TRACK" | "AT_RISK" | "NOTE" | "UNKNOWN";
        };
        Ref: {
            id: string;
            name: string;
        };
        RoadmapCell: {
            area?: components["schemas"]["Ref"];
            outcomes: components["schemas"]["RoadmapCellOutcome"][];
            quarter: string;
        };
        RoadmapCellOutcome: {
            /** @enum {string} */
            assessedState: "ON_TRACK" | "AT_RISK" | "OFF_TRACK" | "UNKNOWN";
            /** Format: date-time */
            changedAt?: string | null;
            id: string;
            keyResult?: components["schemas"]["RoadmapKeyResultInBrief"];
            mainReason?: string | null;
            overridden: boolean;
            /** @enum {string} */
            shownState: "ON_TRACK" | "AT_RISK" | "OFF_TRACK" | "UNKNOWN";
            title: string;
        };
        RoadmapKeyResultInBrief: {
            /** Format: double */
            baseline: number;
            /** Format: double */
            current: number;
            name: string;
            /** Format: double */
            target: number;
            unit?: string | null;
        };
        RoadmapRoadmap: {
            areas: components["schemas"]["Ref"][];
            can: string[];
            cells: components["schemas"]["RoadmapCell"][];
            mayHoldNew: components["schemas"]["Ref"][];
            quarters: string[];
            stale: boolean;
            withoutOutcome: components["schemas"]["RoadmapWithoutOutcome"];
        };
        RoadmapWithoutOutcome: {
            /** Format: int64 */
            features: number;
            /** Format: int64 */
            open: number;
            /** Format: double */
            share?: number | null;
        };
        RowView: {
            key: string;
            /** Format: int32 */
            line: number;
            problems: components["schemas"]["Problem"][];
            understood: {
                [key: string]: string;
            };
            /** @enum {string} */
            verdict: "CREATE" | "UPDATE" | "UNCHANGED" | "REFUSED" | "SKIPPED";
        };
        Source: {
            event: string;
            kind: string;
        };
        Step: {
            id: string;
            /** @enum {string} */
            kind: "OUTCOME" | "FEATURE" | "DEPENDENCY" | "IMPEDIMENT" | "UNKNOWN";
            title: string;
        };
        VetoView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            reason: string;
        };
        WithHistory: {
            /** Format: date-time */
            computedAt: string;
            history: components["schemas"]["Past"][];
            /** Format: int32 */
            more: number;
            override?: components["schemas"]["OverrideView"];
            reasons: components["schemas"]["ReasonView"][];
            /** @enum {string} */
            shownState: "ON_TRACK" | "AT_RISK" | "OFF_TRACK" | "UNKNOWN";
            /** Format: date-time */
            since: string;
            stale: boolean;
            /** @enum {string} */
            state: "ON_TRACK" | "AT_RISK" | "OFF_TRACK" | "UNKNOWN";
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
    listDecisions: {
        parameters: {
            query?: {
                concerns?: string;
                status?: "PROPOSED" | "ACCEPTED" | "SUPERSEDED" | "VETOED" | "UNKNOWN";
                q?: string;
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
                    "application/json": components["schemas"]["PageDecisionView"];
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
    record: {
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
                "application/json": components["schemas"]["DecisionRecordRequest"];
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
                    "application/json": components["schemas"]["DecisionView"];
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
    getDecision: {
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
                    "application/json": components["schemas"]["DecisionView"];
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
    accept: {
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
                    "application/json": components["schemas"]["DecisionView"];
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
    supersede: {
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
                "application/json": components["schemas"]["DecisionSupersedeRequest"];
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
                    "application/json": components["schemas"]["DecisionView"];
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
    veto: {
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
                "application/json": components["schemas"]["DecisionVetoRequest"];
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
                    "application/json": components["schemas"]["DecisionView"];
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
    listFeatures: {
        parameters: {
            query?: {
                team?: string;
                outcome?: string;
                unlinked?: boolean;
                q?: string;
                status?: "PLANNED" | "IN_PROGRESS" | "DONE" | "DROPPED" | "UNKNOWN";
                cursor?: string;
                limit?: number;
                seen?: string;
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
                    "application/json": components["schemas"]["FeatureFeaturePage"];
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
    plan: {
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
                "application/json": components["schemas"]["FeaturePlanRequest"];
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
                    "application/json": components["schemas"]["FeatureView"];
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
    linkAll: {
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
                "application/json": components["schemas"]["FeatureLinkAllRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureLinkedFeatures"];
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
    getFeature: {
        parameters: {
            query?: {
                seen?: string;
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
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeatureView"];
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
    reviseFeature: {
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
                "application/json": components["schemas"]["FeatureReviseRequest"];
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
                    "application/json": components["schemas"]["FeatureView"];
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
    link: {
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
                "application/json": components["schemas"]["FeatureLinkRequest"];
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
                    "application/json": components["schemas"]["FeatureView"];
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
    need: {
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
                "application/json": components["schemas"]["FeatureNeedRequest"];
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
                    "application/json": components["schemas"]["FeatureView"];
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
    reschedule: {
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
                "application/json": components["schemas"]["FeatureRescheduleRequest"];
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
                    "application/json": components["schemas"]["FeatureView"];
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
    listImports: {
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
                    "application/json": components["schemas"]["PageImportView"];
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
    give: {
        parameters: {
            query: {
                kind: string;
                file?: string;
            };
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/yaml": string;
                "text/csv": string;
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
                    "application/json": components["schemas"]["ImportView"];
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
    getImport: {
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
                    "application/json": components["schemas"]["ImportView"];
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
    apply: {
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
                    "application/json": components["schemas"]["ImportView"];
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
    map: {
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
                "application/json": {
                    [key: string]: unknown;
                } | null;
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
                    "application/json": components["schemas"]["ImportView"];
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
    rows: {
        parameters: {
            query?: {
                verdict?: "CREATE" | "UPDATE" | "UNCHANGED" | "REFUSED" | "SKIPPED";
                findings?: boolean;
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
                    "application/json": components["schemas"]["PageRowView"];
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
    listOutcomes: {
        parameters: {
            query?: {
                quarter?: string;
                area?: string;
                owner?: string;
                cursor?: string;
                limit?: number;
                seen?: string;
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
                    "application/json": components["schemas"]["OutcomeOutcomePage"];
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
    set: {
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
                "application/json": components["schemas"]["OutcomeOutcomeRequest"];
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
                    "application/json": components["schemas"]["OutcomeView"];
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
    copy: {
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
                "application/json": components["schemas"]["OutcomeCopyRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeCopiedOutcomes"];
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
    getOutcome: {
        parameters: {
            query?: {
                seen?: string;
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
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeView"];
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
    reviseOutcome: {
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
                "application/json": components["schemas"]["OutcomeOutcomeRequest"];
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
                    "application/json": components["schemas"]["OutcomeView"];
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
    assessment: {
        parameters: {
            query?: {
                seen?: string;
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
                    "application/json": components["schemas"]["WithHistory"];
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
    measure: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                keyResult: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomeMeasureRequest"];
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
                    "application/json": components["schemas"]["OutcomeView"];
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
    override: {
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
                "application/json": components["schemas"]["OutcomeOverrideRequest"];
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
                    "application/json": components["schemas"]["OutcomeView"];
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
    endOverride: {
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
                    "application/json": components["schemas"]["OutcomeView"];
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
    getProductGoal: {
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
                    "application/json": components["schemas"]["ProductGoalGoalView"];
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
    put: {
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
                "application/json": components["schemas"]["ProductGoalGoalRequest"];
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
                    "application/json": components["schemas"]["ProductGoalGoalView"];
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
    roadmap: {
        parameters: {
            query?: {
                from?: string;
                quarters?: number;
                seen?: string;
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
                    "application/json": components["schemas"]["RoadmapRoadmap"];
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
