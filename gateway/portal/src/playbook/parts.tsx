import type { PageSummary, PlaybookPage } from '../api/contract';
import { daysBetween, longDay, today } from '../model/time';
import { makesWords, sentence } from '../model/words';
import { Mark, PageMark } from '../ui/Marks';

type Shown = Pick<PageSummary | PlaybookPage, 'status' | 'makes' | 'overdue'>;

export function PageMarks({ one }: { one: Shown }) {
  return (
    <>
      <PageMark status={one.status} />
      {one.makes && <Mark icon="swap">Template: {(makesWords[one.makes] ?? sentence(one.makes)).toLowerCase()}</Mark>}
      {one.overdue && (
        <Mark tone="warn" icon="clock">
          To be looked at again
        </Mark>
      )}
    </>
  );
}

/** Until when a page holds, and how long ago that was. */
export function holds({ reviewBy, overdue }: Pick<PageSummary, 'reviewBy' | 'overdue'>, now = today()): string {
  if (!reviewBy) return '';
  if (!overdue) return `holds until ${longDay(reviewBy)}`;
  const days = daysBetween(reviewBy, now);
  return `was to be looked at again by ${longDay(reviewBy)}, ${days === 1 ? '1 day' : `${days} days`} ago`;
}

export function Holds({ one }: { one: Pick<PageSummary, 'reviewBy' | 'overdue'> }) {
  if (!one.reviewBy) return null;
  return (
    <time dateTime={one.reviewBy} className={one.overdue ? 'overdue' : ''}>
      {holds(one)}
    </time>
  );
}
