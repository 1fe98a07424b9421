import type { Kind } from './order';

/** Enough to see what a file is about without reading all of it twice. */
const head = 64 * 1024;

const rhythm = /^(frequency|recurrence|cadence|rrule)$/i;

/**
 * What a file holds. A catalog holds the organization, and its communities where it has some; a table with a column that
 * says how often is a list of meetings, any other one of features.
 *
 * @param communities whether the reader imports communities, too
 */
export async function kindsOf(file: File, communities: boolean): Promise<Kind[]> {
  if (/\.(ya?ml)$/i.test(file.name)) {
    return communities && hasCommunities(await file.text()) ? ['catalog', 'communities'] : ['catalog'];
  }
  if (!/\.csv$/i.test(file.name)) return [];
  return communities && isOfMeetings(await file.slice(0, head).text()) ? ['meetings'] : ['features'];
}

export function hasCommunities(catalog: string): boolean {
  return /^\s+type:\s*["']?community["']?\s*(#.*)?$/m.test(catalog);
}

export function isOfMeetings(table: string): boolean {
  const columns = table.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  return columns.split(/[,;\t]/).some((column) => rhythm.test(column.trim().replaceAll('"', '')));
}
