import type { Cadence, CadenceFields } from '../api/contract';
import { ownZone, parseDate, plusDays, today } from '../model/time';
import { firstFrom, type Rhythm, read, type Weekday, weekdayOf, write } from './rhythm';

/** What the form of a cadence holds. */
export interface Typed {
  /** By choosing, or as a rule for what cannot be chosen. */
  asRule: boolean;
  every: string;
  unit: 'WEEKLY' | 'MONTHLY';
  days: Weekday[];
  which: string;
  day: Weekday;
  rule: string;
  start: string;
  at: string;
  minutes: string;
  zone: string;
}

/** Minutes that a gathering usually lasts. */
export const lengths = [15, 30, 45, 60, 90, 120, 180, 240];

/** What the form begins with: as it is now, or every second week from the next working day on. */
export function typedOf(cadence: Cadence | undefined, next: string | undefined): Typed {
  const start = next ?? nextWorkingDay();
  const weekday = weekdayOf(start);
  const fresh: Typed = {
    asRule: false,
    every: '2',
    unit: 'WEEKLY',
    days: [weekday],
    which: '1',
    day: weekday,
    rule: '',
    start,
    at: '15:00',
    minutes: '60',
    zone: ownZone(),
  };
  if (!cadence) return fresh;
  const { rule, at, minutes, zone } = cadence;
  const kept = { ...fresh, rule, at: at.slice(0, 5), minutes: String(minutes), zone };
  const rhythm = read(rule);
  if (!rhythm || rhythm.unit === 'DAILY' || rhythm.until || rhythm.times || rhythm.monthDay !== undefined) {
    return { ...kept, asRule: true };
  }
  if (rhythm.unit === 'MONTHLY' && !rhythm.nth) return { ...kept, asRule: true };
  return {
    ...kept,
    every: String(rhythm.every),
    unit: rhythm.unit,
    days: rhythm.days.length > 0 ? rhythm.days : [weekday],
    which: String(rhythm.nth?.which ?? 1),
    day: rhythm.nth?.day ?? weekday,
  };
}

function nextWorkingDay(): string {
  return [1, 2, 3].map((days) => plusDays(today(), days)).find((day) => parseDate(day).getDay() % 6 !== 0) ?? today();
}

export function rhythmOf({ asRule, every, unit, days, which, day, rule }: Typed): Rhythm | undefined {
  if (asRule) return read(rule);
  const often = Number(every);
  if (!Number.isInteger(often) || often < 1) return undefined;
  if (unit === 'MONTHLY') return { unit, every: often, days: [], nth: { which: Number(which), day } };
  return days.length > 0 ? { unit, every: often, days } : undefined;
}

/** Nobody has to hit a day that the rhythm names: it begins on the first from the chosen one on. */
export function toFields(typed: Typed): CadenceFields {
  const rhythm = rhythmOf(typed);
  return {
    rule: typed.asRule ? typed.rule.trim() : rhythm ? write(rhythm) : '',
    first: (rhythm && typed.start !== '' ? firstFrom(rhythm, typed.start) : undefined) ?? typed.start,
    at: typed.at,
    minutes: Number(typed.minutes),
    zone: typed.zone.trim(),
  };
}

export function lengthWords(minutes: number): string {
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `${hours === 1 ? '1 hour' : `${hours} hours`}${rest === 0 ? '' : ` ${rest} min`}`;
}

export function isZone(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat(undefined, { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
