import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kinds, saidOf, toldOf } from './words';

const hours = { mostADay: 3, morning: '09:00', monday: '07:00', zone: 'Europe/Oslo' };

describe('notifications', () => {
  it('say when each kind of mail comes, as the installation has it', () => {
    expect(saidOf('notices', hours)).toContain('At most 3 mails a day');
    expect(saidOf('notices', hours)).toContain('at 09:00 (Europe/Oslo) on the next business day');
    expect(saidOf('notices', { ...hours, mostADay: 1 })).toContain('At most one mail a day');
    expect(saidOf('digest', hours)).toContain('On Mondays at 07:00 (Europe/Oslo)');
  });

  it('have words for every kind that there is', () => {
    const api = readFileSync(new URL('../../../../contracts/openapi/feed-service.yaml', import.meta.url), 'utf8');
    const sent = api.slice(api.indexOf('NotificationSentView:\n      type'));
    const known = sent.slice(sent.indexOf('enum:'), sent.indexOf('required:')).match(/[A-Z]{2,}/g) ?? [];
    expect(known.map((kind) => kind.toLowerCase()).sort()).toEqual([...kinds].sort());
    for (const kind of ['NOTICES', 'DIGEST', 'WEBHOOKS', 'INVITATIONS'] as const) {
      expect(toldOf({ kind, at: '2026-11-25T09:00:00Z' })).not.toBe('');
    }
  });
});
