import { sentence } from './words';

/** The rules of the method and the anti-patterns that a page can help with, as the services name them. */
export const ruleWords: Record<string, string> = {
  'one-scrum-master': 'One Scrum Master per team',
  'co-scrum-master': 'A second Scrum Master only in a large team',
  'part-time-scrum-master': 'A part-time Scrum Master has a coach',
  'scrum-master-develops': 'A Scrum Master who also develops',
  'veto-with-reason': 'A veto has a reason',
  'debt-budget': 'Technical debt has a budget',
  'community-meets': 'A community meets and writes',
  'alignment-rituals': 'Rituals that align',
  'voluntary-rotation': 'Rotation is voluntary and supported',
  'role-health': 'Each role improves one thing at a time',
  'one-strategy': 'One strategy per sprint',
  'escalate-with-data': 'Escalate with data',
  'leadership-answers': 'Leadership answers',
  'busy-product-owner': 'A Product Owner who is too busy',
};

export const antiPatternWords: Record<string, string> = {
  'proxy-product-owner': 'Proxy Product Owner',
  'approves-every-detail': 'A Product Owner who approves every detail',
  'over-serving-scrum-master': 'A Scrum Master who does everything',
  'assigns-work': 'A Scrum Master who assigns work',
  'order-takers': 'Order takers',
  'ignored-impediments': 'Ignored impediments',
};

export function ruleWord(rule: string): string {
  return ruleWords[rule] ?? antiPatternWords[rule] ?? sentence(rule);
}
