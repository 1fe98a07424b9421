import type { LogEvent } from '../api/contract';
import type { IconName } from '../ui/Icon';
import { dayAndMonth } from './time';
import { choices, levelWords, sentence } from './words';

/** What somebody did, to stand between their name and what they did it to. */
export const verbs: Record<string, string> = {
  'cop.adoption-taken-back': 'took back what a team said of',
  'cop.cadence-ended': 'ended the regular gatherings of',
  'cop.cadence-set': 'said when they meet:',
  'cop.change-declined': 'declined a proposed change of',
  'cop.change-proposed': 'proposed a change of',
  'cop.change-taken': 'took over a proposed change of',
  'cop.change-withdrawn': 'took back a proposed change of',
  'cop.community-archived': 'archived the community',
  'cop.community-co-lead-added': 'added a co-lead to',
  'cop.community-co-lead-ended': 'took back a co-lead of',
  'cop.community-founded': 'founded the community',
  'cop.community-handed-over': 'gave another lead to',
  'cop.community-question-added': 'added a question to think about to',
  'cop.community-question-removed': 'removed a question to think about from',
  'cop.community-reopened': 'reopened the community',
  'cop.community-revised': 'changed',
  'cop.finding-waived': 'waived a finding:',
  'cop.gathering-action-agreed': 'agreed on something to do in',
  'cop.gathering-action-done': 'did what was agreed on in',
  'cop.gathering-action-reopened': 'reopened what was agreed on in',
  'cop.gathering-cancelled': 'cancelled a gathering of',
  'cop.gathering-facilitator-named': 'said who facilitates',
  'cop.gathering-held': 'noted that it took place:',
  'cop.gathering-moved': 'moved a gathering of',
  'cop.gathering-noted': 'took notes of',
  'cop.gathering-prepared': 'prepared the agenda of',
  'cop.gathering-restored': 'put back on its day a gathering of',
  'cop.idea-adopted': 'adopted the idea',
  'cop.idea-declined': 'declined the idea',
  'cop.idea-dropped': 'dropped the idea',
  'cop.idea-proposed': 'proposed the idea',
  'cop.idea-trial-started': 'started a trial of the idea',
  'cop.idea-withdrawn': 'took back the idea',
  'cop.page-adapted': 'says that a team adapts',
  'cop.page-adopted': 'says that a team adopts',
  'cop.page-archived': 'archived the page',
  'cop.page-authors-named': 'named who writes the page',
  'cop.page-confirmed': 'says that it is still true:',
  'cop.page-declined': 'says that a team declines',
  'cop.page-drafted': 'drafted the page',
  'cop.page-owned': 'gave an owner to the page',
  'cop.page-proposed': 'proposed the page',
  'cop.page-published': 'published the page',
  'cop.page-purpose-set': 'said what it is for: the page',
  'cop.page-reopened': 'reopened the page',
  'cop.page-sent-back': 'sent back the page',
  'cop.page-submitted': 'asked for a review of the page',
  'cop.page-written': 'wrote in the page',
  'cop.tree-archived': 'archived the decision tree',
  'cop.tree-drafted': 'drafted the decision tree',
  'cop.tree-owned': 'gave another owner to the decision tree',
  'cop.tree-published': 'published the decision tree',
  'cop.tree-reopened': 'reopened the decision tree',
  'cop.tree-revised': 'changed the decision tree',
  'cop.tree-run-attached': 'attached to something a run of the decision tree',
  'cop.tree-run-detached': 'took away a run of the decision tree',
  'roadmap.decision-accepted': 'accepted the decision',
  'roadmap.decision-recorded': 'recorded the decision',
  'roadmap.decision-superseded': 'replaced the decision',
  'roadmap.decision-vetoed': 'vetoed the decision',
  'roadmap.feature-described': 'described',
  'roadmap.feature-linked': 'linked to an outcome',
  'roadmap.feature-need-added': 'noted whom it needs:',
  'roadmap.feature-need-dropped': 'dropped a need of',
  'roadmap.feature-planned': 'planned',
  'roadmap.feature-proceeded': 'changed the status of',
  'roadmap.feature-reassigned': 'gave another team',
  'roadmap.feature-rescheduled': 'rescheduled',
  'roadmap.feature-unlinked': 'took from its outcome',
  'roadmap.key-result-measured': 'measured a key result of',
  'roadmap.outcome-assessed': 'assessed',
  'roadmap.outcome-overridden': 'overrode the state of',
  'roadmap.outcome-revised': 'revised',
  'roadmap.outcome-set': 'set the outcome',
  'roadmap.override-ended': 'ended the override of',
  'roadmap.product-goal-set': 'set the product goal',
  'team.assignment-ended': 'ended a role in',
  'team.dependency-accepted': 'accepted what was delivered:',
  'team.dependency-committed': 'committed to',
  'team.dependency-countered': 'offered another date for',
  'team.dependency-declined': 'declined',
  'team.dependency-delivered': 'delivered',
  'team.dependency-described': 'described',
  'team.dependency-handed-over': 'handed over',
  'team.dependency-proposed': 'asked for',
  'team.dependency-slipped': 'moved the commitment to',
  'team.dependency-withdrawn': 'withdrew',
  'team.escalation-answered': 'answered the escalation of',
  'team.finding-waived': 'waived a finding:',
  'team.impediment-described': 'described',
  'team.impediment-escalated': 'escalated',
  'team.impediment-progressed': 'reported on',
  'team.impediment-raised': 'raised',
  'team.impediment-resolved': 'resolved',
  'team.impediment-supported': 'has the same trouble:',
  'team.needed-by-moved': 'moved the day it is needed by:',
  'team.person-appointed': 'gave somebody a role in',
  'team.sprint-calendar-set': 'set the sprint calendar of',
  'team.unit-founded': 'founded',
  'team.unit-revised': 'changed',
};

interface Kind {
  name: string;
  icon: IconName;
  href?: (id: string) => string;
}

/** What the log tells of, by topic. */
export const kinds: Record<string, Kind> = {
  'team.impediments': { name: 'Impediments', icon: 'impediment', href: (id) => `/impediments/${id}` },
  'team.dependencies': { name: 'Dependencies', icon: 'dependency', href: (id) => `/dependencies/${id}` },
  'roadmap.outcomes': { name: 'Outcomes', icon: 'outcome', href: (id) => `/outcomes/${id}` },
  'roadmap.assessments': { name: 'Assessments of outcomes', icon: 'risk', href: (id) => `/outcomes/${id}` },
  'roadmap.features': { name: 'Features', icon: 'feature', href: (id) => `/features/${id}` },
  'roadmap.decisions': { name: 'Decisions', icon: 'decision', href: (id) => `/decisions/${id}` },
  'roadmap.product-goals': { name: 'Product goal', icon: 'roadmap', href: () => '/roadmap' },
  'cop.communities': { name: 'Communities', icon: 'community', href: (id) => `/communities/${id}` },
  'cop.gatherings': {
    name: 'Gatherings',
    icon: 'promise',
    href: (id) => `/communities/${id.replace('_', '/gatherings/')}`,
  },
  'cop.pages': { name: 'Playbook pages', icon: 'page', href: (id) => `/pages/${id}` },
  'cop.adoptions': { name: 'What teams do with pages', icon: 'check' },
  'cop.page-changes': { name: 'Proposed changes of pages', icon: 'decision', href: (id) => `/changes/${id}` },
  'cop.community-waivers': { name: 'Waivers of communities', icon: 'shield' },
  'cop.ideas': { name: 'Ideas', icon: 'star', href: (id) => `/ideas/${id}` },
  'cop.trees': { name: 'Decision trees', icon: 'decision', href: (id) => `/trees/${id}` },
  'cop.tree-runs': { name: 'Runs of decision trees', icon: 'check', href: (id) => `/runs/${id}` },
  'team.units': { name: 'Organization', icon: 'organization', href: (id) => `/units/${id}` },
  'team.waivers': { name: 'Waivers', icon: 'shield' },
};

export function kindOf(event: Pick<LogEvent, 'topic'>): Kind {
  return kinds[event.topic] ?? { name: sentence(event.topic), icon: 'question' };
}

export function verbOf(event: LogEvent): string {
  const type = nameOf(event);
  return verbs[type] ?? sentence(type.replace(/^.*\./, '')).toLowerCase();
}

function nameOf({ type }: Pick<LogEvent, 'type'>): string {
  return type.replace(/^guildhall\./, '').replace(/\.v\d+$/, '');
}

/** What happened where neither who nor what is at hand: `Dependency slipped`. */
export function happeningOf(event: Pick<LogEvent, 'type'>): string {
  return sentence(event.type.replace(/\.v\d+$/, '').replace(/^.*\./, ''));
}

/** What became of what, where the change says that: `4 Dec to 12 Dec`, `On track to at risk`. */
export function stepOf(event: LogEvent): string | undefined {
  const gathering = dayOf(event.change.on);
  if (gathering !== undefined) {
    const begins = dayOf(String(event.change.begins ?? '').slice(0, 10));
    return begins === undefined || begins === gathering ? gathering : `${gathering} to ${begins}`;
  }
  const from = dayOf(event.change.from) ?? stateOf(event.change.from);
  const to = event.change.to;
  if (from === undefined) return dayOf(to) ?? stateOf(to);
  if (event.change.from === to) return `still ${from.toLowerCase()}`;
  const became = dayOf(to) ?? stateOf(to)?.toLowerCase();
  return became && `${from} to ${became}`;
}

/** What stands after what it was done to: ` to the Executive Action Team`, `: On track to at risk`. */
export function endOf(event: LogEvent): string {
  const level = choices(levelWords).find(([known]) => known === event.change.to);
  if (nameOf(event) === 'team.impediment-escalated' && level) return ` to the ${level[1]}`;
  const step = stepOf(event);
  return step ? `: ${step}` : '';
}

function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayAndMonth(value) : undefined;
}

function stateOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Z_]+$/.test(value) ? sentence(value) : undefined;
}

const told = ['reason', 'why', 'note', 'remark', 'text', 'proposal', 'fix', 'choice'];

/** The words somebody added. */
export function wordsOf(event: LogEvent): string | undefined {
  for (const field of told) {
    const value = event.change[field];
    if (typeof value === 'string' && value !== '' && value !== event.title) return value;
  }
  return undefined;
}
