import type { Cadence } from '../api/contract';
import { clockOf, daysBetween, isOwnClock, longDay, parseDate, plusDays } from '../model/time';
import { listed } from '../model/words';

/** The days of a week as recurrence rules call them, from Monday on. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayWords: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** Which of a month, by the number that rules give it. */
export const nthWords: Record<string, string> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  [-1]: 'last',
};

/** A recurrence rule as far as it has words here. */
export interface Rhythm {
  unit: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  every: number;
  /** Of a week; none is that of the first date. */
  days: Weekday[];
  /** Of a month: the first Monday, for example. */
  nth?: { which: number; day: Weekday };
  /** Of a month: 1 to 31, or -1 for the last. */
  monthDay?: number;
  /** The last day on which it may take place. */
  until?: string;
  times?: number;
}

const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month' } as const;

/** Undefined for what has no words here, though other calendars may understand it. */
export function read(rule: string): Rhythm | undefined {
  const parts = new Map(
    rule
      .trim()
      .toUpperCase()
      .replace(/^RRULE:/, '')
      .split(';')
      .map((part) => part.split('=') as [string, string | undefined]),
  );
  const take = (name: string) => {
    const value = parts.get(name);
    parts.delete(name);
    return value;
  };
  const unit = take('FREQ');
  const every = Number(take('INTERVAL') ?? 1);
  const byDay = take('BYDAY')?.split(',') ?? [];
  const byMonthDay = take('BYMONTHDAY');
  const until = take('UNTIL');
  const count = take('COUNT');
  const weekStart = take('WKST') ?? 'MO';
  if (unit !== 'DAILY' && unit !== 'WEEKLY' && unit !== 'MONTHLY') return undefined;
  if (parts.size > 0 || weekStart !== 'MO' || !(every >= 1)) return undefined;
  const last = until === undefined ? undefined : dayOf(until);
  if (until !== undefined && last === undefined) return undefined;
  const on = unit === 'MONTHLY' ? ofMonth(byDay, byMonthDay) : byMonthDay ? undefined : ofWeek(unit, byDay);
  return (
    on && {
      unit,
      every,
      days: [],
      ...on,
      ...(last === undefined ? {} : { until: last }),
      ...(count === undefined ? {} : { times: Number(count) }),
    }
  );
}

function ofWeek(unit: 'DAILY' | 'WEEKLY', byDay: string[]): Pick<Rhythm, 'days'> | undefined {
  if (unit === 'DAILY') return byDay.length === 0 ? { days: [] } : undefined;
  return byDay.every(isWeekday) ? { days: weekdays.filter((day) => byDay.includes(day)) } : undefined;
}

function ofMonth(byDay: string[], byMonthDay: string | undefined): Partial<Rhythm> | undefined {
  const day = byMonthDay === undefined ? undefined : Number(byMonthDay);
  if (byDay.length === 0) {
    if (day === undefined) return {};
    return day === -1 || (day >= 1 && day <= 31) ? { monthDay: day } : undefined;
  }
  const [, which, name = ''] = /^([+-]?\d)([A-Z]{2})$/.exec(byDay.join()) ?? [];
  if (day !== undefined || !isWeekday(name) || !(String(Number(which)) in nthWords)) return undefined;
  return { nth: { which: Number(which), day: name } };
}

function isWeekday(text: string): text is Weekday {
  return (weekdays as readonly string[]).includes(text);
}

function dayOf(until: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(until) ?? [];
  return year && `${year}-${month}-${day}`;
}

/** Whether calendars would read it as a rule of days, be there words for it here or not. */
export function isRule(text: string): boolean {
  const parts = text
    .trim()
    .replace(/^RRULE:/i, '')
    .split(';');
  const isPart = (part: string) =>
    /^(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)|(INTERVAL|UNTIL|COUNT|WKST|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS)=[-+A-Z0-9,]+)$/i.test(
      part,
    );
  return parts.every(isPart) && parts.filter((part) => /^FREQ=/i.test(part)).length === 1;
}

/** As a recurrence rule. */
export function write({ unit, every, days, nth, monthDay, until, times }: Rhythm): string {
  return [
    `FREQ=${unit}`,
    ...(every > 1 ? [`INTERVAL=${every}`] : []),
    ...(nth ? [`BYDAY=${nth.which}${nth.day}`] : days.length > 0 ? [`BYDAY=${days.join()}`] : []),
    ...(monthDay === undefined ? [] : [`BYMONTHDAY=${monthDay}`]),
    ...(until === undefined ? [] : [`UNTIL=${until.replaceAll('-', '')}`]),
    ...(times === undefined ? [] : [`COUNT=${times}`]),
  ].join(';');
}

/** `Every 2 weeks on Thursday`; undefined where there are no words for it. */
export function rhythmWords(rule: string, first: string): string | undefined {
  const rhythm = read(rule);
  if (!rhythm) return rareWords(rule);
  const { unit, every, until, times } = rhythm;
  const often = everyWords(unit, every);
  const end = until ? `, until ${longDay(until)}` : times ? `, ${times === 1 ? 'once' : `${times} times`}` : '';
  return `${often}${onWords(rhythm, first)}${end}`;
}

function everyWords(unit: Rhythm['unit'], every: number): string {
  return every === 1 ? `Every ${units[unit]}` : `Every ${every} ${units[unit]}s`;
}

/** What the form does not offer, but a list of meetings may say: two places in a month, or a weekday between two of its days. */
function rareWords(rule: string): string | undefined {
  const [, every = '1', byDay, between] =
    /^FREQ=MONTHLY(?:;INTERVAL=(\d+))?;BYDAY=([^;]+)(?:;BYMONTHDAY=([\d,]+))?$/.exec(rule) ?? [];
  if (byDay === undefined) return undefined;
  const on = between ? betweenWords(byDay, between.split(',').map(Number)) : placesWords(byDay.split(','));
  return on && `${everyWords('MONTHLY', Number(every))} on the ${on}`;
}

function placesWords(places: string[]): string | undefined {
  const read = places.map((place) => /^([+-]?\d)([A-Z]{2})$/.exec(place));
  const days = new Set(read.map((place) => place?.[2]));
  const [day = ''] = days;
  const which = read.map((place) => nthWords[Number(place?.[1])]);
  if (days.size !== 1 || !isWeekday(day) || which.includes(undefined)) return undefined;
  return `${listed(which as string[])} ${weekdayWords[day]}`;
}

function betweenWords(day: string, days: number[]): string | undefined {
  const [first = 0] = days;
  const isRun = days.length > 1 && days.every((each, index) => each === first + index);
  return isRun && isWeekday(day)
    ? `${weekdayWords[day]} from the ${ordinal(first)} to the ${ordinal(first + days.length - 1)}`
    : undefined;
}

function onWords({ unit, days, nth, monthDay }: Rhythm, first: string): string {
  if (unit === 'DAILY') return '';
  if (unit === 'WEEKLY')
    return ` on ${listed((days.length > 0 ? days : [weekdayOf(first)]).map((day) => weekdayWords[day]))}`;
  if (nth) return ` on the ${nthWords[nth.which]} ${weekdayWords[nth.day]}`;
  const day = monthDay ?? Number(first.slice(8, 10));
  return day === -1 ? ' on the last day' : ` on the ${ordinal(day)}`;
}

function ordinal(day: number): string {
  const ending = day >= 11 && day <= 13 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th');
  return `${day}${ending}`;
}

/** `Every 2 weeks on Thursday, 15:00–16:00 Europe/Berlin`. */
/** The same above dates that are on the reader's clock. */
export function cadenceNote(cadence: Cadence): string {
  const words = cadenceWords(cadence);
  return isOwnClock(cadence.zone, new Date().toISOString()) ? words : `${words}; the dates below are on your clock`;
}

export function cadenceWords({ rule, first, at, minutes, zone }: Cadence): string {
  return `${rhythmWords(rule, first) ?? rule}, ${clockOf(at)}–${clockOf(at, minutes)} ${zone}`;
}

export function weekdayOf(date: string): Weekday {
  return weekdays[(parseDate(date).getDay() + 6) % 7] ?? 'MO';
}

/** Long enough to find the next of any rule that is written here. */
const farthest = 366 * 5;

/** The first dates that a rhythm names from its first day on. */
export function datesOf(rhythm: Rhythm, first: string, count: number): string[] {
  const most = Math.min(count, rhythm.times ?? count);
  const found: string[] = [];
  for (let ahead = 0; found.length < most && ahead < farthest * rhythm.every; ahead++) {
    const day = plusDays(first, ahead);
    if (rhythm.until && day > rhythm.until) break;
    if (names(rhythm, first, day)) found.push(day);
  }
  return found;
}

/** The first day from one on that can begin the rhythm. */
export function firstFrom(rhythm: Rhythm, start: string): string | undefined {
  return datesOf({ ...rhythm, every: 1 }, start, 1)[0];
}

function names({ unit, every, days, nth, monthDay }: Rhythm, first: string, day: string): boolean {
  if (unit === 'DAILY') return daysBetween(first, day) % every === 0;
  if (unit === 'WEEKLY') {
    const weeks = daysBetween(mondayOf(first), mondayOf(day)) / 7;
    return weeks % every === 0 && (days.length > 0 ? days : [weekdayOf(first)]).includes(weekdayOf(day));
  }
  if ((monthOf(day) - monthOf(first)) % every !== 0) return false;
  const date = Number(day.slice(8, 10));
  if (!nth) {
    const wanted = monthDay ?? Number(first.slice(8, 10));
    return wanted === -1 ? isLastWeek(day, 1) : date === wanted;
  }
  if (weekdayOf(day) !== nth.day) return false;
  return nth.which === -1 ? isLastWeek(day, 7) : Math.ceil(date / 7) === nth.which;
}

function mondayOf(date: string): string {
  return plusDays(date, -weekdays.indexOf(weekdayOf(date)));
}

function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** Whether so many days later it is another month. */
function isLastWeek(date: string, days: number): boolean {
  return plusDays(date, days).slice(5, 7) !== date.slice(5, 7);
}
