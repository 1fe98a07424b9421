import { describe, expect, it } from 'vitest';
import { daysBetween, ownZone, parseDate, today } from '../model/time';
import { isZone, lengthWords, toFields, typedOf } from './cadence';

const cadence = (rule: string) => ({ rule, first: '2026-12-03', at: '15:00:00', minutes: 45, zone: 'Europe/Berlin' });

describe('the form of a cadence', () => {
  it('begins with an hour every second week, from the next working day on', () => {
    const { start, days, ...fresh } = typedOf(undefined, undefined);
    expect(fresh).toMatchObject({ asRule: false, every: '2', unit: 'WEEKLY', minutes: '60', zone: ownZone() });
    expect(daysBetween(today(), start)).toBeGreaterThan(0);
    expect(parseDate(start).getDay() % 6).not.toBe(0);
    expect(days).toHaveLength(1);
  });

  it('begins with what holds now, from the next date on', () => {
    const weekly = typedOf(cadence('FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH'), '2026-12-17');
    expect(weekly).toMatchObject({ every: '3', days: ['TU', 'TH'], start: '2026-12-17', at: '15:00', minutes: '45' });
    expect(toFields(weekly)).toEqual({
      ...cadence('FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH'),
      first: '2026-12-17',
      at: '15:00',
    });
    expect(typedOf(cadence('FREQ=MONTHLY;BYDAY=-1FR'), '2026-12-25')).toMatchObject({ which: '-1', day: 'FR' });
  });

  it('shows as a rule what cannot be chosen', () => {
    for (const rule of ['FREQ=MONTHLY;BYMONTHDAY=3', 'FREQ=WEEKLY;BYDAY=TH;COUNT=4', 'FREQ=DAILY', 'FREQ=YEARLY']) {
      expect(typedOf(cadence(rule), '2026-12-03'), rule).toMatchObject({ asRule: true, rule });
    }
  });

  it('begins on a day that the rhythm names, whichever was chosen', () => {
    const chosen = { ...typedOf(undefined, undefined), start: '2026-12-01' };
    expect(toFields({ ...chosen, days: ['TH'] })).toMatchObject({
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
      first: '2026-12-03',
    });
    expect(toFields({ ...chosen, unit: 'MONTHLY', every: '1', which: '1', day: 'MO' }).first).toBe('2026-12-07');
    expect(toFields({ ...chosen, asRule: true, rule: ' FREQ=YEARLY ' })).toMatchObject({
      rule: 'FREQ=YEARLY',
      first: '2026-12-01',
    });
  });

  it('means nothing yet without a number of weeks or a day to begin on', () => {
    const chosen = { ...typedOf(undefined, undefined), start: '2026-12-01' };
    expect(toFields({ ...chosen, every: '0' }).rule).toBe('');
    expect(toFields({ ...chosen, every: '' }).rule).toBe('');
    expect(toFields({ ...chosen, start: '' }).first).toBe('');
  });

  it('knows time zones and lengths', () => {
    expect(['Europe/Berlin', 'UTC', 'Asia/Kolkata'].every(isZone)).toBe(true);
    expect(['', 'Berlin', 'Europe/Nowhere'].some(isZone)).toBe(false);
    expect([45, 60, 90, 120].map(lengthWords)).toEqual(['45 minutes', '1 hour', '1 hour 30 min', '2 hours']);
  });
});
