import type { Notifications } from '../api/contract';

export type Kind = 'notices' | 'digest' | 'webhooks' | 'invitations';

export const kinds: Kind[] = ['notices', 'digest', 'webhooks', 'invitations'];

/** What each kind of mail is called where one chooses. */
export const names: Record<Kind, string> = {
  notices: 'What waits for my answer',
  digest: 'My week',
  webhooks: 'A webhook of mine that is disabled',
  invitations: 'Invitations to the gatherings of my communities',
};

/** What is mailed when, in plain words. */
export function saidOf(kind: Kind, { mostADay, morning, monday, zone }: Notifications['hours']): string {
  switch (kind) {
    case 'notices':
      return (
        'A dependency asked of your team, an escalation, a decision to be made, a change that a reader proposes for a page ' +
        'of yours, a page of yours whose day to look at it again is over. It comes soon after it was asked, unless it ' +
        `is answered by then; what is asked together is one mail. ${atMost(mostADay)} a day: the rest waits for one mail ` +
        `at ${morning} (${zone}) on the next business day. Never about what you did yourself.`
      );
    case 'digest':
      return (
        `On Mondays at ${monday} (${zone}): what waits for you, what is due this week, and what has changed in your ` +
        'teams and areas and of what you follow. Not when there is nothing to tell.'
      );
    case 'webhooks':
      return 'When it took nothing for too long, or said that it is gone. You resume it when it works again.';
    case 'invitations':
      return (
        'For your calendar, one for each gathering of the next eight weeks, and again when it is moved or cancelled or you ' +
        'leave the community. Whether you come is said on its page. Who has subscribed to the calendar needs none.'
      );
  }
}

function atMost(mails: number): string {
  return mails === 1 ? 'At most one mail' : `At most ${mails} mails`;
}

const told: Record<NonNullable<Notifications['last']>['kind'], string> = {
  NOTICES: 'what waited for your answer',
  DIGEST: 'your week',
  WEBHOOKS: 'a webhook of yours',
  INVITATIONS: 'a gathering of a community of yours',
};

/** What the newest mail was about. */
export function toldOf(last: NonNullable<Notifications['last']>): string {
  return told[last.kind];
}
