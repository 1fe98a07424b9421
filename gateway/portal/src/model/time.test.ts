import { describe, expect, it } from 'vitest';
import {
  ageSpoken,
  ageTone,
  ago,
  clockOf,
  daysBetween,
  daysSince,
  mondayOf,
  onClocksOf,
  plusDays,
  quarterPlus,
  weekdayAndDay,
} from './time';

describe('age', () => {
  it('turns amber on the fifth day and red on the tenth', () => {
    expect([0, 4, 5, 9, 10, 400].map(ageTone)).toEqual(['fresh', 'fresh', 'amber', 'amber', 'red', 'red']);
  });

  it('says in words what the colour says', () => {
    expect(ageSpoken(1)).toBe('1 day old');
    expect(ageSpoken(7)).toBe('7 days, ageing');
    expect(ageSpoken(12)).toBe('12 days, long overdue');
  });

  it('counts whole days, and none before it began', () => {
    const now = Date.parse('2026-11-24T12:00:00.000Z');
    expect(daysSince('2026-11-22T13:00:00.000Z', now)).toBe(1);
    expect(daysSince('2026-11-25T00:00:00.000Z', now)).toBe(0);
  });

  it('says how long ago in the same whole days', () => {
    const now = Date.parse('2026-11-24T12:00:00.000Z');
    expect(daysSince('2026-11-01T18:00:00.000Z', now)).toBe(22);
    expect(ago('2026-11-01T18:00:00.000Z', now)).toContain('22');
  });

  it('calls yesterday what was yesterday, and not whatever a day has passed since', () => {
    const named = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(-1, 'day');
    const counted = new Intl.RelativeTimeFormat(undefined).format(-1, 'day');
    const at = new Date(2026, 10, 25, 16, 21).toISOString();
    expect(ago(at, new Date(2026, 10, 26, 18, 0).getTime())).toBe(named);
    expect(ago(at, new Date(2026, 10, 27, 13, 10).getTime())).toBe(counted);
  });

  it('counts months and years without calling them the last', () => {
    const counted = new Intl.RelativeTimeFormat();
    const now = Date.parse('2026-11-27T12:00:00.000Z');
    expect(ago('2026-09-30T12:00:00.000Z', now)).toBe(counted.format(-1, 'month'));
    expect(ago('2024-12-01T12:00:00.000Z', now)).toBe(counted.format(-1, 'year'));
  });
});

describe('calendar dates', () => {
  it('count days across the end of daylight saving time', () => {
    expect(daysBetween('2026-10-20', '2026-11-03')).toBe(14);
    expect(daysBetween('2026-11-03', '2026-10-20')).toBe(-14);
    expect(plusDays('2026-10-20', 14)).toBe('2026-11-03');
  });

  it('begin their week on a Monday', () => {
    expect(mondayOf('2026-11-27')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
    expect(mondayOf('2026-11-01')).toBe('2026-10-26');
  });

  it('step through quarters over the turn of the year', () => {
    expect(quarterPlus('2026-Q4', 1)).toBe('2027-Q1');
    expect(quarterPlus('2026-Q1', -1)).toBe('2025-Q4');
    expect(quarterPlus('2026-Q2', 7)).toBe('2028-Q1');
  });
});

describe('clocks', () => {
  it('show the same instant differently', () => {
    expect(onClocksOf('Europe/Berlin', '2026-12-03T23:30:00Z')).toEqual({ day: '2026-12-04', time: '00:30' });
    expect(onClocksOf('America/New_York', '2026-12-03T23:30:00Z')).toEqual({ day: '2026-12-03', time: '18:30' });
  });

  it('say the year of a day only where it is far away', () => {
    const now = Date.parse('2026-11-27T12:00:00.000Z');
    expect(weekdayAndDay('2027-01-08', now)).not.toContain('27');
    expect(weekdayAndDay('2027-09-08', now)).toContain('2027');
  });

  it('go on after midnight', () => {
    expect(clockOf('23:30:00', 45)).toBe(clockOf('00:15'));
  });
});
