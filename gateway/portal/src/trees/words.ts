import type { Tree, TreeSummary } from '../api/contract';

export const treeWords: Record<Tree['status'], string> = {
  DRAFT: 'Draft',
  PUBLISHED: 'Published',
  ARCHIVED: 'Archived',
  UNKNOWN: 'Unknown',
};

export function sizeOf({ questions, ends }: Pick<TreeSummary, 'questions' | 'ends'>): string {
  return `${questions === 1 ? '1 question' : `${questions} questions`}, ${ends === 1 ? '1 end' : `${ends} ends`}`;
}

/** The kinds of things that a run can be attached to, as a person says them, and where they are. */
export const subjects: Record<string, { name: string; href: string }> = {
  IMPEDIMENT: { name: 'an impediment', href: '/impediments' },
  DECISION: { name: 'a decision', href: '/decisions' },
  DEPENDENCY: { name: 'a dependency', href: '/dependencies' },
  PAGE: { name: 'a playbook page', href: '/pages' },
};

export type SubjectKind = 'IMPEDIMENT' | 'DECISION';

export interface Subject {
  kind: SubjectKind;
  id: string;
}

/** What a run is about, as the address holds it: `IMPEDIMENT:1234`. */
export function aboutIn(text: string | undefined): Subject | undefined {
  const [kind, id] = (text ?? '').split(/:(.+)/);
  return id && (kind === 'IMPEDIMENT' || kind === 'DECISION') ? { kind, id } : undefined;
}

export function aboutOf({ kind, id }: Subject): string {
  return `${kind}:${id}`;
}
