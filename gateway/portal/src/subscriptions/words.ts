import type { Interest, Subscription } from '../api/contract';

/** What a feed may be about, and the topics of the activity that it tells of. */
export const interests: Record<Interest, { name: string; topics: string[] }> = {
  EVERYTHING: { name: 'Everything', topics: [] },
  DECISIONS: { name: 'Decisions', topics: ['roadmap.decisions'] },
  ROADMAP: {
    name: 'The roadmap',
    topics: ['roadmap.outcomes', 'roadmap.features', 'roadmap.assessments', 'roadmap.product-goals'],
  },
  IMPEDIMENTS: { name: 'Impediments', topics: ['team.impediments'] },
  DEPENDENCIES: { name: 'Dependencies', topics: ['team.dependencies'] },
  COMMUNITIES: {
    name: 'Communities',
    topics: [
      'cop.communities',
      'cop.gatherings',
      'cop.pages',
      'cop.adoptions',
      'cop.page-changes',
      'cop.ideas',
      'cop.community-waivers',
      'cop.trees',
      'cop.tree-runs',
    ],
  },
  FOLLOWED: { name: 'What I follow', topics: [] },
};

export function isInterest(text: string | undefined): text is Interest {
  return text !== undefined && text in interests;
}

/** Where a feed of what one is looking at is made. */
export function subscribeTo(topic: string | undefined, unit: string | undefined, followed = false): string {
  const chosen = new URLSearchParams({ new: 'ATOM', about: closest(topic, followed) });
  if (unit) chosen.set('unit', unit);
  return `/subscriptions?${chosen}`;
}

/** What the way there is called: by what the feed is about, where it tells more than one is looking at. */
export function subscribeWords(topic: string | undefined, followed = false): string {
  const { name, topics } = interests[closest(topic, followed)];
  const exact = topics.join() === (topic ?? '');
  return `Subscribe to ${exact ? 'this' : name.charAt(0).toLowerCase() + name.slice(1)}`;
}

function closest(topic: string | undefined, followed: boolean): Interest {
  if (followed) return 'FOLLOWED';
  const all = Object.keys(interests) as Interest[];
  return all.find((one) => topic !== undefined && interests[one].topics.includes(topic)) ?? 'EVERYTHING';
}

/** What a subscription shows: `Decisions, Payments and below`. */
export function shownBy(
  one: Pick<Subscription, 'kind' | 'about' | 'unit'>,
  nameOf: (unit: string) => string,
  isCommunity: (unit: string) => boolean = () => false,
): string {
  if (one.kind === 'CALENDAR' && one.unit && isCommunity(one.unit)) return `Gatherings of ${nameOf(one.unit)}`;
  const what = one.kind === 'CALENDAR' ? 'Days' : interests[one.about ?? 'EVERYTHING'].name;
  if (one.unit) return `${what}, ${nameOf(one.unit)} and below`;
  return one.kind === 'CALENDAR' ? `${what} of the teams and areas you have a role in, and of your communities` : what;
}

/** The same address under the scheme that makes a calendar open itself. */
export function webcal(url: string): string {
  return url.replace(/^https?:/, 'webcal:');
}
