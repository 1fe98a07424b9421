import type { components as CopComponents, paths as CopPaths } from './generated/cop-service';
import type { components as FeedComponents, paths as FeedPaths } from './generated/feed-service';
import type { components as RoadmapComponents, paths as RoadmapPaths } from './generated/roadmap-service';
import type { components as TeamComponents, paths as TeamPaths } from './generated/team-service';
import type { Present } from './present';

/**
 * The portal's names for what travels over the wire. The types are made from contracts/openapi by `npm run api`; only the
 * gateway's own two paths are written here.
 */
type Team = TeamComponents['schemas'];
type Roadmap_ = RoadmapComponents['schemas'];
type Cop = CopComponents['schemas'];

export type Ref = Team['Ref'];
export type Impediment = Present<Team['ImpedimentView']>;
export type ImpedimentScope = Impediment['scope'];
export type ImpedimentLevel = Impediment['level'];
export type Evidence = Partial<Present<Team['EvidenceView']>>;
export type AnswerKind = Team['ImpedimentAnswerRequest']['kind'];
export type ExecutiveQueue = Present<Team['ExecutiveQueueExecutiveQueue']>;
export type Unit = Present<Team['UnitView']>;
export type UnitKind = Unit['kind'];
export type Assignment = Unit['assignments'][number];
export type Role = Assignment['role'];
export type Organization = Present<Team['OrganizationOrganization']>;
export type Calendar = Present<Team['Calendar']>;
export type Sprint = Present<Team['OrganizationSprint']>;
export type Finding = Present<Team['FindingsFindingView']>;
export type PersonDetail = Present<Team['PeoplePersonView']>;
export type Person = Ref;

/** The roles are text in the contract of `me`; the portal compares them with those it knows. */
export type Me = Omit<Present<Team['OrganizationMe']>, 'roles'> & {
  roles: { role: Role; unit: Ref & { kind: UnitKind } }[];
};

export interface Session {
  signedIn: boolean;
  /** Tells two people apart who use one tab after the other. */
  subject?: string;
  name?: string;
  expiresAt?: string;
}

export type Dependency = Present<Team['DependencyView']>;
export type DependencyStatus = Dependency['status'];
export type DependencyMove = Dependency['history'][number];
export type DependencyBoard = Present<Team['BoardDependencyBoard']>;
export type BoardDependency = DependencyBoard['cells'][number]['dependencies'][number];
export type Edge = DependencyBoard['edges'][number];
export type ScrumOfScrumsBoard = Present<Team['ScrumOfScrumsScrumOfScrumsBoard']>;

export type Outcome = Present<Roadmap_['OutcomeView']>;
export type OutcomeState = Outcome['shownState'];
export type OutcomeFields = Roadmap_['OutcomeOutcomeRequest'];
export type KeyResult = Outcome['keyResults'][number];
export type Assessment = Present<Roadmap_['AssessmentView']>;
export type Reason = Assessment['reasons'][number];
export type ReasonKind = Reason['kind'];
export type Feature = Present<Roadmap_['FeatureView']>;
export type FeatureStatus = Feature['status'];
export type Roadmap = Present<Roadmap_['RoadmapRoadmap']>;
export type RoadmapCellOutcome = Present<Roadmap_['RoadmapCellOutcome']>;
export type ProductGoal = Present<Roadmap_['ProductGoalGoalView']>;
export type Decision = Present<Roadmap_['DecisionView']>;
export type DecisionStatus = Decision['status'];

export type Community = Present<Cop['CommunityView']>;
export type CommunityFields = Cop['CommunityCommunityRequest'];
export type CommunityMember = Present<Cop['CommunityMemberView']>;
export type CoachingQuestion = Cop['CoachingQuestion'];
export type Moment = CoachingQuestion['moment'];
export type Gathering = Present<Cop['GatheringView']>;
export type GatheringSummary = Present<Cop['GatheringGatheringList']>['items'][number];
export type GatheringState = GatheringSummary['state'];
export type Audience = Community['audience'][number];
export type Cadence = NonNullable<Community['cadence']>;
export type CadenceFields = Cop['CommunityCadenceRequest'];
export type SharedFile = Cop['FileFileView'];
export type KeptFile = Cop['FileKeptFile'];
export type SearchHit = Cop['SearchHitView'];
export type Folder = Present<Cop['FolderFolderView']>;
export type FolderPage = Folder['pages'][number];
export type PlaybookPage = Present<Cop['PageView']>;
export type PageSummary = Present<Cop['Summary']>;
export type PageStatus = PlaybookPage['status'];
export type PageAdoption = Present<Cop['AdoptionPageAdoption']>;
export type Adoption = PageAdoption['items'][number];
export type Improvement = PageAdoption['improvements'][number];
export type ImprovablePage = Present<Cop['AdoptionImprovablePages']>['items'][number];
export type Stance = Adoption['stance'];
export type Makes = NonNullable<PlaybookPage['makes']>;
export type Heading = PlaybookPage['contents'][number];
export type Idea = Present<Cop['IdeaView']>;
export type CommunityFinding = Present<Cop['FindingFindingList']>['items'][number];
export type IdeaStatus = Idea['status'];
export type Revision = Present<Cop['RevisionSummary']>;
export type ProposedChange = Present<Cop['ChangeChangeView']>;
export type ChangeSummary = Present<Cop['ChangeChangeSummary']>;
export type ChangeStatus = ChangeSummary['status'];
export type HelpfulPage = Present<Cop['HelpHelpfulPage']>;
export type ComparedLine = Present<Cop['Line']>;
export type Tree = Present<Cop['TreeView']>;
export type TreeNode = Present<Cop['NodeView']>;
export type TreeSummary = Present<Cop['TreeSummary']>;
export type Gap = Tree['gaps'][number];
export type TreeRun = Present<Cop['RunView']>;
export type Attached = TreeRun['about'][number];

export type Subscription = Present<FeedComponents['schemas']['SubscriptionSubscriptionView']>;
export type Interest = NonNullable<Subscription['about']>;

export type Follow = Present<FeedComponents['schemas']['Follow']>;
export type Followable = Follow['kind'];

export type Connections = Present<FeedComponents['schemas']['Connections']>;
export type Notifications = Present<FeedComponents['schemas']['NotificationNotificationsView']>;

export type Webhook = Present<FeedComponents['schemas']['WebhookView']>;
export type Delivery = Present<FeedComponents['schemas']['DeliveryView']>;
export type DeliveryState = Delivery['state'];
export type Attempt = Present<FeedComponents['schemas']['AttemptView']>;

export type Channel = Present<FeedComponents['schemas']['ChannelView']>;
export type ChannelPart = Channel['tells'][number];
export type ChannelPreview = Present<FeedComponents['schemas']['PreviewView']>;

export type LogEvent = Present<FeedComponents['schemas']['EventLogEventView']>;

export type Import = Present<Team['ImportView']>;
export type ImportRow = Present<Team['RowView']>;
export type Verdict = ImportRow['verdict'];
/** What a mapping holds depends on the kind of file. */
export type Mapping = { [key: string]: string | boolean | null | undefined | string[] | { [key: string]: string } };

export interface Page<T> {
  items: T[];
  next?: string;
  stale?: boolean;
}

interface GatewayPaths {
  '/auth/session': { get: { parameters: object; responses: { 200: { content: { 'application/json': Session } } } } };
  '/auth/logout': {
    post: { parameters: object; responses: { 200: { content: { 'application/json': { logoutUrl: string } } } } };
  };
}

type Me_ = { get: { parameters: object; responses: { 200: { content: { 'application/json': Me } } } } };

export type paths = GatewayPaths &
  Omit<TeamPaths, '/api/team/me'> & { '/api/team/me': Me_ } & RoadmapPaths &
  CopPaths &
  FeedPaths;
