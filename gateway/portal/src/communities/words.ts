import type { Audience, Community } from '../api/contract';
import { audienceWords, listed, sentence } from '../model/words';

/** `Scrum Masters and Developers`; nobody in particular is everybody. */
export function forWhom(audience: Audience[]): string {
  return audience.length === 0 ? 'everybody' : listed(audience.map((role) => audienceWords[role] ?? sentence(role)));
}

export function membersWords(count: number): string {
  return count === 1 ? '1 member' : `${count} members`;
}

/** What it means that a community is open or private. */
export const visibilityWords: Record<'ORGANIZATION' | 'TEAM', { name: string; means: string }> = {
  ORGANIZATION: { name: 'Open', means: 'Everybody here sees it, and joins without asking.' },
  TEAM: { name: 'Private', means: 'Only its members see that it exists; its leads let people in.' },
};

export function isOpen(one: Pick<Community, 'visibility'>): boolean {
  return one.visibility === 'ORGANIZATION';
}
