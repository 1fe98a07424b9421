/**
 * The services' contracts in the shape that openapi-typescript generates from contracts/openapi. Nothing else in the
 * portal declares what travels over the wire.
 */

export interface Ref {
  id: string;
  name: string;
}
export type Person = Ref;

export type UnitKind = 'PRODUCT' | 'AREA' | 'TEAM' | 'SCRUM_OF_SCRUMS';
export type Role =
  | 'ADMINISTRATOR'
  | 'CHIEF_PRODUCT_OWNER'
  | 'EXECUTIVE_ACTION_TEAM'
  | 'STAKEHOLDER'
  | 'AREA_PRODUCT_OWNER'
  | 'SCRUM_OF_SCRUMS_MASTER'
  | 'PRODUCT_OWNER'
  | 'BACKUP_PRODUCT_OWNER'
  | 'SCRUM_MASTER'
  | 'CO_SCRUM_MASTER'
  | 'DEVELOPER'
  | 'TECH_LEAD';

export interface Session {
  signedIn: boolean;
  name?: string;
  expiresAt?: string;
}

export interface Me {
  person?: Person;
  roles: { role: Role; unit: Ref & { kind: UnitKind } }[];
  administrator: boolean;
  can: string[];
}

export interface Sprint {
  number: number;
  start: string;
  end: string;
}
export interface Calendar {
  firstStart: string;
  lengthDays: number;
}
export interface Organization {
  product?: Unit;
  units: Unit[];
  calendar?: Calendar;
  currentSprint?: number;
  sprints: Sprint[];
}
export interface Assignment {
  id: string;
  person: Person;
  role: Role;
  from: string;
  to?: string;
  active: boolean;
  share?: number;
  responsibilities?: string;
  coach?: Person;
}
export interface Finding {
  id: string;
  rule: string;
  unit: Ref;
  text: string;
  cites: string;
  waived?: { by: Person; at: string; reason: string; until?: string };
  can: string[];
}
export interface Unit {
  id: string;
  version: number;
  kind: UnitKind;
  name: string;
  description?: string;
  parent?: Ref;
  scrumOfScrums?: Ref;
  assignments: Assignment[];
  /** How many people hold a role here today. */
  members: number;
  vacancies: { role: Role; since?: string }[];
  findings: { id: string; rule: string; unit: string; text: string; cites: string }[];
  calendar?: Calendar;
  archived: boolean;
  can: string[];
}
export interface PersonDetail {
  id: string;
  version: number;
  name: string;
  email?: string;
  active: boolean;
  externalId?: string;
  links: { issuer: string; subject: string }[];
}

export type ImpedimentScope = 'TEAM' | 'CROSS_TEAM' | 'ORGANIZATIONAL' | 'UNKNOWN';
export type ImpedimentLevel = 'TEAM' | 'SCRUM_OF_SCRUMS' | 'EXECUTIVE_ACTION_TEAM';
export interface Evidence {
  impact?: string;
  impactUnknown?: boolean;
  daysLost?: number;
  affectedTeams?: Ref[];
  proposal?: string;
  respondBy?: string;
}
/** What an escalation would carry, and to whom it would go. */
export interface EvidencePreview {
  to: ImpedimentLevel;
  holder: Ref;
  ageDays: number;
  evidence: Evidence;
}
export interface Impediment {
  id: string;
  version: number;
  title: string;
  team: Ref;
  raisedBy: Person;
  raisedAt: string;
  scope: ImpedimentScope;
  category?: string;
  stops?: string;
  affectedTeams: Ref[];
  features: string[];
  state: 'OPEN' | 'RESOLVED';
  level: ImpedimentLevel;
  holder: Ref;
  waitingFor?: string;
  nextStep?: string;
  ageDays: number;
  daysLost?: number;
  supporters: number;
  meToo: boolean;
  updates: { at: string; by: Person; text: string }[];
  escalations: { to: ImpedimentLevel; holder: Ref; at: string; by: Person; evidence: Evidence }[];
  answer?: Answer;
  resolution?: { at: string; by: Person; fix: string; causeRemoved?: boolean };
  visibility: string;
  can: string[];
}
export type AnswerKind = 'ACCEPTED' | 'DECLINED' | 'PROMISED';
export interface Answer {
  kind: AnswerKind;
  by: Person;
  at: string;
  reason?: string;
  promisedFor?: string;
  /** The promised day has passed, and the impediment is still there. */
  broken: boolean;
}

export type DependencyStatus =
  | 'PROPOSED'
  | 'COUNTERED'
  | 'COMMITTED'
  | 'DECLINED'
  | 'DELIVERED'
  | 'ACCEPTED'
  | 'WITHDRAWN';
export interface DependencyMove {
  move: string;
  at: string;
  by: Person;
  from?: DependencyStatus;
  to?: DependencyStatus;
  date?: string;
  reason?: string;
}
export interface Dependency {
  id: string;
  version: number;
  title: string;
  consumer: Ref;
  producer: Ref;
  feature?: string;
  neededBy?: string;
  committedBy?: string;
  counterOffer?: { by: 'CONSUMER' | 'PRODUCER'; date: string; reason?: string };
  status: DependencyStatus;
  broken: boolean;
  brokenReason?: string;
  history: DependencyMove[];
  visibility: string;
  can: string[];
}
export interface DependencyBoard {
  sprints: Sprint[];
  teams: Ref[];
  cells: { team: string; sprint: number; dependencies: BoardDependency[] }[];
  edges: Edge[];
  /** How many have no day yet and so stand in no sprint. */
  undated: number;
  stale?: boolean;
}
export interface BoardDependency {
  id: string;
  title: string;
  consumer: Ref;
  producer: Ref;
  status: DependencyStatus;
  broken: boolean;
}
export interface Edge {
  consumer: Ref;
  producer: Ref;
  open: number;
  broken: number;
}
export interface ScrumOfScrumsBoard {
  sos: Ref;
  newSince: Impediment[];
  overdue: Impediment[];
  commitments: Dependency[];
  promises: Impediment[];
  teams: { team: Ref; open: number; oldestAgeDays?: number }[];
  matrix: { sprints: number[]; rows: { team: Ref; cells: { sprint: number; due: number; late: number }[] }[] };
  teamsWithoutScrumMaster: Ref[];
  stale?: boolean;
}
export interface ExecutiveQueue {
  items: {
    impediment: Impediment;
    ask: string;
    cost?: string;
    daysLost?: number;
    ageDays: number;
    proposal?: string;
    respondBy?: string;
    waiting: boolean;
  }[];
  kept: number;
  broken: number;
  stale?: boolean;
}

export type OutcomeState = 'ON_TRACK' | 'AT_RISK' | 'OFF_TRACK' | 'UNKNOWN';
export interface KeyResult {
  id: string;
  name: string;
  unit?: string;
  baseline: number;
  target: number;
  current: number;
  history: { at: string; value: number; by: Person }[];
}
export type ReasonKind = 'DEPENDENCY' | 'IMPEDIMENT' | 'FEATURE';
export interface Reason {
  kind: ReasonKind;
  id: string;
  text: string;
  owner?: Ref;
  ageDays?: number;
  source?: string;
  at?: string;
  path: { kind: string; id: string; title: string }[];
}
export interface Assessment {
  state: OutcomeState;
  since?: string;
  computedAt?: string;
  reasons: Reason[];
  /** How many more there are. */
  more?: number;
  history?: { at: string; state: OutcomeState; reason?: string }[];
  stale?: boolean;
}
export interface Outcome {
  id: string;
  version: number;
  title: string;
  area?: Ref;
  quarter: string;
  owner: Person;
  keyResults: KeyResult[];
  visibility: string;
  /** Absent for the moment before it is assessed for the first time. */
  assessment?: Assessment;
  override?: { state: OutcomeState; reason: string; by: Person; at: string; until: string };
  shownState: OutcomeState;
  can: string[];
  stale?: boolean;
}
export type FeatureStatus = 'PLANNED' | 'IN_PROGRESS' | 'DONE' | 'DROPPED';
export interface Feature {
  id: string;
  version: number;
  key?: string;
  title: string;
  team?: Ref;
  plannedSprint?: number;
  plannedDate?: string;
  date?: string;
  outcome?: string;
  status: FeatureStatus;
  needs: { team: Ref; note?: string }[];
  dependencies: {
    id: string;
    title: string;
    status: DependencyStatus;
    producer: Ref;
    neededBy?: string;
    committedBy?: string;
    broken: boolean;
  }[];
  source?: string;
  externalId?: string;
  visibility: string;
  can: string[];
  stale?: boolean;
}
export interface RoadmapCellOutcome {
  id: string;
  title: string;
  keyResult?: { name: string; unit?: string; baseline: number; target: number; current: number };
  shownState: OutcomeState;
  assessedState: OutcomeState;
  overridden: boolean;
  mainReason?: string;
  changedAt?: string;
}
export interface Roadmap {
  quarters: string[];
  areas: (Ref | null)[];
  cells: { area?: Ref; quarter: string; outcomes: RoadmapCellOutcome[] }[];
  withoutOutcome: { features: number; open: number; share?: number };
  stale?: boolean;
}
export interface ProductGoal {
  version: number;
  /** Absent before the first one is set. */
  text?: string;
  until?: string;
  can: string[];
}
export type DecisionStatus = 'PROPOSED' | 'ACCEPTED' | 'SUPERSEDED' | 'VETOED';
export interface Decision {
  id: string;
  version: number;
  question: string;
  options: { name: string; tradeOffs?: string }[];
  choice: string;
  why: string;
  by: Person;
  at: string;
  concerns: { kind: string; id: string; title?: string }[];
  status: DecisionStatus;
  units: Ref[];
  veto?: { by: Person; at: string; reason: string };
  supersedes?: string;
  supersededBy?: string;
  source?: { event: string; kind: string };
  can: string[];
}

export type Verdict = 'CREATE' | 'UPDATE' | 'UNCHANGED' | 'REFUSED' | 'SKIPPED';
export interface Import {
  id: string;
  version: number;
  kind: 'catalog' | 'features';
  file: string;
  status: 'CHECKED' | 'APPLYING' | 'APPLIED' | 'FAILED';
  mapping: Mapping;
  rows: number;
  done: number;
  counts: { create: number; update: number; unchanged: number; refused: number; skipped: number; finding: number };
  /** What the rows bring beside themselves, by name. */
  amounts: Record<string, number>;
  columns: string[];
  by: string;
  at: string;
  problem?: string;
  can: string[];
}
export type Mapping = { [key: string]: string | null | undefined | string[] | { [key: string]: string } };
export interface ImportRow {
  line: number;
  key?: string;
  verdict: Verdict;
  problems: { what: string; todo: string }[];
}

export interface Page<T> {
  items: T[];
  next?: string | null;
  stale?: boolean;
}

interface Response<T> {
  content: { 'application/json': T };
}
interface Get<Result, Query = object, Path = object> {
  parameters: { query?: Query; path: Path };
  responses: { 200: Response<Result> };
}
interface Write<Result, Body, Path = object, Query = object> {
  parameters: { query?: Query; path: Path };
  requestBody: { content: { 'application/json': Body } };
  responses: { 200: Response<Result> };
}
type Id = { id: string };
type Paging = { cursor?: string | undefined; limit?: number | undefined };
type Maybe<T> = { [K in keyof T]?: T[K] | undefined };

type Imports<Kind extends string> = {
  get: Get<Page<Import>>;
  post: Write<Import, string, object, { kind: Kind; file?: string }>;
};
type OneImport = { get: Get<Import, object, Id> };
type ImportRows = { get: Get<Page<ImportRow>, Maybe<{ verdict: string; findings: boolean }> & Paging, Id> };
type ImportMapping = { put: Write<Import, Mapping, Id> };
type ImportApply = { post: Write<Import, undefined, Id> };

export interface ImpedimentFields {
  scope: ImpedimentScope;
  category?: string | undefined;
  stops?: string | undefined;
  affectedTeams: string[];
  daysLost?: number | undefined;
  features: string[];
}
export interface OutcomeFields {
  title: string;
  area?: string | undefined;
  quarter: string;
  keyResults: { id?: string; name: string; unit?: string; baseline: number; target: number }[];
}
export interface UnitFields {
  name: string;
  description?: string | undefined;
  parent?: string | undefined;
  scrumOfScrums?: string | undefined;
}

export interface paths {
  '/auth/session': { get: Get<Session> };
  '/auth/logout': { post: Write<{ logoutUrl: string }, undefined> };

  '/api/team/me': { get: Get<Me> };
  '/api/team/organization': { get: Get<Organization> };
  '/api/team/units': { post: Write<Unit, UnitFields & { kind: UnitKind }> };
  '/api/team/units/{id}': { get: Get<Unit, object, Id>; put: Write<Unit, UnitFields, Id> };
  '/api/team/units/{id}/assignments': {
    post: Write<
      Unit,
      Maybe<{ from: string; to: string; share: number; responsibilities: string; coach: string }> & {
        person: string;
        role: Role;
      },
      Id
    >;
  };
  '/api/team/units/{id}/assignments/{assignment}/end': {
    post: Write<Unit, { on?: string }, Id & { assignment: string }>;
  };
  '/api/team/units/product/calendar': { post: Write<Unit, Calendar> };
  '/api/team/people': {
    get: Get<Page<PersonDetail>, Maybe<{ q: string }> & Paging>;
    post: Write<PersonDetail, { name: string; email?: string }>;
  };
  '/api/team/people/{id}': { get: Get<PersonDetail, object, Id> };
  '/api/team/people/{id}/links': { post: Write<PersonDetail, { issuer: string; subject: string }, Id> };
  '/api/team/findings': { get: Get<Page<Finding>, Maybe<{ unit: string }>> };
  '/api/team/findings/{id}/waive': { post: Write<Finding, { reason: string; until?: string | undefined }, Id> };

  '/api/team/impediments': {
    get: Get<
      Page<Impediment>,
      Maybe<{ team: string; level: string; state: string; holder: string; q: string; sort: string }> & Paging
    >;
    post: Write<Impediment, { title: string; team?: string | undefined; scope?: ImpedimentScope; stops?: string }>;
  };
  '/api/team/impediments/look-alikes': { get: Get<Page<Impediment>, { title: string; team?: string | undefined }> };
  '/api/team/impediments/{id}': { get: Get<Impediment, object, Id> };
  '/api/team/impediments/{id}/me-too': { post: Write<Impediment, undefined, Id> };
  '/api/team/impediments/{id}/update': {
    post: Write<Impediment, Maybe<{ nextStep: string; waitingFor: string }> & { text: string }, Id>;
  };
  '/api/team/impediments/{id}/describe': { post: Write<Impediment, ImpedimentFields, Id> };
  '/api/team/impediments/{id}/escalate': {
    post: Write<
      Impediment,
      Maybe<{
        to: ImpedimentLevel;
        impact: string;
        impactUnknown: boolean;
        proposal: string;
        respondBy: string;
      }>,
      Id
    >;
  };
  '/api/team/impediments/{id}/answer': {
    post: Write<Impediment, Maybe<{ reason: string; promisedFor: string }> & { kind: AnswerKind }, Id>;
  };
  '/api/team/impediments/{id}/resolve': { post: Write<Impediment, { fix: string; causeRemoved?: boolean }, Id> };
  '/api/team/impediments/{id}/evidence': { get: Get<EvidencePreview, object, Id> };
  '/api/team/boards/scrum-of-scrums/{id}': { get: Get<ScrumOfScrumsBoard, object, Id> };
  '/api/team/queues/executive': { get: Get<ExecutiveQueue> };

  '/api/team/dependencies': {
    get: Get<
      Page<Dependency>,
      Maybe<{
        team: string;
        role: string;
        status: string;
        feature: string;
        broken: boolean;
        needsAnswerFrom: string;
      }> &
        Paging
    >;
    post: Write<Dependency, Maybe<{ neededBy: string }> & { consumer: string; producer: string; title: string }>;
  };
  '/api/team/dependencies/{id}': { get: Get<Dependency, object, Id> };
  '/api/team/dependencies/{id}/commit': { post: Write<Dependency, Maybe<{ by: string }>, Id> };
  '/api/team/dependencies/{id}/counter': {
    post: Write<Dependency, { date: string; reason?: string | undefined }, Id>;
  };
  '/api/team/dependencies/{id}/decline': { post: Write<Dependency, { reason: string }, Id> };
  '/api/team/dependencies/{id}/deliver': { post: Write<Dependency, undefined, Id> };
  '/api/team/dependencies/{id}/accept': { post: Write<Dependency, undefined, Id> };
  '/api/team/dependencies/{id}/withdraw': { post: Write<Dependency, { reason?: string | undefined }, Id> };
  '/api/team/dependencies/{id}/slip': { post: Write<Dependency, { date: string; reason: string }, Id> };
  '/api/team/dependencies/{id}/need-by': { post: Write<Dependency, { date: string }, Id> };
  '/api/team/boards/dependencies': {
    get: Get<DependencyBoard, Maybe<{ from: number; to: number; area: string }>>;
  };

  '/api/team/imports': Imports<'catalog'>;
  '/api/team/imports/{id}': OneImport;
  '/api/team/imports/{id}/rows': ImportRows;
  '/api/team/imports/{id}/mapping': ImportMapping;
  '/api/team/imports/{id}/apply': ImportApply;
  '/api/roadmap/imports': Imports<'features'>;
  '/api/roadmap/imports/{id}': OneImport;
  '/api/roadmap/imports/{id}/rows': ImportRows;
  '/api/roadmap/imports/{id}/mapping': ImportMapping;
  '/api/roadmap/imports/{id}/apply': ImportApply;

  '/api/roadmap/product-goal': {
    get: Get<ProductGoal>;
    put: Write<ProductGoal, { text: string; until?: string | undefined }>;
  };
  '/api/roadmap/outcomes': {
    get: Get<Page<Outcome>, Maybe<{ quarter: string; area: string; owner: string }> & Paging>;
    post: Write<Outcome, OutcomeFields>;
  };
  '/api/roadmap/outcomes/copy': { post: Write<Page<Outcome>, { from: string; to: string }> };
  '/api/roadmap/outcomes/{id}': { get: Get<Outcome, object, Id>; put: Write<Outcome, OutcomeFields, Id> };
  '/api/roadmap/outcomes/{id}/key-results/{keyResult}/measure': {
    post: Write<Outcome, { value: number }, Id & { keyResult: string }>;
  };
  '/api/roadmap/outcomes/{id}/override': {
    post: Write<Outcome, { state: OutcomeState; reason: string; until: string }, Id>;
  };
  '/api/roadmap/outcomes/{id}/override/end': { post: Write<Outcome, undefined, Id> };
  '/api/roadmap/outcomes/{id}/assessment': { get: Get<Assessment, object, Id> };
  '/api/roadmap/features': {
    get: Get<
      Page<Feature>,
      Maybe<{ team: string; outcome: string; unlinked: boolean; q: string; status: string }> & Paging
    >;
    post: Write<
      Feature,
      Maybe<{ team: string; plannedSprint: number; plannedDate: string; outcome: string }> & { title: string }
    >;
  };
  '/api/roadmap/features/link': { post: Write<Page<Feature>, { outcome: string; features: string[] }> };
  '/api/roadmap/features/{id}': { get: Get<Feature, object, Id> };
  '/api/roadmap/features/{id}/link': { post: Write<Feature, { outcome: string | null }, Id> };
  '/api/roadmap/features/{id}/reschedule': {
    post: Write<Feature, Maybe<{ plannedSprint: number; plannedDate: string; reason: string }>, Id>;
  };
  '/api/roadmap/features/{id}/need': { post: Write<Feature, { team: string; note?: string | undefined }, Id> };
  '/api/roadmap/roadmap': { get: Get<Roadmap, Maybe<{ from: string; quarters: number }>> };
  '/api/roadmap/decisions': {
    get: Get<Page<Decision>, Maybe<{ concerns: string; status: string; q: string }> & Paging>;
    post: Write<
      Decision,
      {
        question: string;
        choice: string;
        why: string;
        options?: { name: string; tradeOffs?: string }[];
        /** PROPOSED where somebody has still to accept it. */
        status?: DecisionStatus;
        concerns?: { kind: string; id: string }[];
      }
    >;
  };
  '/api/roadmap/decisions/{id}': { get: Get<Decision, object, Id> };
  '/api/roadmap/decisions/{id}/supersede': {
    post: Write<Decision, { question?: string; choice: string; why: string }, Id>;
  };
  '/api/roadmap/decisions/{id}/accept': { post: Write<Decision, { reason?: string | undefined }, Id> };
  '/api/roadmap/decisions/{id}/veto': { post: Write<Decision, { reason: string }, Id> };
}
