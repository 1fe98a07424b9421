import type { Me, Role } from '../api/contract';

/** The use cases as the services name them in `can`; what is not listed there is not offered. */
export const use = {
  raiseImpediment: 'RaiseImpediment',
  meToo: 'SupportImpediment',
  updateImpediment: 'UpdateImpediment',
  describeImpediment: 'DescribeImpediment',
  escalateImpediment: 'EscalateImpediment',
  answerEscalation: 'AnswerEscalation',
  resolveImpediment: 'ResolveImpediment',

  proposeDependency: 'ProposeDependency',
  commit: 'CommitDependency',
  counter: 'CounterDependency',
  decline: 'DeclineDependency',
  deliver: 'DeliverDependency',
  accept: 'AcceptDependency',
  withdraw: 'WithdrawDependency',
  slip: 'SlipDependency',
  needBy: 'ChangeNeededBy',

  createUnit: 'FoundUnit',
  changeUnit: 'ReviseUnit',
  assignRole: 'AppointPerson',
  setCalendar: 'ScheduleSprints',
  waiveFinding: 'WaiveFinding',
  registerPerson: 'RegisterPerson',
  linkSignIn: 'LinkSignIn',
  importFiles: 'ImportCatalog',
  mapImport: 'MapImport',
  applyImport: 'ApplyImport',

  setProductGoal: 'SetProductGoal',
  createOutcome: 'SetOutcome',
  changeOutcome: 'ReviseOutcome',
  measureKeyResult: 'MeasureKeyResult',
  overrideAssessment: 'OverrideAssessment',
  createFeature: 'PlanFeature',
  changeFeature: 'ReviseFeature',
  linkFeature: 'LinkFeature',
  reschedule: 'RescheduleFeature',
  need: 'AddNeed',
  recordDecision: 'RecordDecision',
  supersede: 'SupersedeDecision',
  acceptDecision: 'AcceptDecision',
  vetoDecision: 'VetoDecision',

  reviseCommunity: 'ReviseCommunity',
  handOver: 'HandOverCommunity',
  addCoLead: 'AddCoLead',
  endCoLead: 'EndCoLead',
  archiveCommunity: 'ArchiveCommunity',
  joinCommunity: 'JoinCommunity',
  leaveCommunity: 'LeaveCommunity',
  admitMember: 'AdmitMember',
  removeMember: 'RemoveMember',
  planGatherings: 'PlanGatherings',
  keepQuestions: 'KeepQuestions',
  runGathering: 'RunGathering',
  comeToGathering: 'ComeToGathering',

  installShelf: 'InstallShelf',
  importPlaybook: 'ImportPlaybook',
  addFile: 'AddFile',
  removeFile: 'RemoveFile',
  editPage: 'EditPage',
  submitPage: 'SubmitPage',
  reviewPage: 'ReviewPage',
  publishPage: 'PublishPage',
  confirmPage: 'ConfirmPage',
  handOverPage: 'HandOverPage',
  takePage: 'TakePage',
  archivePage: 'ArchivePage',
  proposeChange: 'ProposeChange',
  withdrawChange: 'WithdrawChange',

  supportIdea: 'SupportIdea',
  startTrial: 'StartTrial',
  endTrial: 'EndTrial',
  declineIdea: 'DeclineIdea',
  withdrawIdea: 'WithdrawIdea',

  editTree: 'EditTree',
  publishTree: 'PublishTree',
  handOverTree: 'HandOverTree',
  takeTree: 'TakeTree',
  archiveTree: 'ArchiveTree',
  runTree: 'RunTree',
  answerRun: 'AnswerRun',
  attachRun: 'AttachRun',
  detachRun: 'DetachRun',

  manageWebhooks: 'ManageWebhooks',
  superviseWebhooks: 'SuperviseWebhooks',

  manageChannels: 'ManageChannels',
  superviseChannels: 'SuperviseChannels',
} as const;

export type UseCase = (typeof use)[keyof typeof use];

export function may(holder: { can?: string[] } | undefined, useCase: UseCase): boolean {
  return holder?.can?.includes(useCase) ?? false;
}

/**
 * Making something new has no resource yet that could say so, and what is known of the reader is what they may do on the
 * product as a whole; these roles may somewhere below, and the service has the last word.
 */
const makers: Partial<Record<UseCase, Role[]>> = {
  [use.createOutcome]: ['CHIEF_PRODUCT_OWNER', 'AREA_PRODUCT_OWNER'],
  [use.raiseImpediment]: [
    'DEVELOPER',
    'TECH_LEAD',
    'SCRUM_MASTER',
    'CO_SCRUM_MASTER',
    'PRODUCT_OWNER',
    'BACKUP_PRODUCT_OWNER',
    'AREA_PRODUCT_OWNER',
    'SCRUM_OF_SCRUMS_MASTER',
    'ADMINISTRATOR',
  ],
  [use.proposeDependency]: [
    'PRODUCT_OWNER',
    'BACKUP_PRODUCT_OWNER',
    'SCRUM_MASTER',
    'CO_SCRUM_MASTER',
    'TECH_LEAD',
    'AREA_PRODUCT_OWNER',
    'CHIEF_PRODUCT_OWNER',
  ],
  [use.importFiles]: ['ADMINISTRATOR', 'CHIEF_PRODUCT_OWNER', 'AREA_PRODUCT_OWNER'],
  [use.createFeature]: ['CHIEF_PRODUCT_OWNER', 'AREA_PRODUCT_OWNER', 'PRODUCT_OWNER', 'BACKUP_PRODUCT_OWNER'],
  [use.acceptDecision]: ['CHIEF_PRODUCT_OWNER', 'AREA_PRODUCT_OWNER', 'PRODUCT_OWNER'],
};

/** Whether somebody keeps the installation. */
export function administers(me: Me | undefined): boolean {
  return me !== undefined && (me.administrator || me.roles.some((held) => held.role === 'ADMINISTRATOR'));
}

export function mayMake(me: Me | undefined, useCase: UseCase): boolean {
  return may(me, useCase) || (me?.roles.some((held) => makers[useCase]?.includes(held.role)) ?? false);
}
