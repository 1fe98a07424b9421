import type {
  AnswerKind,
  Audience,
  ChangeStatus,
  DecisionStatus,
  DependencyStatus,
  FeatureStatus,
  IdeaStatus,
  ImpedimentLevel,
  ImpedimentScope,
  Makes,
  OutcomeState,
  PageStatus,
  Role,
  Stance,
  UnitKind,
  Verdict,
} from '../api/contract';

/** The words people read for what the API calls by its constants. */
export const roleWords: Record<Role, string> = {
  ADMINISTRATOR: 'Administrator',
  CHIEF_PRODUCT_OWNER: 'Chief Product Owner',
  EXECUTIVE_ACTION_TEAM: 'Executive Action Team',
  STAKEHOLDER: 'Stakeholder',
  AREA_PRODUCT_OWNER: 'Area Product Owner',
  SCRUM_OF_SCRUMS_MASTER: 'Scrum of Scrums Master',
  PRODUCT_OWNER: 'Product Owner',
  BACKUP_PRODUCT_OWNER: 'Backup Product Owner',
  SCRUM_MASTER: 'Scrum Master',
  CO_SCRUM_MASTER: 'Co-Scrum Master',
  DEVELOPER: 'Developer',
  TECH_LEAD: 'Tech Lead',
  UNKNOWN: 'Another role',
};
/** Whom a community is for, in the order in which the service keeps them. */
export const audienceWords: Record<Audience, string> = {
  CHIEF_PRODUCT_OWNER: 'Chief Product Owners',
  AREA_PRODUCT_OWNER: 'Area Product Owners',
  PRODUCT_OWNER: 'Product Owners',
  BACKUP_PRODUCT_OWNER: 'Backup Product Owners',
  SCRUM_MASTER: 'Scrum Masters',
  CO_SCRUM_MASTER: 'Co-Scrum Masters',
  SCRUM_OF_SCRUMS_MASTER: 'Scrum of Scrums Masters',
  DEVELOPER: 'Developers',
  TECH_LEAD: 'Tech Leads',
  STAKEHOLDER: 'Stakeholders',
  UNKNOWN: 'Others',
};
export const kindWords: Record<UnitKind, string> = {
  PRODUCT: 'Product',
  AREA: 'Area',
  TEAM: 'Team',
  SCRUM_OF_SCRUMS: 'Scrum of Scrums',
  UNKNOWN: 'Unit',
};
export const rolesOf: Record<UnitKind, Role[]> = {
  PRODUCT: ['CHIEF_PRODUCT_OWNER', 'EXECUTIVE_ACTION_TEAM', 'ADMINISTRATOR', 'STAKEHOLDER'],
  AREA: ['AREA_PRODUCT_OWNER'],
  TEAM: ['PRODUCT_OWNER', 'BACKUP_PRODUCT_OWNER', 'SCRUM_MASTER', 'CO_SCRUM_MASTER', 'TECH_LEAD', 'DEVELOPER'],
  SCRUM_OF_SCRUMS: ['SCRUM_OF_SCRUMS_MASTER'],
  UNKNOWN: [],
};
export const scopeWords: Record<ImpedimentScope, string> = {
  TEAM: 'Team',
  CROSS_TEAM: 'Cross-team',
  ORGANIZATIONAL: 'Organizational',
  UNKNOWN: 'Not said',
};
export const levelWords: Record<ImpedimentLevel, string> = {
  TEAM: 'Team',
  SCRUM_OF_SCRUMS: 'Scrum of Scrums',
  EXECUTIVE_ACTION_TEAM: 'Executive Action Team',
  UNKNOWN: 'Elsewhere',
};
export const answerWords: Record<AnswerKind, string> = {
  ACCEPTED: 'Accepted',
  DECLINED: 'Declined',
  PROMISED: 'Promised',
  UNKNOWN: 'Answered',
};
export const dependencyWords: Record<DependencyStatus, string> = {
  PROPOSED: 'Proposed',
  COUNTERED: 'Countered',
  COMMITTED: 'Committed',
  DECLINED: 'Declined',
  DELIVERED: 'Delivered',
  ACCEPTED: 'Accepted',
  WITHDRAWN: 'Withdrawn',
  UNKNOWN: 'Unknown',
};
const moveWords: Record<string, string> = {
  PROPOSED: 'asked for it',
  COUNTERED: 'offered another date',
  COMMITTED: 'committed',
  DECLINED: 'declined',
  SLIPPED: 'moved the commitment',
  DELIVERED: 'delivered',
  ACCEPTED: 'accepted the delivery',
  WITHDRAWN: 'withdrew it',
  NEEDED_BY_MOVED: 'moved the day it is needed by',
};
export const stateWords: Record<OutcomeState, string> = {
  ON_TRACK: 'On track',
  AT_RISK: 'At risk',
  OFF_TRACK: 'Off track',
  UNKNOWN: 'Unknown',
};
export const featureWords: Record<FeatureStatus, string> = {
  PLANNED: 'Planned',
  IN_PROGRESS: 'In progress',
  DONE: 'Done',
  DROPPED: 'Dropped',
  UNKNOWN: 'Unknown',
};
export const decisionWords: Record<DecisionStatus, string> = {
  PROPOSED: 'Proposed',
  ACCEPTED: 'Accepted',
  SUPERSEDED: 'Superseded',
  VETOED: 'Vetoed',
  UNKNOWN: 'Unknown',
};
export const pageWords: Record<PageStatus, string> = {
  PROPOSED: 'Proposed',
  DRAFT: 'Draft',
  IN_REVIEW: 'In review',
  PUBLISHED: 'Published',
  ARCHIVED: 'Archived',
  UNKNOWN: 'Unknown',
};
export const ideaWords: Record<IdeaStatus, string> = {
  PROPOSED: 'Proposed',
  ON_TRIAL: 'On trial',
  ADOPTED: 'Adopted',
  DROPPED: 'Dropped',
  DECLINED: 'Declined',
  WITHDRAWN: 'Taken back',
  UNKNOWN: 'Unknown',
};
export const changeWords: Record<ChangeStatus, string> = {
  OPEN: 'Waits for an answer',
  TAKEN: 'Taken over',
  DECLINED: 'Declined',
  WITHDRAWN: 'Withdrawn',
  UNKNOWN: 'Unknown',
};
/** What a team says of a page. */
export const stanceWords: Record<Stance, string> = {
  ADOPT: 'Adopted',
  ADAPT: 'Adapted',
  DECLINE: 'Declined',
  UNKNOWN: 'Unknown',
};
/** What a template makes when it is filled in. */
export const makesWords: Record<Makes, string> = {
  ESCALATION_EVIDENCE: 'Evidence for an escalation',
  WORKING_AGREEMENT: 'Working agreement',
  DEFINITION_OF_DONE: 'Definition of Done',
  RITUAL_AGENDA: 'Agenda',
  DECISION_RECORD: 'Decision',
  ROLE_RETROSPECTIVE: 'Retrospective of a role',
  UNKNOWN: 'Something else',
};
export const verdictWords: Record<Verdict, string> = {
  CREATE: 'Create',
  UPDATE: 'Update',
  UNCHANGED: 'Unchanged',
  REFUSED: 'Refused',
  SKIPPED: 'Left out',
};

export function moveWord(move: string): string {
  return moveWords[move] ?? sentence(move).toLowerCase();
}

/** `SOME_RULE` or `some-rule` as words, for values that a newer server may know and this page does not. */
export function sentence(constant: string): string {
  const words = constant.replaceAll(/[_-]+/g, ' ').trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `Scrum Masters, Developers and Tech Leads`. */
export function listed(words: string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A sentence without its full stop, for one that goes on. */
export function clause(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** What a person can choose from: a value that only a newer server knows is shown, never offered. */
export function choices<T extends string>(words: Record<T, string>): [T, string][] {
  return (Object.entries(words) as [T, string][]).filter(([value]) => value !== 'UNKNOWN');
}

/** A value of a filter, as far as it is one. */
export function oneOf<T extends string>(words: Record<T, string>, value: string | undefined): T | undefined {
  return value !== undefined && value in words ? (value as T) : undefined;
}
