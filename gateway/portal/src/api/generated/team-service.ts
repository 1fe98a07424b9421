// Made from contracts/openapi/team-service.yaml by `npm run api`.
export interface paths {
    "/api/team/boards/dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["dependencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/boards/scrum-of-scrums/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDependencies"];
        put?: never;
        post: operations["propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/dependencies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDependency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/dependencies/{id}/accept": {
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
    "/api/team/dependencies/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/dependencies/{id}/counter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["counter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/dependencies/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/dependencies/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["deliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/dependencies/{id}/need-by": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["needBy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/dependencies/{id}/slip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["slip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/dependencies/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/team/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listFindings"];
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
        get: operations["listImpediments"];
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
        get: operations["getImpediment"];
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
    "/api/team/imports": {
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
    "/api/team/imports/{id}": {
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
    "/api/team/imports/{id}/apply": {
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
    "/api/team/imports/{id}/mapping": {
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
    "/api/team/imports/{id}/rows": {
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
        get: operations["listPeople"];
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
        get: operations["getPerson"];
        put: operations["revisePerson"];
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
    "/api/team/people/{id}/links/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unlink"];
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
        put: operations["reviseUnit"];
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
        BoardCard: {
            broken: boolean;
            consumer: components["schemas"]["Ref"];
            id: string;
            producer: components["schemas"]["Ref"];
            /** @enum {string} */
            status: "PROPOSED" | "COUNTERED" | "COMMITTED" | "DECLINED" | "DELIVERED" | "ACCEPTED" | "WITHDRAWN" | "UNKNOWN";
            title: string;
        };
        BoardCell: {
            dependencies: components["schemas"]["BoardCard"][];
            /** Format: int32 */
            sprint: number;
            team: string;
        };
        BoardDependencyBoard: {
            cells: components["schemas"]["BoardCell"][];
            edges: components["schemas"]["BoardEdge"][];
            sprints: components["schemas"]["Sprint"][];
            teams: components["schemas"]["Ref"][];
            /** Format: int32 */
            undated: number;
        };
        BoardEdge: {
            /** Format: int32 */
            broken: number;
            consumer: components["schemas"]["Ref"];
            /** Format: int32 */
            open: number;
            producer: components["schemas"]["Ref"];
        };
        Calendar: {
            /** Format: date */
            firstStart: string;
            /** Format: int32 */
            lengthDays: number;
        };
        CounterOffer: {
            /** @enum {string} */
            by: "CONSUMER" | "PRODUCER" | "UNKNOWN";
            /** Format: date */
            date: string;
            reason?: string | null;
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
        DependencyCommitRequest: {
            /** Format: date */
            by?: string | null;
        };
        DependencyDateRequest: {
            /** Format: date */
            date: string;
            reason?: string | null;
        };
        DependencyProposeRequest: {
            consumer: string;
            feature?: string | null;
            /** Format: date */
            neededBy?: string | null;
            producer: string;
            title: string;
        };
        DependencyReasonRequest: {
            reason?: string | null;
        };
        DependencyView: {
            broken: boolean;
            brokenReason?: string | null;
            can: string[];
            /** Format: date */
            committedBy?: string | null;
            consumer: components["schemas"]["Ref"];
            counterOffer?: components["schemas"]["CounterOffer"];
            feature?: string | null;
            history: components["schemas"]["MoveView"][];
            id: string;
            /** Format: date */
            neededBy?: string | null;
            producer: components["schemas"]["Ref"];
            /** @enum {string} */
            status: "PROPOSED" | "COUNTERED" | "COMMITTED" | "DECLINED" | "DELIVERED" | "ACCEPTED" | "WITHDRAWN" | "UNKNOWN";
            title: string;
            /** Format: int64 */
            version: number;
            /** @enum {string} */
            visibility: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN";
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
            records: string[];
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
            person?: string | null;
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
            records?: string[] | null;
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
            shareWith?: string | null;
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
        Link: {
            issuer: string;
            subject: string;
        };
        MoveView: {
            /** Format: date-time */
            at: string;
            because?: components["schemas"]["Ref"];
            by: components["schemas"]["Ref"];
            /** Format: date */
            date?: string | null;
            /** @enum {string} */
            from: "PROPOSED" | "COUNTERED" | "COMMITTED" | "DECLINED" | "DELIVERED" | "ACCEPTED" | "WITHDRAWN" | "UNKNOWN";
            move: string;
            reason?: string | null;
            /** @enum {string} */
            to: "PROPOSED" | "COUNTERED" | "COMMITTED" | "DECLINED" | "DELIVERED" | "ACCEPTED" | "WITHDRAWN" | "UNKNOWN";
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
        PageDependencyView: {
            items: components["schemas"]["DependencyView"][];
            next?: string | null;
        };
        PageImpedimentView: {
            items: components["schemas"]["ImpedimentView"][];
            next?: string | null;
        };
        PageImportView: {
            items: components["schemas"]["ImportView"][];
            next?: string | null;
        };
        PagePersonView: {
            items: components["schemas"]["PeoplePersonView"][];
            next?: string | null;
        };
        PageRowView: {
            items: components["schemas"]["RowView"][];
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
            sharedWith?: string | null;
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
        ScrumOfScrumsMatrix: {
            rows: components["schemas"]["ScrumOfScrumsMatrixRow"][];
            sprints: number[];
        };
        ScrumOfScrumsMatrixCell: {
            /** Format: int32 */
            due: number;
            /** Format: int32 */
            late: number;
            /** Format: int32 */
            sprint: number;
        };
        ScrumOfScrumsMatrixRow: {
            cells: components["schemas"]["ScrumOfScrumsMatrixCell"][];
            team: components["schemas"]["Ref"];
        };
        ScrumOfScrumsScrumOfScrumsBoard: {
            commitments: components["schemas"]["DependencyView"][];
            matrix: components["schemas"]["ScrumOfScrumsMatrix"];
            newSince: components["schemas"]["ImpedimentView"][];
            overdue: components["schemas"]["ImpedimentView"][];
            promises: components["schemas"]["ImpedimentView"][];
            sos: components["schemas"]["Ref"];
            teams: components["schemas"]["ScrumOfScrumsTeamRow"][];
            teamsWithoutScrumMaster: components["schemas"]["Ref"][];
        };
        ScrumOfScrumsTeamRow: {
            /** Format: int64 */
            oldestAgeDays?: number | null;
            /** Format: int32 */
            open: number;
            team: components["schemas"]["Ref"];
        };
        Sprint: {
            /** Format: date */
            end: string;
            /** Format: int32 */
            number: number;
            /** Format: date */
            start: string;
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
    dependencies: {
        parameters: {
            query?: {
                from?: number;
                to?: number;
                area?: string;
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
                    "application/json": components["schemas"]["BoardDependencyBoard"];
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
    board: {
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
                    "application/json": components["schemas"]["ScrumOfScrumsScrumOfScrumsBoard"];
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
    listDependencies: {
        parameters: {
            query?: {
                team?: string;
                role?: string;
                status?: "PROPOSED" | "COUNTERED" | "COMMITTED" | "DECLINED" | "DELIVERED" | "ACCEPTED" | "WITHDRAWN" | "UNKNOWN";
                feature?: string;
                broken?: boolean;
                needsAnswerFrom?: string;
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
                    "application/json": components["schemas"]["PageDependencyView"];
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
    propose: {
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
                "application/json": components["schemas"]["DependencyProposeRequest"];
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
                    "application/json": components["schemas"]["DependencyView"];
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
    getDependency: {
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
                    "application/json": components["schemas"]["DependencyView"];
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
                    "application/json": components["schemas"]["DependencyView"];
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
    commit: {
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
                "application/json": components["schemas"]["DependencyCommitRequest"];
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
                    "application/json": components["schemas"]["DependencyView"];
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
    counter: {
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
                "application/json": components["schemas"]["DependencyDateRequest"];
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
                    "application/json": components["schemas"]["DependencyView"];
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
    decline: {
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
                "application/json": components["schemas"]["DependencyReasonRequest"];
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
                    "application/json": components["schemas"]["DependencyView"];
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
    deliver: {
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
                    "application/json": components["schemas"]["DependencyView"];
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
    needBy: {
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
                "application/json": components["schemas"]["DependencyDateRequest"];
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
                    "application/json": components["schemas"]["DependencyView"];
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
    slip: {
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
                "application/json": components["schemas"]["DependencyDateRequest"];
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
                    "application/json": components["schemas"]["DependencyView"];
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
    withdraw: {
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
                "application/json": components["schemas"]["DependencyReasonRequest"];
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
                    "application/json": components["schemas"]["DependencyView"];
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
    listFindings: {
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
    waive: {
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
                "application/json": components["schemas"]["FindingsWaiveRequest"];
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
                    "application/json": components["schemas"]["FindingsWaivedView"];
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
    listImpediments: {
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
    raise: {
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
                "application/json": components["schemas"]["ImpedimentRaiseRequest"];
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
                    "application/json": components["schemas"]["ImpedimentView"];
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
    getImpediment: {
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
                    "application/json": components["schemas"]["ImpedimentView"];
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
    answer: {
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
                "application/json": components["schemas"]["ImpedimentAnswerRequest"];
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
                    "application/json": components["schemas"]["ImpedimentView"];
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
    describe: {
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
                "application/json": components["schemas"]["ImpedimentDescribeRequest"];
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
                    "application/json": components["schemas"]["ImpedimentView"];
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
    escalate: {
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
                "application/json": components["schemas"]["ImpedimentEscalateRequest"];
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
                    "application/json": components["schemas"]["ImpedimentView"];
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
    support: {
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
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpedimentView"];
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
    resolve: {
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
                "application/json": components["schemas"]["ImpedimentResolveRequest"];
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
                    "application/json": components["schemas"]["ImpedimentView"];
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
    update: {
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
                "application/json": components["schemas"]["ImpedimentUpdateRequest"];
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
                    "application/json": components["schemas"]["ImpedimentView"];
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
    listPeople: {
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
    register: {
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
                "application/json": components["schemas"]["PeopleRegisterRequest"];
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
                    "application/json": components["schemas"]["PeoplePersonView"];
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
    getPerson: {
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
                    "application/json": components["schemas"]["PeoplePersonView"];
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
    revisePerson: {
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
                "application/json": components["schemas"]["PeopleReviseRequest"];
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
                    "application/json": components["schemas"]["PeoplePersonView"];
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
                "application/json": components["schemas"]["PeopleLinkRequest"];
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
                    "application/json": components["schemas"]["PeoplePersonView"];
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
    unlink: {
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
                "application/json": components["schemas"]["PeopleLinkRequest"];
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
                    "application/json": components["schemas"]["PeoplePersonView"];
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
    found: {
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
                "application/json": components["schemas"]["OrganizationFoundRequest"];
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
                    "application/json": components["schemas"]["UnitView"];
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
    schedule: {
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
                "application/json": components["schemas"]["OrganizationCalendarRequest"];
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
                    "application/json": components["schemas"]["UnitView"];
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
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
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
    reviseUnit: {
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
                "application/json": components["schemas"]["OrganizationReviseRequest"];
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
                    "application/json": components["schemas"]["UnitView"];
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
    appoint: {
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
                "application/json": components["schemas"]["OrganizationAppointRequest"];
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
                    "application/json": components["schemas"]["UnitView"];
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
    end: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
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
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
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
