// Made from contracts/openapi/team-service.yaml by `npm run api`.
export interface paths {
    "/api/team/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_2"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/findings/{id}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["waive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/impediments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list_1"];
        put?: never;
        post: operations["raise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/impediments/look-alikes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["lookAlikes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/impediments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get_1"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/impediments/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/impediments/{id}/describe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["describe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/impediments/{id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["escalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/impediments/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/impediments/{id}/me-too": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["support"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/impediments/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/impediments/{id}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["update"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["organization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["list"];
        put?: never;
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["get"];
        put: operations["revise_1"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/people/{id}/links": {
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
    "/api/team/queues/executive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["found"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/units/product/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["schedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["unit"];
        put: operations["revise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/units/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/units/{id}/assignments/{assignment}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["end"];
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
        AnswerView: {
            /** Format: date-time */
            at: string;
            broken: boolean;
            by: components["schemas"]["Ref"];
            /** @enum {string} */
            kind: "ACCEPTED" | "DECLINED" | "PROMISED" | "UNKNOWN";
            /** Format: date */
            promisedFor?: string | null;
            reason?: string | null;
        };
        AssignmentView: {
            active: boolean;
            coach?: components["schemas"]["Ref"];
            /** Format: date */
            from: string;
            id: string;
            person: components["schemas"]["Ref"];
            responsibilities?: string | null;
            /** @enum {string} */
            role: "ADMINISTRATOR" | "CHIEF_PRODUCT_OWNER" | "EXECUTIVE_ACTION_TEAM" | "STAKEHOLDER" | "AREA_PRODUCT_OWNER" | "SCRUM_OF_SCRUMS_MASTER" | "PRODUCT_OWNER" | "BACKUP_PRODUCT_OWNER" | "SCRUM_MASTER" | "CO_SCRUM_MASTER" | "DEVELOPER" | "TECH_LEAD" | "UNKNOWN";
            /** Format: int32 */
            share?: number | null;
            /** Format: date */
            to?: string | null;
        };
        Calendar: {
            /** Format: date */
            firstStart: string;
            /** Format: int32 */
            lengthDays: number;
        };
        EscalationView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            evidence: components["schemas"]["EvidenceView"];
            holder: components["schemas"]["Ref"];
            /** @enum {string} */
            to: "TEAM" | "SCRUM_OF_SCRUMS" | "EXECUTIVE_ACTION_TEAM" | "UNKNOWN";
        };
        EvidenceView: {
            affectedTeams: components["schemas"]["Ref"][];
            /** Format: int32 */
            daysLost?: number | null;
            impact?: string | null;
            impactUnknown: boolean;
            proposal?: string | null;
            /** Format: date */
            respondBy?: string | null;
        };
        ExecutiveQueueAsk: {
            /** Format: int64 */
            ageDays: number;
            ask: string;
            cost?: string | null;
            /** Format: int32 */
            daysLost?: number | null;
            impediment: components["schemas"]["ImpedimentView"];
            proposal?: string | null;
            /** Format: date */
            respondBy?: string | null;
            waiting: boolean;
        };
        ExecutiveQueueExecutiveQueue: {
            /** Format: int32 */
            broken: number;
            items: components["schemas"]["ExecutiveQueueAsk"][];
            /** Format: int32 */
            kept: number;
        };
        Finding: {
            cites: string;
            id: string;
            rule: string;
            text: string;
            unit: string;
        };
        FindingsFindingList: {
            items: components["schemas"]["FindingsFindingView"][];
        };
        FindingsFindingView: {
            can: string[];
            cites: string;
            id: string;
            rule: string;
            text: string;
            unit: components["schemas"]["Ref"];
            waived?: components["schemas"]["FindingsWaivedView"];
        };
        FindingsWaiveRequest: {
            reason: string;
            /** Format: date */
            until?: string | null;
        };
        FindingsWaivedView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            reason: string;
            /** Format: date */
            until?: string | null;
        };
        ImpedimentAnswerRequest: {
            /** @enum {string} */
            kind: "ACCEPTED" | "DECLINED" | "PROMISED" | "UNKNOWN";
            /** Format: date */
            promisedFor?: string | null;
            reason?: string | null;
        };
        ImpedimentDescribeRequest: {
            affectedTeams?: string[] | null;
            category?: string | null;
            /** Format: int32 */
            daysLost?: number | null;
            features?: string[] | null;
            /** @enum {string|null} */
            scope?: "TEAM" | "CROSS_TEAM" | "ORGANIZATIONAL" | "UNKNOWN" | null;
            stops?: string | null;
            title?: string | null;
        };
        ImpedimentEscalateRequest: {
            impact?: string | null;
            impactUnknown?: boolean | null;
            proposal?: string | null;
            /** Format: date */
            respondBy?: string | null;
            /** @enum {string|null} */
            to?: "TEAM" | "SCRUM_OF_SCRUMS" | "EXECUTIVE_ACTION_TEAM" | "UNKNOWN" | null;
        };
        ImpedimentEvidencePreview: {
            /** Format: int64 */
            ageDays: number;
            evidence: components["schemas"]["EvidenceView"];
            holder: components["schemas"]["Ref"];
            /** @enum {string} */
            to: "TEAM" | "SCRUM_OF_SCRUMS" | "EXECUTIVE_ACTION_TEAM" | "UNKNOWN";
        };
        ImpedimentLookAlikes: {
            items: components["schemas"]["ImpedimentView"][];
        };
        ImpedimentRaiseRequest: {
            affectedTeams?: string[] | null;
            category?: string | null;
            /** Format: int32 */
            daysLost?: number | null;
            features?: string[] | null;
            /** @enum {string|null} */
            scope?: "TEAM" | "CROSS_TEAM" | "ORGANIZATIONAL" | "UNKNOWN" | null;
            stops?: string | null;
            team?: string | null;
            title: string;
            /** @enum {string|null} */
            visibility?: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN" | null;
        };
        ImpedimentResolveRequest: {
            causeRemoved?: boolean | null;
            fix: string;
        };
        ImpedimentUpdateRequest: {
            nextStep?: string | null;
            text: string;
            waitingFor?: string | null;
        };
        ImpedimentView: {
            affectedTeams: components["schemas"]["Ref"][];
            /** Format: int64 */
            ageDays: number;
            answer?: components["schemas"]["AnswerView"];
            can: string[];
            category?: string | null;
            /** Format: int32 */
            daysLost?: number | null;
            escalations: components["schemas"]["EscalationView"][];
            features: string[];
            holder: components["schemas"]["Ref"];
            id: string;
            /** @enum {string} */
            level: "TEAM" | "SCRUM_OF_SCRUMS" | "EXECUTIVE_ACTION_TEAM" | "UNKNOWN";
            meToo: boolean;
            nextStep?: string | null;
            /** Format: date-time */
            raisedAt: string;
            raisedBy: components["schemas"]["Ref"];
            resolution?: components["schemas"]["ResolutionView"];
            /** @enum {string} */
            scope: "TEAM" | "CROSS_TEAM" | "ORGANIZATIONAL" | "UNKNOWN";
            /** @enum {string} */
            state: "OPEN" | "RESOLVED" | "UNKNOWN";
            stops?: string | null;
            /** Format: int32 */
            supporters: number;
            team: components["schemas"]["Ref"];
            title: string;
            updates: components["schemas"]["UpdateView"][];
            /** Format: int64 */
            version: number;
            /** @enum {string} */
            visibility: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN";
            waitingFor?: string | null;
        };
        Link: {
            issuer: string;
            subject: string;
        };
        OrganizationAppointRequest: {
            coach?: string | null;
            /** Format: date */
            from?: string | null;
            person: string;
            responsibilities?: string | null;
            /** @enum {string} */
            role: "ADMINISTRATOR" | "CHIEF_PRODUCT_OWNER" | "EXECUTIVE_ACTION_TEAM" | "STAKEHOLDER" | "AREA_PRODUCT_OWNER" | "SCRUM_OF_SCRUMS_MASTER" | "PRODUCT_OWNER" | "BACKUP_PRODUCT_OWNER" | "SCRUM_MASTER" | "CO_SCRUM_MASTER" | "DEVELOPER" | "TECH_LEAD" | "UNKNOWN";
            /** Format: int32 */
            share?: number | null;
            /** Format: date */
            to?: string | null;
        };
        OrganizationCalendarRequest: {
            /** Format: date */
            firstStart: string;
            /** Format: int32 */
            lengthDays: number;
        };
        OrganizationEndRequest: {
            /** Format: date */
            on?: string | null;
        };
        OrganizationFoundRequest: {
            description?: string | null;
            /** @enum {string} */
            kind: "PRODUCT" | "AREA" | "TEAM" | "SCRUM_OF_SCRUMS" | "UNKNOWN";
            name: string;
            parent?: string | null;
            scrumOfScrums?: string | null;
        };
        OrganizationMe: {
            administrator: boolean;
            can: string[];
            person?: components["schemas"]["Ref"];
            roles: components["schemas"]["OrganizationRoleHeld"][];
        };
        OrganizationOrganization: {
            calendar?: components["schemas"]["Calendar"];
            /** Format: int32 */
            currentSprint?: number | null;
            product?: components["schemas"]["UnitView"];
            sprints: components["schemas"]["OrganizationSprint"][];
            units: components["schemas"]["UnitView"][];
        };
        OrganizationReviseRequest: {
            description?: string | null;
            name: string;
            parent?: string | null;
            scrumOfScrums?: string | null;
        };
        OrganizationRoleHeld: {
            role: string;
            unit: components["schemas"]["OrganizationUnitRef"];
        };
        OrganizationSprint: {
            /** Format: date */
            end: string;
            /** Format: int32 */
            number: number;
            /** Format: date */
            start: string;
        };
        OrganizationUnitRef: {
            id: string;
            kind: string;
            name: string;
        };
        PageImpedimentView: {
            items: components["schemas"]["ImpedimentView"][];
            next?: string | null;
        };
        PagePersonView: {
            items: components["schemas"]["PeoplePersonView"][];
            next?: string | null;
        };
        PeopleLinkRequest: {
            issuer: string;
            subject: string;
        };
        PeoplePersonView: {
            active: boolean;
            email?: string | null;
            externalId?: string | null;
            id: string;
            links: components["schemas"]["Link"][];
            name: string;
            /** Format: int64 */
            version: number;
        };
        PeopleRegisterRequest: {
            email?: string | null;
            name: string;
        };
        PeopleReviseRequest: {
            active?: boolean | null;
            email?: string | null;
            name: string;
        };
        Ref: {
            id: string;
            name: string;
        };
        ResolutionView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            causeRemoved: boolean;
            fix: string;
        };
        UnitView: {
            archived: boolean;
            assignments: components["schemas"]["AssignmentView"][];
            calendar?: components["schemas"]["Calendar"];
            can: string[];
            description?: string | null;
            externalId?: string | null;
            findings: components["schemas"]["Finding"][];
            id: string;
            /** @enum {string} */
            kind: "PRODUCT" | "AREA" | "TEAM" | "SCRUM_OF_SCRUMS" | "UNKNOWN";
            /** Format: int32 */
            members: number;
            name: string;
            parent?: components["schemas"]["Ref"];
            scrumOfScrums?: components["schemas"]["Ref"];
            vacancies: components["schemas"]["Vacancy"][];
            /** Format: int64 */
            version: number;
        };
        UpdateView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            text: string;
        };
        Vacancy: {
            /** @enum {string} */
            role: "ADMINISTRATOR" | "CHIEF_PRODUCT_OWNER" | "EXECUTIVE_ACTION_TEAM" | "STAKEHOLDER" | "AREA_PRODUCT_OWNER" | "SCRUM_OF_SCRUMS_MASTER" | "PRODUCT_OWNER" | "BACKUP_PRODUCT_OWNER" | "SCRUM_MASTER" | "CO_SCRUM_MASTER" | "DEVELOPER" | "TECH_LEAD" | "UNKNOWN";
            /** Format: date */
            since?: string | null;
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
    list_2: {
        parameters: {
            query?: {
                unit?: string;
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
                    "application/json": components["schemas"]["FindingsFindingList"];
                };
            };
        };
    };
    waive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingsWaiveRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingsWaivedView"];
                };
            };
        };
    };
    list_1: {
        parameters: {
            query?: {
                team?: string;
                holder?: string;
                level?: "TEAM" | "SCRUM_OF_SCRUMS" | "EXECUTIVE_ACTION_TEAM" | "UNKNOWN";
                state?: "OPEN" | "RESOLVED" | "UNKNOWN";
                q?: string;
                sort?: string;
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
                    "application/json": components["schemas"]["PageImpedimentView"];
                };
            };
        };
    };
    raise: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpedimentRaiseRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpedimentView"];
                };
            };
        };
    };
    lookAlikes: {
        parameters: {
            query: {
                title: string;
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
                    "application/json": components["schemas"]["ImpedimentLookAlikes"];
                };
            };
        };
    };
    get_1: {
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
                    "application/json": components["schemas"]["ImpedimentView"];
                };
            };
        };
    };
    answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpedimentAnswerRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpedimentView"];
                };
            };
        };
    };
    describe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpedimentDescribeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpedimentView"];
                };
            };
        };
    };
    escalate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpedimentEscalateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpedimentView"];
                };
            };
        };
    };
    evidence: {
        parameters: {
            query?: {
                to?: "TEAM" | "SCRUM_OF_SCRUMS" | "EXECUTIVE_ACTION_TEAM" | "UNKNOWN";
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
                    "application/json": components["schemas"]["ImpedimentEvidencePreview"];
                };
            };
        };
    };
    support: {
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
                    "application/json": components["schemas"]["ImpedimentView"];
                };
            };
        };
    };
    resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpedimentResolveRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpedimentView"];
                };
            };
        };
    };
    update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpedimentUpdateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpedimentView"];
                };
            };
        };
    };
    me: {
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
                    "application/json": components["schemas"]["OrganizationMe"];
                };
            };
        };
    };
    organization: {
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
                    "application/json": components["schemas"]["OrganizationOrganization"];
                };
            };
        };
    };
    list: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["PagePersonView"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleRegisterRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePersonView"];
                };
            };
        };
    };
    get: {
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
                    "application/json": components["schemas"]["PeoplePersonView"];
                };
            };
        };
    };
    revise_1: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleReviseRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePersonView"];
                };
            };
        };
    };
    link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleLinkRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeoplePersonView"];
                };
            };
        };
    };
    queue: {
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
                    "application/json": components["schemas"]["ExecutiveQueueExecutiveQueue"];
                };
            };
        };
    };
    found: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationFoundRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
        };
    };
    schedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationCalendarRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
        };
    };
    unit: {
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
                    "application/json": components["schemas"]["UnitView"];
                };
            };
        };
    };
    revise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationReviseRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
        };
    };
    appoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAppointRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
        };
    };
    end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                assignment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationEndRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
        };
    };
}
