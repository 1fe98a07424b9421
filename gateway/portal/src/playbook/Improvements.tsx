import { Link } from 'wouter';
import type { ImprovablePage, Improvement } from '../api/contract';
import { useGet } from '../api/query';
import { may, use } from '../model/can';
import { listed } from '../model/words';
import { Button, ButtonLink } from '../ui/Button';
import { Notice } from '../ui/States';
import { endingWith, isIn, noteOf, quoteOf } from './alike';
import './editor.css';

/** What several teams do instead of what a page says: those who write the page write it in, others propose that. */
export function ImprovementRow({ one }: { one: ImprovablePage }) {
  return (
    <li className="spread">
      <div className="page-row grow">
        <p>
          <Link href={`/pages/${one.page.id}`} className="plain-link strong" dir="auto">
            {one.page.name}
          </Link>
        </p>
        <Alike one={one} />
      </div>
      <WriteIn page={one.page.id} title={one.page.name} writes={may(one, use.editPage)} />
    </li>
  );
}

/** Which teams do what. */
export function Alike({ one }: { one: Pick<Improvement, 'words' | 'teams'> }) {
  return (
    <p className="small" dir="auto" title={listed(one.teams.map(({ name }) => name))}>
      {one.teams.length} teams adapt it in the same way: “{one.words}”
    </p>
  );
}

export function WriteIn({ page, title, writes }: { page: string; title: string; writes: boolean }) {
  return (
    <ButtonLink size="small" icon="pen" href={`/pages/${page}/${writes ? 'edit' : 'propose'}`}>
      {writes ? 'Write it in' : 'Propose it'}
      <span className="sr-only">: {title}</span>
    </ButtonLink>
  );
}

/** Above the text that somebody writes: what teams do instead of it, to be worked in. Nothing where nobody does. */
export function TeamsDo({
  page,
  text,
  onPut,
}: {
  page: string;
  text: string;
  onPut: (text: string, note: string) => void;
}) {
  const all = useGet('/api/cop/pages/{id}/adoption', { path: { id: page } }).data?.improvements ?? [];
  const open = all.filter((one) => one.open);
  if (open.length === 0) return null;
  return (
    <Notice tone="accent" icon="people">
      <ul className="teams-do stack-s">
        {open.map(({ words, teams }) => (
          <li key={words} className="stack-s">
            <p>
              <span className="strong">{listed(teams.map(({ name }) => name))}</span> do it in the same way, and
              otherwise than the page says:
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long ones are scrolled, by keys as well */}
            <blockquote dir="auto" tabIndex={0}>
              {words}
            </blockquote>
            {isIn(text, words) ? (
              <p className="small" role="status">
                It stands in the text. Work it in where it belongs.
              </p>
            ) : (
              <p>
                <Button
                  size="small"
                  icon="pen"
                  onClick={() => onPut(endingWith(text, quoteOf(words, teams)), noteOf(teams))}
                >
                  Put it at the end of the text
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
