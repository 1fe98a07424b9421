import { describe, expect, it } from 'vitest';
import { clockOf } from '../model/time';
import { cadenceWords, datesOf, firstFrom, isRule, type Rhythm, read, rhythmWords, weekdayOf, write } from './rhythm';

const thursday = '2026-12-03';

const words = (rule: string, first = thursday) => rhythmWords(rule, first);

function dates(rule: string, first: string, count: number): string[] {
  const rhythm = read(rule);
  return rhythm ? datesOf(rhythm, first, count) : [];
}

describe('a rule', () => {
  it('is said as people say it', () => {
    expect(words('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH')).toBe('Every 2 weeks on Thursday');
    expect(words('FREQ=WEEKLY;BYDAY=TH,MO')).toBe('Every week on Monday and Thursday');
    expect(words('FREQ=WEEKLY;BYDAY=MO,WE,FR')).toBe('Every week on Monday, Wednesday and Friday');
    expect(words('FREQ=MONTHLY;BYDAY=1MO')).toBe('Every month on the first Monday');
    expect(words('FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR')).toBe('Every 3 months on the last Friday');
    expect(words('FREQ=MONTHLY;BYMONTHDAY=3')).toBe('Every month on the 3rd');
    expect(words('FREQ=MONTHLY;BYMONTHDAY=12')).toBe('Every month on the 12th');
    expect(words('FREQ=MONTHLY;BYMONTHDAY=-1')).toBe('Every month on the last day');
    expect(words('FREQ=DAILY')).toBe('Every day');
  });

  it('has words for what a list of meetings says and the form does not offer', () => {
    expect(words('FREQ=MONTHLY;BYDAY=1MO,3MO')).toBe('Every month on the first and third Monday');
    expect(words('FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU,-1TU')).toBe('Every 2 months on the second and last Tuesday');
    expect(words('FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=23,24,25,26,27,28,29')).toBe(
      'Every month on the Wednesday from the 23rd to the 29th',
    );
  });

  it('takes from the first date what it leaves open', () => {
    expect(words('FREQ=WEEKLY')).toBe('Every week on Thursday');
    expect(words('FREQ=MONTHLY', '2026-12-21')).toBe('Every month on the 21st');
  });

  it('says when it ends', () => {
    expect(words('FREQ=WEEKLY;BYDAY=TH;COUNT=10')).toBe('Every week on Thursday, 10 times');
    expect(words('FREQ=WEEKLY;BYDAY=TH;UNTIL=20270304')).toMatch(/^Every week on Thursday, until .*2027/);
  });

  it('is left as it is where there are no words for it', () => {
    for (const rule of [
      'FREQ=YEARLY',
      'FREQ=MONTHLY;BYDAY=1MO,3TU',
      'FREQ=MONTHLY;BYDAY=1MO,9MO',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13,15',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
      'FREQ=WEEKLY;WKST=SU;BYDAY=TH',
      'FREQ=DAILY;BYMONTH=1',
      'FREQ=WEEKLY;INTERVAL=0',
      'every other Thursday',
      '',
    ]) {
      expect(words(rule), rule).toBeUndefined();
    }
    const cadence = { rule: 'FREQ=YEARLY', first: thursday, at: '15:00:00', minutes: 90, zone: 'Asia/Tokyo' };
    expect(cadenceWords(cadence)).toBe(`FREQ=YEARLY, ${clockOf('15:00')}–${clockOf('16:30')} Asia/Tokyo`);
  });

  it('is read as it was written', () => {
    const rules: Rhythm[] = [
      { unit: 'WEEKLY', every: 2, days: ['TU', 'TH'] },
      { unit: 'MONTHLY', every: 1, days: [], nth: { which: -1, day: 'WE' } },
      { unit: 'MONTHLY', every: 2, days: [], monthDay: 15, times: 4 },
      { unit: 'DAILY', every: 1, days: [], until: '2027-03-04' },
    ];
    for (const rule of rules) expect(read(write(rule))).toEqual(rule);
    expect(write({ unit: 'WEEKLY', every: 1, days: ['TH'] })).toBe('FREQ=WEEKLY;BYDAY=TH');
    expect(read('rrule:freq=weekly;byday=th')).toEqual({ unit: 'WEEKLY', every: 1, days: ['TH'] });
  });
});

describe('the dates of a rule', () => {
  it('keep to its weeks, also where it meets twice in one', () => {
    expect(dates('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', thursday, 3)).toEqual(['2026-12-03', '2026-12-17', '2026-12-31']);
    expect(dates('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', thursday, 3)).toEqual([
      '2026-12-03',
      '2026-12-14',
      '2026-12-17',
    ]);
  });

  it('keep to the weekday of the month', () => {
    expect(dates('FREQ=MONTHLY;BYDAY=1TH', thursday, 3)).toEqual(['2026-12-03', '2027-01-07', '2027-02-04']);
    expect(dates('FREQ=MONTHLY;BYDAY=-1SA', '2027-01-30', 2)).toEqual(['2027-01-30', '2027-02-27']);
    expect(dates('FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH', thursday, 2)).toEqual(['2026-12-03', '2027-02-04']);
  });

  it('leave out months that are too short', () => {
    expect(dates('FREQ=MONTHLY;BYMONTHDAY=31', '2026-12-31', 3)).toEqual(['2026-12-31', '2027-01-31', '2027-03-31']);
    expect(dates('FREQ=MONTHLY;BYMONTHDAY=-1', '2027-01-31', 2)).toEqual(['2027-01-31', '2027-02-28']);
  });

  it('end when it does', () => {
    expect(dates('FREQ=DAILY;COUNT=2', thursday, 4)).toEqual(['2026-12-03', '2026-12-04']);
    expect(dates('FREQ=DAILY;UNTIL=20261204', thursday, 4)).toEqual(['2026-12-03', '2026-12-04']);
  });

  it('begin on the first that it names from a day on', () => {
    const start = (rule: string, from: string) => firstFrom(read(rule) as Rhythm, from);
    expect(start('FREQ=WEEKLY;INTERVAL=4;BYDAY=MO', thursday)).toBe('2026-12-07');
    expect(start('FREQ=WEEKLY;INTERVAL=4;BYDAY=TH', thursday)).toBe(thursday);
    expect(start('FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO', '2026-12-08')).toBe('2027-01-04');
  });
});

describe('a weekday', () => {
  it('is that of the calendar date', () => {
    expect(weekdayOf('2026-11-29')).toBe('SU');
    expect(weekdayOf('2026-11-30')).toBe('MO');
  });
});

it('a rule is told from what no calendar reads', () => {
  expect(['FREQ=YEARLY', 'rrule:freq=monthly;byday=2TU,4TU', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-1'].every(isRule)).toBe(
    true,
  );
  expect(['', 'every Thursday', 'FREQ=HOURLY', 'FREQ=WEEKLY;ON=TH', 'FREQ=WEEKLY;'].some(isRule)).toBe(false);
});
