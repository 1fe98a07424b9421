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

  createUnit: 'CreateUnit',
  changeUnit: 'ChangeUnit',
  assignRole: 'AssignRole',
  endAssignment: 'EndAssignment',
  setCalendar: 'SetCalendar',
  waiveFinding: 'WaiveFinding',
  importCatalog: 'ImportCatalog',

  setProductGoal: 'SetProductGoal',
  createOutcome: 'CreateOutcome',
  changeOutcome: 'ChangeOutcome',
  measureKeyResult: 'MeasureKeyResult',
  overrideAssessment: 'OverrideAssessment',
  endOverride: 'EndOverride',
  createFeature: 'CreateFeature',
  linkFeature: 'LinkFeature',
  reschedule: 'RescheduleFeature',
  need: 'NeedTeam',
  recordDecision: 'RecordDecision',
  supersede: 'SupersedeDecision',
  acceptDecision: 'AcceptDecision',
  vetoDecision: 'VetoDecision',
  importFeatures: 'ImportFeatures',
} as const;

export type UseCase = (typeof use)[keyof typeof use];

export function may(holder: { can?: string[] } | undefined, useCase: UseCase): boolean {
  return holder?.can?.includes(useCase) ?? false;
}
