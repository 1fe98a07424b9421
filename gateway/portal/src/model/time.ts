const day = 86_400_000;

/** Days the method's rules turn an age amber and red. */
export const amberDays = 5;
export const redDays = 10;

export type AgeTone = 'fresh' | 'amber' | 'red';

export function ageTone(days: number): AgeTone {
  if (days >= redDays) return 'red';
  return days >= amberDays ? 'amber' : 'fresh';
}

/** What a screen reader hears where others see a colour. */
export function ageSpoken(days: number): string {
  const count = days === 1 ? '1 day' : `${days} days`;
  const tone = ageTone(days);
  if (tone === 'red') return `${count}, long overdue`;
  return tone === 'amber' ? `${count}, ageing` : `${count} old`;
}

export function daysSince(instant: string, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / day));
}

/** A calendar date is the same day everywhere; an instant is the reader's local time. */
export function parseDate(date: string): Date {
  const [year, month, dayOfMonth] = date.slice(0, 10).split('-').map(Number);
  return date.length > 10 ? new Date(date) : new Date(year ?? 0, (month ?? 1) - 1, dayOfMonth ?? 1);
}

const sameYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const otherYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const longDays = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat();
const named = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

export function shortDate(date: string): string {
  const parsed = parseDate(date);
  if (Number.isNaN(parsed.getTime())) return date;
  return (parsed.getFullYear() === new Date().getFullYear() ? sameYear : otherYear).format(parsed);
}

/** Without the year, where the place on the page says which. */
export function dayAndMonth(date: string): string {
  return sameYear.format(parseDate(date));
}

export function longDate(date: string): string {
  const parsed = parseDate(date);
  if (Number.isNaN(parsed.getTime())) return date;
  return date.length > 10 ? moment.format(parsed) : full.format(parsed);
}

/** `3 December 2026`. */
export function longDay(date: string): string {
  return longDays.format(parseDate(date));
}

/** `Thu 3 Dec`, with the year where it is more than half a year away; the day of an instant is the reader's. */
export function weekdayAndDay(date: string, now = Date.now()): string {
  const parsed = parseDate(date);
  const near = Math.abs(parsed.getTime() - now) < 183 * day;
  return `${weekday.format(parsed)} ${(near ? sameYear : otherYear).format(parsed)}`;
}

/** `15:00` as the reader writes it, so many minutes later; no zone is involved. */
export function clockOf(time: string, minutesLater = 0): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return clock.format(new Date(2000, 0, 1, hour, minute + minutesLater));
}

/** The zone of the reader's clock. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Day and time on the clocks of a zone, as the fields of a form hold them. */
export function onClocksOf(zone: string, instant: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = parts.format(new Date(instant)).split(' ');
  return { day, time };
}

/** Whether the clocks of a zone show at a moment what the reader's own show. */
export function isOwnClock(zone: string, instant: string): boolean {
  const there = onClocksOf(zone, instant);
  const here = onClocksOf(ownZone(), instant);
  return there.day === here.day && there.time === here.time;
}

export function clockTime(at: number): string {
  return clock.format(at);
}

/** Whole units that have passed, as ages count them: what is 22 d old is not 23 days ago. Yesterday is only the day before. */
export function ago(instant: string, now = Date.now()): string {
  const seconds = Math.trunc((Date.parse(instant) - now) / 1000);
  if (Number.isNaN(seconds)) return instant;
  const size = Math.abs(seconds);
  if (size < 60) return 'just now';
  if (size < 3600) return relative.format(Math.trunc(seconds / 60), 'minute');
  if (size < 86_400) return relative.format(Math.trunc(seconds / 3600), 'hour');
  if (size < 30 * 86_400) {
    const days = Math.trunc(seconds / 86_400);
    const calendarDays = daysBetween(isoDate(new Date(now)), isoDate(new Date(instant)));
    return (days === calendarDays ? named : relative).format(days, 'day');
  }
  if (size < 365 * 86_400) return relative.format(Math.trunc(seconds / (30 * 86_400)), 'month');
  return relative.format(Math.trunc(seconds / (365 * 86_400)), 'year');
}

export function today(now = new Date()): string {
  return isoDate(now);
}

export function isoDate(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

export function plusDays(date: string, days: number): string {
  const parsed = parseDate(date);
  parsed.setDate(parsed.getDate() + days);
  return isoDate(parsed);
}

/** The day its week began on. */
export function mondayOf(date: string): string {
  return plusDays(date, -((parseDate(date).getDay() + 6) % 7));
}

/** Whole days from one calendar date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((parseDate(to.slice(0, 10)).getTime() - parseDate(from.slice(0, 10)).getTime()) / day);
}

export function quarterOf(date: Date): string {
  return `${date.getFullYear()}-Q${Math.floor(date.getMonth() / 3) + 1}`;
}

export function quarterPlus(quarter: string, steps: number): string {
  const [year, number] = quarter.split('-Q').map(Number);
  const index = (year ?? 0) * 4 + (number ?? 1) - 1 + steps;
  return `${Math.floor(index / 4)}-Q${(((index % 4) + 4) % 4) + 1}`;
}

export function quarterWords(quarter: string): string {
  const [year, number] = quarter.split('-');
  return `${number} ${year}`;
}
