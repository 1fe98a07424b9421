import type {
  ChangeStatus,
  DecisionStatus,
  DependencyStatus,
  FeatureStatus,
  ImpedimentLevel,
  OutcomeState,
  PageStatus,
  Stance,
} from '../api/contract';
import { ageSpoken, ageTone, ago, longDate, shortDate } from '../model/time';
import {
  changeWords,
  decisionWords,
  dependencyWords,
  featureWords,
  levelWords,
  pageWords,
  sentence,
  stanceWords,
  stateWords,
} from '../model/words';
import { Icon, type IconName } from './Icon';

type Tone = 'good' | 'warn' | 'bad' | 'accent' | '';

const unknown: [Tone, IconName] = ['', 'question'];

const states: Record<OutcomeState, [Tone, IconName]> = {
  ON_TRACK: ['good', 'check'],
  AT_RISK: ['warn', 'risk'],
  OFF_TRACK: ['bad', 'off'],
  UNKNOWN: unknown,
};
const dependencyLooks: Record<DependencyStatus, [Tone, IconName]> = {
  PROPOSED: ['accent', 'question'],
  COUNTERED: ['accent', 'swap'],
  COMMITTED: ['good', 'promise'],
  DECLINED: ['bad', 'cross'],
  DELIVERED: ['good', 'check'],
  ACCEPTED: ['', 'check'],
  WITHDRAWN: ['', 'cross'],
  UNKNOWN: unknown,
};
const featureLooks: Record<FeatureStatus, [Tone, IconName]> = {
  PLANNED: ['', 'clock'],
  IN_PROGRESS: ['accent', 'chevron'],
  DONE: ['good', 'check'],
  DROPPED: ['', 'cross'],
  UNKNOWN: unknown,
};
const decisionLooks: Record<DecisionStatus, [Tone, IconName]> = {
  PROPOSED: ['accent', 'question'],
  ACCEPTED: ['good', 'check'],
  SUPERSEDED: ['', 'swap'],
  VETOED: ['bad', 'cross'],
  UNKNOWN: unknown,
};
const pageLooks: Record<PageStatus, [Tone, IconName]> = {
  PROPOSED: ['accent', 'question'],
  DRAFT: ['', 'pen'],
  IN_REVIEW: ['accent', 'clock'],
  PUBLISHED: ['good', 'check'],
  ARCHIVED: ['', 'cross'],
  UNKNOWN: unknown,
};

export function Mark({ tone = '', icon, children }: { tone?: Tone; icon?: IconName; children: React.ReactNode }) {
  return (
    <span className={`mark ${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

/** A newer server may know values that this page does not: they are shown as they are, in grey. */
export function StateMark({ state }: { state: OutcomeState }) {
  const [tone, icon] = states[state] ?? unknown;
  return (
    <Mark tone={tone} icon={icon}>
      {stateWords[state] ?? sentence(state)}
    </Mark>
  );
}

export function DependencyMark({ status, broken }: { status: DependencyStatus; broken?: boolean }) {
  if (broken) {
    return (
      <Mark tone="bad" icon="off">
        {dependencyWords[status] ?? sentence(status)}, late
      </Mark>
    );
  }
  const [tone, icon] = dependencyLooks[status] ?? unknown;
  return (
    <Mark tone={tone} icon={icon}>
      {dependencyWords[status] ?? sentence(status)}
    </Mark>
  );
}

export function FeatureMark({ status }: { status: FeatureStatus }) {
  const [tone, icon] = featureLooks[status] ?? unknown;
  return (
    <Mark tone={tone} icon={icon}>
      {featureWords[status] ?? sentence(status)}
    </Mark>
  );
}

export function DecisionMark({ status }: { status: DecisionStatus }) {
  const [tone, icon] = decisionLooks[status] ?? unknown;
  return (
    <Mark tone={tone} icon={icon}>
      {decisionWords[status] ?? sentence(status)}
    </Mark>
  );
}

export function PageMark({ status }: { status: PageStatus }) {
  const [tone, icon] = pageLooks[status] ?? unknown;
  return (
    <Mark tone={tone} icon={icon}>
      {pageWords[status] ?? sentence(status)}
    </Mark>
  );
}

const changeLooks: Record<ChangeStatus, [Tone, IconName]> = {
  OPEN: ['accent', 'question'],
  TAKEN: ['good', 'check'],
  DECLINED: ['', 'cross'],
  WITHDRAWN: ['', 'cross'],
  UNKNOWN: unknown,
};
export function ChangeMark({ status }: { status: ChangeStatus }) {
  const [tone, icon] = changeLooks[status] ?? unknown;
  return (
    <Mark tone={tone} icon={icon}>
      {changeWords[status] ?? sentence(status)}
    </Mark>
  );
}

const stances: Record<Stance, [Tone, IconName]> = {
  ADOPT: ['good', 'check'],
  ADAPT: ['accent', 'swap'],
  DECLINE: ['', 'cross'],
  UNKNOWN: unknown,
};
export function StanceMark({ stance }: { stance: Stance }) {
  const [tone, icon] = stances[stance];
  return (
    <Mark tone={tone} icon={icon}>
      {stanceWords[stance]}
    </Mark>
  );
}

export function LevelMark({ level }: { level: ImpedimentLevel }) {
  if (level === 'TEAM') return <Mark>Team</Mark>;
  return (
    <Mark tone="accent" icon="up">
      {levelWords[level] ?? sentence(level)}
    </Mark>
  );
}

export function Age({ days, label = '' }: { days: number; label?: string }) {
  return (
    <span className={`age ${ageTone(days)}`}>
      <span aria-hidden="true">
        {label}
        {days} d
      </span>
      <span className="sr-only">
        {label}
        {ageSpoken(days)}
      </span>
    </span>
  );
}

export function When({ date, missing = 'no date' }: { date: string | undefined | null; missing?: string }) {
  if (!date) return <span className="quiet">{missing}</span>;
  return (
    <time dateTime={date} title={longDate(date)} className="nowrap">
      {shortDate(date)}
    </time>
  );
}

export function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={longDate(at)} className="nowrap">
      {ago(at)}
    </time>
  );
}
