import type { Ref } from '../api/contract';
import { listed } from '../model/words';

/** What teams do instead of what a page says, as a quotation that can stand in its text. */
export function quoteOf(words: string, teams: Ref[]): string {
  const said = words
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${line}`.trimEnd());
  return [...said, '>', `> As ${listed(teams.map(({ name }) => name))} do it`].join('\n');
}

/** A text with a quotation at its end. */
export function endingWith(text: string, quote: string): string {
  const before = text.trimEnd();
  return before === '' ? `${quote}\n` : `${before}\n\n${quote}\n`;
}

/** Whether it is in the text already, word for word. */
export function isIn(text: string, words: string): boolean {
  return flat(text).includes(flat(words));
}

function flat(text: string): string {
  return text
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** What is written down as the reason of the change. */
export function noteOf(teams: Ref[]): string {
  return `What ${teams.length} teams do alike`;
}
