// Made from contracts/openapi/cop-service.yaml by `npm run api`.
export interface paths {
    "/api/cop/backlinks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listBacklinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listChangesToAnswer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/changes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/changes/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["declineChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/changes/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["takeChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/changes/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/coaching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCoachingQuestion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/coaching/dismissals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["dismissCoachingQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCommunities"];
        put?: never;
        post: operations["foundCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCommunity"];
        put: operations["reviseCommunity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/adoption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAdoptionMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["archiveCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/cadence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setCadence"];
        post?: never;
        delete: operations["endCadence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWaitingChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/co-leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addCoLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/co-leads/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endCoLead"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listFiles"];
        put?: never;
        post: operations["addFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/findings": {
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
    "/api/cop/communities/{id}/findings/{finding}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["waiveFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/gatherings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listGatherings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/gatherings/{on}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelGathering"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/gatherings/{on}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["moveGathering"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/gatherings/{on}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restoreGathering"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/ideas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOpenIdeas"];
        put?: never;
        post: operations["proposeIdea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/ideas/decided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDecidedIdeas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["joinCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["leaveCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMembers"];
        put?: never;
        post: operations["admitMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/members/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPages"];
        put?: never;
        post: operations["draftPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/playbook.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportPlaybook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/playbook/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["importPlaybook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCommunityQuestions"];
        put?: never;
        post: operations["addCommunityQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/questions/{question}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeCommunityQuestion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reopenCommunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/shelf/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["installShelf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/communities/{id}/trees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTrees"];
        put?: never;
        post: operations["draftTree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getFile"];
        put?: never;
        post?: never;
        delete: operations["removeFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/gatherings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getGathering"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/gatherings/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["agreeOnAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/gatherings/{id}/actions/{action}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["finishAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/gatherings/{id}/actions/{action}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reopenAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/gatherings/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["prepareGathering"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/gatherings/{id}/agenda/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["takeTopics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/gatherings/{id}/coming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["comeToGathering"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/gatherings/{id}/facilitator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["nameFacilitator"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/gatherings/{id}/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["holdGathering"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/gatherings/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["noteGathering"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/helpful-pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listHelpfulPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/ideas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["findIdeas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/ideas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getIdea"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/ideas/{id}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adoptIdea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/ideas/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["declineIdea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/ideas/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["dropIdea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/ideas/{id}/support": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["supportIdea"];
        post?: never;
        delete: operations["takeBackSupport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/ideas/{id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["startTrial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/ideas/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawIdea"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/imports": {
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
    "/api/cop/imports/{id}": {
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
    "/api/cop/imports/{id}/apply": {
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
    "/api/cop/imports/{id}/mapping": {
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
    "/api/cop/imports/{id}/rows": {
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
    "/api/cop/improvements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listImprovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOwnPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/adoption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPageAdoption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/adoption/{team}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["sayAdoption"];
        post?: never;
        delete: operations["takeBackAdoption"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["archivePage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/authors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["namePageAuthors"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPageChanges"];
        put?: never;
        post: operations["proposeChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirmPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDifference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ownPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/page.md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publishPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/purpose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setPagePurpose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reopenPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restorePage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sendPageBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["submitPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/pages/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["writePage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/runs/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answerRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/runs/{id}/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["attachRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/runs/{id}/back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["goBackInRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/runs/{id}/detach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["detachRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["searchPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/shelf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getShelf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/trees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPublishedTrees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/trees/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getTree"];
        put: operations["editTree"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/trees/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["archiveTree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/trees/{id}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getTreeCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/trees/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ownTree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/trees/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publishTree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/trees/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reopenTree"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cop/trees/{id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["startRun"];
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
        ActionView: {
            done: boolean;
            id: string;
            owner?: components["schemas"]["Ref"];
            text: string;
        };
        AdoptionAdoptionView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            outdated: boolean;
            /** @enum {string} */
            stance: "ADOPT" | "ADAPT" | "DECLINE" | "UNKNOWN";
            team: components["schemas"]["Ref"];
            words?: string | null;
        };
        AdoptionImprovablePage: {
            can: string[];
            page: components["schemas"]["Ref"];
            teams: components["schemas"]["Ref"][];
            words: string;
        };
        AdoptionImprovablePages: {
            items: components["schemas"]["AdoptionImprovablePage"][];
        };
        AdoptionImprovementView: {
            open: boolean;
            teams: components["schemas"]["Ref"][];
            words: string;
        };
        AdoptionMatrix: {
            /** Format: int32 */
            more: number;
            pages: components["schemas"]["AdoptionMatrixRow"][];
            teams: components["schemas"]["Ref"][];
        };
        AdoptionMatrixRow: {
            page: components["schemas"]["Ref"];
            said: components["schemas"]["AdoptionAdoptionView"][];
            /** Format: int64 */
            used: number;
        };
        AdoptionPageAdoption: {
            improvements: components["schemas"]["AdoptionImprovementView"][];
            items: components["schemas"]["AdoptionAdoptionView"][];
            speakFor: components["schemas"]["Ref"][];
            /** Format: int64 */
            used: number;
        };
        AdoptionStanceRequest: {
            like?: string | null;
            /** @enum {string} */
            stance: "ADOPT" | "ADAPT" | "DECLINE" | "UNKNOWN";
            words?: string | null;
        };
        Answer: {
            text?: string | null;
            to?: string | null;
        };
        AttachmentView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            id: string;
            /** @enum {string} */
            kind: "IMPEDIMENT" | "DECISION" | "DEPENDENCY" | "PAGE" | "UNKNOWN";
            /** Format: date-time */
            takenAway?: string | null;
            title?: string | null;
        };
        Cadence: {
            /** Format: time-local */
            at: string;
            /** Format: date */
            first: string;
            /** Format: int32 */
            minutes: number;
            rule: string;
            zone: string;
        };
        CarriedView: {
            gathering: string;
            id: string;
            /** Format: date */
            on: string;
            owner?: components["schemas"]["Ref"];
            text: string;
        };
        ChangeChangeRequest: {
            /** Format: int32 */
            base: number;
            note?: string | null;
            summary?: string | null;
            text: string;
            title: string;
        };
        ChangeChangeSummary: {
            /** Format: date-time */
            at: string;
            /** Format: int32 */
            base: number;
            by: components["schemas"]["Ref"];
            id: string;
            note?: string | null;
            page: components["schemas"]["Ref"];
            reason?: string | null;
            /** @enum {string} */
            status: "OPEN" | "TAKEN" | "DECLINED" | "WITHDRAWN" | "UNKNOWN";
        };
        ChangeChangeView: {
            can: string[];
            change: components["schemas"]["ChangeChangeSummary"];
            clean: boolean;
            lines: components["schemas"]["Line"][];
            readable: boolean;
            /** Format: int32 */
            revision: number;
            summary?: string | null;
            text: string;
            title: string;
        };
        ChangeChangesToAnswer: {
            items: components["schemas"]["ChangeChangeSummary"][];
        };
        ChangeDeclineRequest: {
            reason?: string | null;
        };
        ChangeTakeRequest: {
            /** Format: int32 */
            base: number;
            summary?: string | null;
            text: string;
            title: string;
        };
        CoachingDismissRequest: {
            question: string;
        };
        CoachingOffered: {
            community?: components["schemas"]["Ref"];
            question?: components["schemas"]["CoachingQuestion"];
        };
        CoachingQuestion: {
            id: string;
            /** @enum {string} */
            moment: "OLD_IMPEDIMENT" | "DEPENDENCY_COUNTERED_TWICE" | "SAME_FACILITATOR" | "STRATEGY_RUNNING" | "PROMISE_BROKEN" | "OVERDUE_PAGE" | "WORK_WITHOUT_OUTCOME" | "ANY" | "UNKNOWN";
            text: string;
        };
        CommunityCadenceRequest: {
            /** Format: time-local */
            at: string;
            /** Format: date */
            first: string;
            /** Format: int32 */
            minutes?: number | null;
            rule: string;
            zone: string;
        };
        CommunityCommunityRequest: {
            audience?: ("CHIEF_PRODUCT_OWNER" | "AREA_PRODUCT_OWNER" | "PRODUCT_OWNER" | "BACKUP_PRODUCT_OWNER" | "SCRUM_MASTER" | "CO_SCRUM_MASTER" | "SCRUM_OF_SCRUMS_MASTER" | "DEVELOPER" | "TECH_LEAD" | "STAKEHOLDER" | "UNKNOWN")[] | null;
            links?: components["schemas"]["Link"][] | null;
            name: string;
            purpose?: string | null;
            /** @enum {string|null} */
            visibility?: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN" | null;
        };
        CommunityMemberView: {
            person: components["schemas"]["Ref"];
            /** Format: date */
            since: string;
        };
        CommunityMoveRequest: {
            reason?: string | null;
            /** Format: date-time */
            to: string;
        };
        CommunityPersonRequest: {
            person: string;
        };
        CommunityQuestionCommunityQuestions: {
            items: components["schemas"]["CoachingQuestion"][];
        };
        CommunityQuestionQuestionRequest: {
            /** @enum {string} */
            moment: "OLD_IMPEDIMENT" | "DEPENDENCY_COUNTERED_TWICE" | "SAME_FACILITATOR" | "STRATEGY_RUNNING" | "PROMISE_BROKEN" | "OVERDUE_PAGE" | "WORK_WITHOUT_OUTCOME" | "ANY" | "UNKNOWN";
            text: string;
        };
        CommunityReasonRequest: {
            reason?: string | null;
        };
        CommunityView: {
            archived: boolean;
            audience: ("CHIEF_PRODUCT_OWNER" | "AREA_PRODUCT_OWNER" | "PRODUCT_OWNER" | "BACKUP_PRODUCT_OWNER" | "SCRUM_MASTER" | "CO_SCRUM_MASTER" | "SCRUM_OF_SCRUMS_MASTER" | "DEVELOPER" | "TECH_LEAD" | "STAKEHOLDER" | "UNKNOWN")[];
            cadence?: components["schemas"]["Cadence"];
            can: string[];
            coLeads: components["schemas"]["Ref"][];
            id: string;
            lead?: components["schemas"]["Ref"];
            links: components["schemas"]["Link"][];
            member: boolean;
            /** Format: int64 */
            members: number;
            name: string;
            next?: components["schemas"]["SlotView"];
            purpose?: string | null;
            /** Format: date */
            since: string;
            /** Format: int64 */
            version: number;
            /** @enum {string} */
            visibility: "ORGANIZATION" | "AREA" | "TEAM" | "PRIVATE" | "UNKNOWN";
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
        EndView: {
            advice?: string | null;
            html?: string | null;
            node: string;
            outcome: string;
        };
        FileFileView: {
            /** Format: int32 */
            bytes: number;
            /** Format: int32 */
            height: number;
            id: string;
            image: boolean;
            name: string;
            path: string;
            /** @enum {string} */
            type: "PNG" | "JPEG" | "GIF" | "WEBP" | "PDF" | "TEXT" | "CSV" | "MARKDOWN" | "DOCX" | "XLSX" | "PPTX" | "ODT" | "ODS" | "ODP" | "UNKNOWN";
            /** Format: int32 */
            width: number;
        };
        FileKeptFile: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            /** Format: int32 */
            bytes: number;
            id: string;
            image: boolean;
            kept: boolean;
            name: string;
            path: string;
            /** @enum {string} */
            type: "PNG" | "JPEG" | "GIF" | "WEBP" | "PDF" | "TEXT" | "CSV" | "MARKDOWN" | "DOCX" | "XLSX" | "PPTX" | "ODT" | "ODS" | "ODP" | "UNKNOWN";
        };
        FileKeptFiles: {
            items: components["schemas"]["FileKeptFile"][];
        };
        FindingFindingList: {
            items: components["schemas"]["FindingFindingView"][];
        };
        FindingFindingView: {
            can: string[];
            cites: string;
            id: string;
            path: string;
            rule: string;
            text: string;
            waived?: components["schemas"]["FindingWaivedView"];
        };
        FindingWaiveRequest: {
            reason?: string | null;
            /** Format: date */
            until?: string | null;
        };
        FindingWaivedView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            reason: string;
            /** Format: date */
            until?: string | null;
        };
        FolderFolderPage: {
            page?: string | null;
            path: string;
            title: string;
            together?: string | null;
            /** @enum {string} */
            verdict: "NEW" | "CHANGED" | "MERGED" | "UNCHANGED" | "CONFLICT" | "REFUSED";
            why?: string | null;
        };
        FolderFolderView: {
            applied: boolean;
            pages: components["schemas"]["FolderFolderPage"][];
        };
        Fragment: {
            parts: components["schemas"]["Part"][];
        };
        Gap: {
            /** @enum {string} */
            kind: "NO_START" | "NO_QUESTION" | "NO_WORDS" | "NO_ANSWERS" | "LEADS_NOWHERE" | "SAME_ANSWERS" | "DEAD_END" | "LOOP_WITHOUT_EXIT" | "UNREACHABLE";
            node?: string | null;
            todo: string;
        };
        GatheringActionRequest: {
            owner?: string | null;
            text: string;
        };
        GatheringAgendaRequest: {
            items: string[];
        };
        GatheringComingRequest: {
            coming: boolean;
        };
        GatheringFacilitatorRequest: {
            person?: string | null;
        };
        GatheringGatheringList: {
            items: components["schemas"]["GatheringSummary"][];
        };
        GatheringHeldRequest: {
            /** Format: int32 */
            attended: number;
        };
        GatheringNotesRequest: {
            notes?: string | null;
        };
        GatheringSummary: {
            /** Format: int32 */
            attended?: number | null;
            cancelled: boolean;
            /** Format: date-time */
            end: string;
            id: string;
            moved: boolean;
            /** Format: date */
            on: string;
            /** Format: int32 */
            openActions: number;
            reason?: string | null;
            /** Format: date-time */
            start: string;
            /** @enum {string} */
            state: "PLANNED" | "DUE" | "HELD" | "MISSED" | "CANCELLED";
            zone: string;
        };
        GatheringTakeRequest: {
            paths: string[];
        };
        GatheringView: {
            actions: components["schemas"]["ActionView"][];
            agenda: string[];
            /** Format: int32 */
            attended?: number | null;
            can: string[];
            cancelled: boolean;
            carried: components["schemas"]["CarriedView"][];
            /** Format: int32 */
            coming: number;
            community: components["schemas"]["Ref"];
            /** Format: date-time */
            end: string;
            facilitator?: components["schemas"]["Ref"];
            iCome?: boolean | null;
            id: string;
            links: components["schemas"]["TopicLink"][];
            moved: boolean;
            notes?: string | null;
            /** Format: date */
            on: string;
            reason?: string | null;
            /** Format: date-time */
            start: string;
            /** @enum {string} */
            state: "PLANNED" | "DUE" | "HELD" | "MISSED" | "CANCELLED";
            suggestions: components["schemas"]["Suggestion"][];
            /** Format: int64 */
            version: number;
            zone: string;
        };
        Heading: {
            id: string;
            /** Format: int32 */
            level: number;
            text: string;
        };
        HelpHelpfulPage: {
            community: components["schemas"]["Ref"];
            id: string;
            /** @enum {string|null} */
            makes?: "ESCALATION_EVIDENCE" | "WORKING_AGREEMENT" | "DEFINITION_OF_DONE" | "RITUAL_AGENDA" | "DECISION_RECORD" | "ROLE_RETROSPECTIVE" | "UNKNOWN" | null;
            summary?: string | null;
            title: string;
            treats: string[];
        };
        HelpHelpfulPages: {
            items: components["schemas"]["HelpHelpfulPage"][];
        };
        IdeaDeclineIdeaRequest: {
            reason?: string | null;
        };
        IdeaIdeaRequest: {
            title: string;
            what?: string | null;
            why?: string | null;
        };
        IdeaLearnedRequest: {
            learned?: string | null;
        };
        IdeaOpenIdeas: {
            items: components["schemas"]["IdeaView"][];
        };
        IdeaTrialRequest: {
            measure: string;
            teams: string[];
            /** Format: date */
            until: string;
        };
        IdeaView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            can: string[];
            community: components["schemas"]["Ref"];
            /** Format: date-time */
            decidedAt?: string | null;
            id: string;
            learned?: string | null;
            mine: boolean;
            reason?: string | null;
            /** @enum {string} */
            status: "PROPOSED" | "ON_TRIAL" | "ADOPTED" | "DROPPED" | "DECLINED" | "WITHDRAWN" | "UNKNOWN";
            /** Format: int32 */
            support: number;
            title: string;
            trial?: components["schemas"]["TrialView"];
            /** Format: int64 */
            version: number;
            what?: string | null;
            why?: string | null;
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
        Line: {
            /** @enum {string} */
            kind: "SAME" | "REMOVED" | "ADDED";
            text: string;
        };
        Link: {
            address: string;
            name: string;
        };
        NodeView: {
            advice?: string | null;
            answers: components["schemas"]["Answer"][];
            help?: string | null;
            html?: string | null;
            id: string;
            outcome?: string | null;
            question?: string | null;
        };
        PageAuthorsRequest: {
            authors: string[];
        };
        PageBacklinks: {
            items: components["schemas"]["Summary"][];
        };
        PageChangeSummary: {
            items: components["schemas"]["ChangeChangeSummary"][];
            next?: string | null;
        };
        PageCommunityView: {
            items: components["schemas"]["CommunityView"][];
            next?: string | null;
        };
        PageDifferenceView: {
            after: components["schemas"]["RevisionSummary"];
            before: components["schemas"]["RevisionSummary"];
            lines: components["schemas"]["Line"][];
        };
        PageDraftRequest: {
            /** @enum {string|null} */
            makes?: "ESCALATION_EVIDENCE" | "WORKING_AGREEMENT" | "DEFINITION_OF_DONE" | "RITUAL_AGENDA" | "DECISION_RECORD" | "ROLE_RETROSPECTIVE" | "UNKNOWN" | null;
            summary?: string | null;
            text?: string | null;
            title: string;
            treats?: string[] | null;
        };
        PageHistory: {
            items: components["schemas"]["RevisionSummary"][];
        };
        PageIdeaView: {
            items: components["schemas"]["IdeaView"][];
            next?: string | null;
        };
        PageImportView: {
            items: components["schemas"]["ImportView"][];
            next?: string | null;
        };
        PageMemberView: {
            items: components["schemas"]["CommunityMemberView"][];
            next?: string | null;
        };
        PageOwnPages: {
            items: components["schemas"]["Summary"][];
        };
        PageOwnerRequest: {
            person: string;
        };
        PagePreviewRequest: {
            text: string;
        };
        PagePurposeRequest: {
            /** @enum {string|null} */
            makes?: "ESCALATION_EVIDENCE" | "WORKING_AGREEMENT" | "DEFINITION_OF_DONE" | "RITUAL_AGENDA" | "DECISION_RECORD" | "ROLE_RETROSPECTIVE" | "UNKNOWN" | null;
            treats?: string[] | null;
        };
        PageReasonRequest: {
            reason?: string | null;
        };
        PageRemarkRequest: {
            remark?: string | null;
        };
        PageRestoreRequest: {
            /** Format: int32 */
            base: number;
            /** Format: int32 */
            revision: number;
        };
        PageReviewByRequest: {
            /** Format: date */
            reviewBy?: string | null;
        };
        PageRowView: {
            items: components["schemas"]["RowView"][];
            next?: string | null;
        };
        PageSummary: {
            items: components["schemas"]["Summary"][];
            next?: string | null;
        };
        PageTreeSummary: {
            items: components["schemas"]["TreeSummary"][];
            next?: string | null;
        };
        PageView: {
            authors: components["schemas"]["Ref"][];
            backlinks: components["schemas"]["Ref"][];
            by: components["schemas"]["Ref"];
            can: string[];
            community: components["schemas"]["Ref"];
            contents: components["schemas"]["Heading"][];
            html: string;
            id: string;
            /** @enum {string|null} */
            makes?: "ESCALATION_EVIDENCE" | "WORKING_AGREEMENT" | "DEFINITION_OF_DONE" | "RITUAL_AGENDA" | "DECISION_RECORD" | "ROLE_RETROSPECTIVE" | "UNKNOWN" | null;
            overdue: boolean;
            owner?: components["schemas"]["Ref"];
            remark?: string | null;
            /** Format: date */
            reviewBy?: string | null;
            /** Format: int32 */
            revision: number;
            /** @enum {string} */
            status: "PROPOSED" | "DRAFT" | "IN_REVIEW" | "PUBLISHED" | "ARCHIVED" | "UNKNOWN";
            summary?: string | null;
            text: string;
            title: string;
            treats: string[];
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            writtenAt: string;
        };
        PageWriteRequest: {
            /** Format: int32 */
            base: number;
            note?: string | null;
            summary?: string | null;
            text: string;
            title: string;
        };
        PageWrittenView: {
            merged: boolean;
            page: components["schemas"]["PageView"];
        };
        Part: {
            hit: boolean;
            text: string;
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
        QuestionView: {
            answers: string[];
            help?: string | null;
            node: string;
            /** Format: int32 */
            step: number;
            text: string;
        };
        Ref: {
            id: string;
            name: string;
        };
        Rendered: {
            contents: components["schemas"]["Heading"][];
            html: string;
        };
        RevisionSummary: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            note?: string | null;
            /** Format: int32 */
            number: number;
            title: string;
        };
        RevisionView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["Ref"];
            html: string;
            note?: string | null;
            /** Format: int32 */
            number: number;
            summary?: string | null;
            text: string;
            title: string;
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
        RunAnswerRequest: {
            /** Format: int32 */
            answer: number;
            /** Format: int32 */
            step: number;
        };
        RunAttachRequest: {
            id: string;
            /** @enum {string} */
            kind: "IMPEDIMENT" | "DECISION" | "DEPENDENCY" | "PAGE" | "UNKNOWN";
            title?: string | null;
        };
        RunBackRequest: {
            /** Format: int32 */
            step: number;
        };
        RunDetachRequest: {
            id: string;
            /** @enum {string} */
            kind: "IMPEDIMENT" | "DECISION" | "DEPENDENCY" | "PAGE" | "UNKNOWN";
        };
        RunRecords: {
            items: components["schemas"]["RunView"][];
        };
        RunView: {
            about: components["schemas"]["AttachmentView"][];
            can: string[];
            end?: components["schemas"]["EndView"];
            id: string;
            question?: components["schemas"]["QuestionView"];
            /** Format: int32 */
            revision: number;
            steps: components["schemas"]["Step"][];
            tree: components["schemas"]["Ref"];
        };
        SearchHighlights: {
            text: components["schemas"]["Fragment"][];
            title: components["schemas"]["Part"][];
        };
        SearchHitList: {
            items: components["schemas"]["SearchHitView"][];
        };
        SearchHitView: {
            community: components["schemas"]["Ref"];
            highlights: components["schemas"]["SearchHighlights"];
            id: string;
            /** @enum {string} */
            status: "PROPOSED" | "DRAFT" | "IN_REVIEW" | "PUBLISHED" | "ARCHIVED" | "UNKNOWN";
            title: string;
        };
        ShelfInstalledView: {
            /** Format: int32 */
            installed: number;
            /** Format: int32 */
            trees: number;
        };
        ShelfLeafView: {
            /** @enum {string|null} */
            makes?: "ESCALATION_EVIDENCE" | "WORKING_AGREEMENT" | "DEFINITION_OF_DONE" | "RITUAL_AGENDA" | "DECISION_RECORD" | "ROLE_RETROSPECTIVE" | "UNKNOWN" | null;
            summary?: string | null;
            title: string;
        };
        ShelfPartView: {
            audience: ("CHIEF_PRODUCT_OWNER" | "AREA_PRODUCT_OWNER" | "PRODUCT_OWNER" | "BACKUP_PRODUCT_OWNER" | "SCRUM_MASTER" | "CO_SCRUM_MASTER" | "SCRUM_OF_SCRUMS_MASTER" | "DEVELOPER" | "TECH_LEAD" | "STAKEHOLDER" | "UNKNOWN")[];
            cadence: string;
            id: string;
            name: string;
            pages: components["schemas"]["ShelfLeafView"][];
            purpose: string;
            trees: components["schemas"]["ShelfSaplingView"][];
        };
        ShelfSaplingView: {
            summary?: string | null;
            title: string;
        };
        ShelfShelfView: {
            parts: components["schemas"]["ShelfPartView"][];
        };
        SlotView: {
            cancelled: boolean;
            /** Format: date-time */
            end: string;
            moved: boolean;
            /** Format: date */
            on: string;
            reason?: string | null;
            /** Format: date-time */
            start: string;
            zone: string;
        };
        Step: {
            answer: string;
            node: string;
            question: string;
        };
        Suggestion: {
            path: string;
            /** @enum {string} */
            reason: "TRIAL_OVER" | "PAGE_OVERDUE" | "IDEA";
            /** Format: int32 */
            support: number;
            title: string;
            topic: string;
        };
        Summary: {
            community: components["schemas"]["Ref"];
            id: string;
            /** @enum {string|null} */
            makes?: "ESCALATION_EVIDENCE" | "WORKING_AGREEMENT" | "DEFINITION_OF_DONE" | "RITUAL_AGENDA" | "DECISION_RECORD" | "ROLE_RETROSPECTIVE" | "UNKNOWN" | null;
            overdue: boolean;
            owner?: components["schemas"]["Ref"];
            remark?: string | null;
            /** Format: date */
            reviewBy?: string | null;
            /** @enum {string} */
            status: "PROPOSED" | "DRAFT" | "IN_REVIEW" | "PUBLISHED" | "ARCHIVED" | "UNKNOWN";
            summary?: string | null;
            title: string;
            /** Format: date-time */
            writtenAt: string;
        };
        TopicLink: {
            path: string;
            topic: string;
        };
        TreeAnswerRequest: {
            text?: string | null;
            to?: string | null;
        };
        TreeCountsView: {
            ends: components["schemas"]["TreeEndCount"][];
            fewerThanFive: boolean;
            /** Format: int64 */
            runs: number;
        };
        TreeEndCount: {
            node: string;
            outcome: string;
            present: boolean;
            /** Format: int64 */
            runs: number;
        };
        TreeNodeRequest: {
            advice?: string | null;
            answers?: components["schemas"]["TreeAnswerRequest"][] | null;
            help?: string | null;
            id: string;
            outcome?: string | null;
            question?: string | null;
        };
        TreeOwnerRequest: {
            person: string;
        };
        TreeReasonRequest: {
            reason?: string | null;
        };
        TreeSummary: {
            community: components["schemas"]["Ref"];
            /** Format: int32 */
            ends: number;
            id: string;
            owner: components["schemas"]["Ref"];
            /** Format: int32 */
            questions: number;
            /** Format: int32 */
            revision: number;
            /** @enum {string} */
            status: "DRAFT" | "PUBLISHED" | "ARCHIVED" | "UNKNOWN";
            summary?: string | null;
            title: string;
        };
        TreeTreeRequest: {
            nodes?: components["schemas"]["TreeNodeRequest"][] | null;
            start?: string | null;
            summary?: string | null;
            title: string;
        };
        TreeView: {
            can: string[];
            community: components["schemas"]["Ref"];
            gaps: components["schemas"]["Gap"][];
            id: string;
            nodes: components["schemas"]["NodeView"][];
            owner: components["schemas"]["Ref"];
            /** Format: int32 */
            revision: number;
            start?: string | null;
            /** @enum {string} */
            status: "DRAFT" | "PUBLISHED" | "ARCHIVED" | "UNKNOWN";
            summary?: string | null;
            title: string;
            /** Format: int64 */
            version: number;
        };
        TrialView: {
            due: boolean;
            measure: string;
            /** Format: date */
            since: string;
            teams: components["schemas"]["Ref"][];
            /** Format: date */
            until: string;
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
    listBacklinks: {
        parameters: {
            query: {
                path: string;
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
                    "application/json": components["schemas"]["PageBacklinks"];
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
    listChangesToAnswer: {
        parameters: {
            query?: {
                own?: boolean;
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
                    "application/json": components["schemas"]["ChangeChangesToAnswer"];
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
    getChange: {
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
                    "application/json": components["schemas"]["ChangeChangeView"];
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
    declineChange: {
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
                "application/json": components["schemas"]["ChangeDeclineRequest"];
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
                    "application/json": components["schemas"]["ChangeChangeView"];
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
    takeChange: {
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ChangeTakeRequest"];
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
                    "application/json": components["schemas"]["ChangeChangeView"];
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
    withdrawChange: {
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
                    "application/json": components["schemas"]["ChangeChangeView"];
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
    getCoachingQuestion: {
        parameters: {
            query: {
                moment: "OLD_IMPEDIMENT" | "DEPENDENCY_COUNTERED_TWICE" | "SAME_FACILITATOR" | "STRATEGY_RUNNING" | "PROMISE_BROKEN" | "OVERDUE_PAGE" | "WORK_WITHOUT_OUTCOME" | "ANY" | "UNKNOWN";
                about: string;
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
                    "application/json": components["schemas"]["CoachingOffered"];
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
    dismissCoachingQuestion: {
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
                "application/json": components["schemas"]["CoachingDismissRequest"];
            };
        };
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
    listCommunities: {
        parameters: {
            query?: {
                mine?: boolean;
                archived?: boolean;
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
                    "application/json": components["schemas"]["PageCommunityView"];
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
    foundCommunity: {
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
                "application/json": components["schemas"]["CommunityCommunityRequest"];
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
                    "application/json": components["schemas"]["CommunityView"];
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
    getCommunity: {
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
                    "application/json": components["schemas"]["CommunityView"];
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
    reviseCommunity: {
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
                "application/json": components["schemas"]["CommunityCommunityRequest"];
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
                    "application/json": components["schemas"]["CommunityView"];
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
    getAdoptionMatrix: {
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
                    "application/json": components["schemas"]["AdoptionMatrix"];
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
    archiveCommunity: {
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
                "application/json": components["schemas"]["CommunityReasonRequest"];
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
                    "application/json": components["schemas"]["CommunityView"];
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
    setCadence: {
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
                "application/json": components["schemas"]["CommunityCadenceRequest"];
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
                    "application/json": components["schemas"]["CommunityView"];
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
    endCadence: {
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
                    "application/json": components["schemas"]["CommunityView"];
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
    listWaitingChanges: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["PageChangeSummary"];
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
    addCoLead: {
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
                "application/json": components["schemas"]["CommunityPersonRequest"];
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
                    "application/json": components["schemas"]["CommunityView"];
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
    endCoLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                person: string;
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
                    "application/json": components["schemas"]["CommunityView"];
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
    listFiles: {
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
                    "application/json": components["schemas"]["FileKeptFiles"];
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
    addFile: {
        parameters: {
            query: {
                name: string;
            };
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
                "*/*": string;
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
                    "application/json": components["schemas"]["FileFileView"];
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
                    "application/json": components["schemas"]["FindingFindingList"];
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
    waiveFinding: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                finding: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingWaiveRequest"];
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
                    "application/json": components["schemas"]["FindingWaivedView"];
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
    listGatherings: {
        parameters: {
            query: {
                from: string;
                to: string;
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
                    "application/json": components["schemas"]["GatheringGatheringList"];
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
    cancelGathering: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                on: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityReasonRequest"];
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
                    "application/json": components["schemas"]["CommunityView"];
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
    moveGathering: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                on: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityMoveRequest"];
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
                    "application/json": components["schemas"]["CommunityView"];
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
    restoreGathering: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                on: string;
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
                    "application/json": components["schemas"]["CommunityView"];
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
    listOpenIdeas: {
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
                    "application/json": components["schemas"]["IdeaOpenIdeas"];
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
    proposeIdea: {
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
                "application/json": components["schemas"]["IdeaIdeaRequest"];
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
                    "application/json": components["schemas"]["IdeaView"];
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
    listDecidedIdeas: {
        parameters: {
            query?: {
                status?: ("PROPOSED" | "ON_TRIAL" | "ADOPTED" | "DROPPED" | "DECLINED" | "WITHDRAWN" | "UNKNOWN")[];
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
                    "application/json": components["schemas"]["PageIdeaView"];
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
    joinCommunity: {
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
                    "application/json": components["schemas"]["CommunityView"];
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
    handOver: {
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
                "application/json": components["schemas"]["CommunityPersonRequest"];
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
                    "application/json": components["schemas"]["CommunityView"];
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
    leaveCommunity: {
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
                    "application/json": components["schemas"]["CommunityView"];
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
    listMembers: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["PageMemberView"];
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
    admitMember: {
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
                "application/json": components["schemas"]["CommunityPersonRequest"];
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
                    "application/json": components["schemas"]["CommunityView"];
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
    removeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                person: string;
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
                    "application/json": components["schemas"]["CommunityView"];
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
    listPages: {
        parameters: {
            query?: {
                status?: ("PROPOSED" | "DRAFT" | "IN_REVIEW" | "PUBLISHED" | "ARCHIVED" | "UNKNOWN")[];
                overdue?: boolean;
                reviewBefore?: string;
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
                    "application/json": components["schemas"]["PageSummary"];
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
    draftPage: {
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
                "application/json": components["schemas"]["PageDraftRequest"];
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
                    "application/json": components["schemas"]["PageView"];
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
    exportPlaybook: {
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
                    "application/zip": string;
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
    importPlaybook: {
        parameters: {
            query?: {
                name?: string;
                apply?: boolean;
            };
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
                "application/zip": string;
                "text/markdown": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderFolderView"];
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
    listCommunityQuestions: {
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
                    "application/json": components["schemas"]["CommunityQuestionCommunityQuestions"];
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
    addCommunityQuestion: {
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
                "application/json": components["schemas"]["CommunityQuestionQuestionRequest"];
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
                    "application/json": components["schemas"]["CommunityQuestionCommunityQuestions"];
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
    removeCommunityQuestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                question: string;
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
                    "application/json": components["schemas"]["CommunityQuestionCommunityQuestions"];
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
    reopenCommunity: {
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
                    "application/json": components["schemas"]["CommunityView"];
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
    installShelf: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                part: string;
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
                    "application/json": components["schemas"]["ShelfInstalledView"];
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
    listTrees: {
        parameters: {
            query?: {
                status?: ("DRAFT" | "PUBLISHED" | "ARCHIVED" | "UNKNOWN")[];
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
                    "application/json": components["schemas"]["PageTreeSummary"];
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
    draftTree: {
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
                "application/json": components["schemas"]["TreeTreeRequest"];
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
                    "application/json": components["schemas"]["TreeView"];
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
    getFile: {
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
                    "application/octet-stream": string;
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
    removeFile: {
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
    getGathering: {
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
                    "application/json": components["schemas"]["GatheringView"];
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
    agreeOnAction: {
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
                "application/json": components["schemas"]["GatheringActionRequest"];
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
                    "application/json": components["schemas"]["GatheringView"];
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
    finishAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                action: string;
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
                    "application/json": components["schemas"]["GatheringView"];
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
    reopenAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                action: string;
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
                    "application/json": components["schemas"]["GatheringView"];
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
    prepareGathering: {
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
                "application/json": components["schemas"]["GatheringAgendaRequest"];
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
                    "application/json": components["schemas"]["GatheringView"];
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
    takeTopics: {
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
                "application/json": components["schemas"]["GatheringTakeRequest"];
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
                    "application/json": components["schemas"]["GatheringView"];
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
    comeToGathering: {
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
                "application/json": components["schemas"]["GatheringComingRequest"];
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
                    "application/json": components["schemas"]["GatheringView"];
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
    nameFacilitator: {
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
                "application/json": components["schemas"]["GatheringFacilitatorRequest"];
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
                    "application/json": components["schemas"]["GatheringView"];
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
    holdGathering: {
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
                "application/json": components["schemas"]["GatheringHeldRequest"];
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
                    "application/json": components["schemas"]["GatheringView"];
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
    noteGathering: {
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
                "application/json": components["schemas"]["GatheringNotesRequest"];
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
                    "application/json": components["schemas"]["GatheringView"];
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
    listHelpfulPages: {
        parameters: {
            query?: {
                treats?: string[];
                makes?: "ESCALATION_EVIDENCE" | "WORKING_AGREEMENT" | "DEFINITION_OF_DONE" | "RITUAL_AGENDA" | "DECISION_RECORD" | "ROLE_RETROSPECTIVE" | "UNKNOWN";
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
                    "application/json": components["schemas"]["HelpHelpfulPages"];
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
    findIdeas: {
        parameters: {
            query: {
                q: string;
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
                    "application/json": components["schemas"]["PageIdeaView"];
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
    getIdea: {
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
                    "application/json": components["schemas"]["IdeaView"];
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
    adoptIdea: {
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
                "application/json": components["schemas"]["IdeaLearnedRequest"];
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
                    "application/json": components["schemas"]["IdeaView"];
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
    declineIdea: {
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
                "application/json": components["schemas"]["IdeaDeclineIdeaRequest"];
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
                    "application/json": components["schemas"]["IdeaView"];
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
    dropIdea: {
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
                "application/json": components["schemas"]["IdeaLearnedRequest"];
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
                    "application/json": components["schemas"]["IdeaView"];
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
    supportIdea: {
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
                    "application/json": components["schemas"]["IdeaView"];
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
    takeBackSupport: {
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
                    "application/json": components["schemas"]["IdeaView"];
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
    startTrial: {
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
                "application/json": components["schemas"]["IdeaTrialRequest"];
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
                    "application/json": components["schemas"]["IdeaView"];
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
    withdrawIdea: {
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
                    "application/json": components["schemas"]["IdeaView"];
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
    listImprovements: {
        parameters: {
            query?: {
                community?: string;
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
                    "application/json": components["schemas"]["AdoptionImprovablePages"];
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
    listOwnPages: {
        parameters: {
            query?: {
                overdue?: boolean;
                sentBack?: boolean;
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
                    "application/json": components["schemas"]["PageOwnPages"];
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
    getPage: {
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
                    "application/json": components["schemas"]["PageView"];
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
    getPageAdoption: {
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
                    "application/json": components["schemas"]["AdoptionPageAdoption"];
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
    sayAdoption: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                team: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdoptionStanceRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdoptionPageAdoption"];
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
    takeBackAdoption: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 200 characters. A repetition with the same key is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                team: string;
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
                    "application/json": components["schemas"]["AdoptionPageAdoption"];
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
    archivePage: {
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
                "application/json": components["schemas"]["PageReasonRequest"];
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
                    "application/json": components["schemas"]["PageView"];
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
    namePageAuthors: {
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
                "application/json": components["schemas"]["PageAuthorsRequest"];
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
                    "application/json": components["schemas"]["PageView"];
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
    listPageChanges: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["PageChangeSummary"];
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
    proposeChange: {
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
                "application/json": components["schemas"]["ChangeChangeRequest"];
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
                    "application/json": components["schemas"]["ChangeChangeView"];
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
    confirmPage: {
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
                "application/json": components["schemas"]["PageReviewByRequest"];
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
                    "application/json": components["schemas"]["PageView"];
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
    getDifference: {
        parameters: {
            query: {
                from: number;
                to: number;
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
                    "application/json": components["schemas"]["PageDifferenceView"];
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
    ownPage: {
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
                "application/json": components["schemas"]["PageOwnerRequest"];
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
                    "application/json": components["schemas"]["PageView"];
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
    exportPage: {
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
                    "text/markdown;charset=utf-8": string;
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
    publishPage: {
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
                "application/json": components["schemas"]["PageReviewByRequest"];
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
                    "application/json": components["schemas"]["PageView"];
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
    setPagePurpose: {
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
                "application/json": components["schemas"]["PagePurposeRequest"];
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
                    "application/json": components["schemas"]["PageView"];
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
    reopenPage: {
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
                    "application/json": components["schemas"]["PageView"];
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
    restorePage: {
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
                "application/json": components["schemas"]["PageRestoreRequest"];
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
                    "application/json": components["schemas"]["PageWrittenView"];
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
    listRevisions: {
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
                    "application/json": components["schemas"]["PageHistory"];
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
    getRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
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
                    "application/json": components["schemas"]["RevisionView"];
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
    sendPageBack: {
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
                "application/json": components["schemas"]["PageRemarkRequest"];
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
                    "application/json": components["schemas"]["PageView"];
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
    submitPage: {
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
                    "application/json": components["schemas"]["PageView"];
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
    writePage: {
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
                "application/json": components["schemas"]["PageWriteRequest"];
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
                    "application/json": components["schemas"]["PageWrittenView"];
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
    preview: {
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
                "application/json": components["schemas"]["PagePreviewRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rendered"];
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
    listRecords: {
        parameters: {
            query: {
                about: string;
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
                    "application/json": components["schemas"]["RunRecords"];
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
    getRun: {
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
                    "application/json": components["schemas"]["RunView"];
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
    answerRun: {
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
                "application/json": components["schemas"]["RunAnswerRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
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
    attachRun: {
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
                "application/json": components["schemas"]["RunAttachRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
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
    goBackInRun: {
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
                "application/json": components["schemas"]["RunBackRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
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
    detachRun: {
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
                "application/json": components["schemas"]["RunDetachRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
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
    searchPages: {
        parameters: {
            query: {
                q: string;
                community?: string;
                archived?: boolean;
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
                    "application/json": components["schemas"]["SearchHitList"];
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
    getShelf: {
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
                    "application/json": components["schemas"]["ShelfShelfView"];
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
    listPublishedTrees: {
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
                    "application/json": components["schemas"]["PageTreeSummary"];
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
    getTree: {
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
                    "application/json": components["schemas"]["TreeView"];
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
    editTree: {
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
                "application/json": components["schemas"]["TreeTreeRequest"];
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
                    "application/json": components["schemas"]["TreeView"];
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
    archiveTree: {
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
                "application/json": components["schemas"]["TreeReasonRequest"];
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
                    "application/json": components["schemas"]["TreeView"];
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
    getTreeCounts: {
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
                    "application/json": components["schemas"]["TreeCountsView"];
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
    ownTree: {
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
                "application/json": components["schemas"]["TreeOwnerRequest"];
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
                    "application/json": components["schemas"]["TreeView"];
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
    publishTree: {
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
                    "application/json": components["schemas"]["TreeView"];
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
    reopenTree: {
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
                    "application/json": components["schemas"]["TreeView"];
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
    startRun: {
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
            /** @description Created */
            201: {
                headers: {
                    /** @description The version of what the answer shows */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
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
