import { useEffect, useState } from 'react';
import { useCommand } from '../api/command';
import type { PlaybookPage, ProposedChange } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { may, use } from '../model/can';
import { Editor, Leaving } from '../playbook/Editor';
import { Meeting } from '../playbook/Meeting';
import { meetingOf, placesIn } from '../playbook/meeting';
import { crumbsOf } from '../playbook/PlaybookPage';
import '../playbook/playbook.css';
import '../playbook/comparison.css';
import { Button, ButtonLink } from '../ui/Button';
import { Ago, ChangeMark } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Notice, ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { pageCrumb } from './ProposePage';
import { Answer, Changes, type Settling, useSettling } from './parts';

export default function ChangePage({ id }: { id: string }) {
  const query = useGet('/api/cop/changes/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => (one.readable ? <OfPage one={one} /> : <Unreadable one={one} />)}
    </Show>
  );
}

/** The page is a draft again: whoever proposed something for it is left with that alone, and can take it back. */
function Unreadable({ one }: { one: ProposedChange }) {
  const { change } = one;
  const settling = useSettling(change.id);
  return (
    <Page
      title={change.note ?? 'A proposed change'}
      crumbs={[{ name: 'Communities', href: '/communities' }]}
      marks={
        <>
          <ChangeMark status={change.status} />
          <span className="small quiet">
            {change.by.name} proposes it for “{change.page.name}”, <Ago at={change.at} />
          </span>
        </>
      }
      actions={<Answer one={one} settling={settling} />}
    >
      <Declined one={one} />
      <Notice tone="warn" icon="lock">
        <p className="strong">“{change.page.name}” is a draft again</p>
        <p>
          Only the members of its community read it until it is published.{' '}
          {change.status === 'OPEN' && 'They still see what you propose, and may take it over; you can withdraw it.'}
        </p>
      </Notice>
      <Panel title="The text as it was proposed" padded>
        <Whole text={one.text} />
      </Panel>
    </Page>
  );
}

function Declined({ one: { change } }: { one: ProposedChange }) {
  return change.reason ? (
    <Notice icon="cross">
      <p className="strong">It was declined:</p>
      <p dir="auto">{change.reason}</p>
    </Notice>
  ) : null;
}

/** A whole text, to be read or copied. */
function Whole({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <pre className="whole-text" dir="auto" tabIndex={0}>
      {text}
    </pre>
  );
}

function OfPage({ one }: { one: ProposedChange }) {
  const query = useGet('/api/cop/pages/{id}', { path: { id: one.change.page.id } });
  return (
    <Show page query={query}>
      {(page) => <Loaded one={one} page={page} />}
    </Show>
  );
}

function Loaded({ one, page }: { one: ProposedChange; page: PlaybookPage }) {
  const { change } = one;
  const changed = useChanged(change.id);
  const settling = useSettling(change.id);
  const settled = complete(settling.value);
  const settles = settled !== undefined && may(one, use.editPage);
  return (
    <Page
      title={change.note ?? 'A proposed change'}
      crumbs={[...crumbsOf(page), pageCrumb(page), { name: 'Proposed changes', href: `/pages/${page.id}/changes` }]}
      marks={
        <>
          <ChangeMark status={change.status} />
          <span className="small quiet">
            {change.by.name} proposes it for “{page.title}”, <Ago at={change.at} />
          </span>
        </>
      }
      actions={
        <Answer
          one={one}
          settling={settling}
          instead={
            settles ? (
              <Button icon="swap" onClick={settling.clear}>
                Begin anew
              </Button>
            ) : undefined
          }
        />
      }
    >
      <Declined one={one} />
      {settled && !settles && <Left one={one} page={page} settling={settling} text={settled.text} />}
      {settles ? (
        <Settle one={one} page={page} settling={settling} value={settled} />
      ) : (
        <div className={changed ? 'is-changed' : ''}>
          <Panel title={change.status === 'OPEN' && one.clean ? 'What would change' : 'What it changes'} padded>
            <Changes one={one} />
            <details className="whole">
              <summary>The whole text as it was proposed</summary>
              <Whole text={one.text} />
            </details>
          </Panel>
        </div>
      )}
    </Page>
  );
}

/** Somebody else answered while this reader settled what is to stand there: what they wrote is still theirs. */
function Left({
  one,
  page,
  settling,
  text,
}: {
  one: ProposedChange;
  page: PlaybookPage;
  settling: ReturnType<typeof useSettling>;
  text: string;
}) {
  return (
    <Panel
      title="What you settled meanwhile"
      padded
      note={
        one.change.status === 'OPEN'
          ? 'You may not take it over any more. What you wrote is kept in this tab.'
          : 'Somebody else answered before you did. What you wrote is kept in this tab: copy from it what is still of use.'
      }
      actions={
        <>
          {may(page, use.editPage) && (
            <ButtonLink size="small" icon="pen" href={`/pages/${page.id}/edit`}>
              Edit the page
            </ButtonLink>
          )}
          <Button size="small" kind="ghost" onClick={settling.clear}>
            Throw it away
          </Button>
        </>
      }
    >
      <Whole text={text} />
    </Panel>
  );
}

function complete({ title, summary, text, base, theirs }: Partial<Settling>): Settling | undefined {
  return title === undefined ||
    summary === undefined ||
    text === undefined ||
    base === undefined ||
    theirs === undefined
    ? undefined
    : { title, summary, text, base, theirs };
}

/** Both texts side by side, and the one that is to stand there. */
function Settle({
  one,
  page,
  settling,
  value,
}: {
  one: ProposedChange;
  page: PlaybookPage;
  settling: ReturnType<typeof useSettling>;
  value: Settling;
}) {
  const [said, setSaid] = useState('');
  const take = useCommand('post', '/api/cop/changes/{id}/take', {
    onDone: () => {
      settling.clear();
      toast('Taken over as you settled it.');
    },
  });
  const meeting = meetingOf(take.problem);
  const proposer = one.change.by.name;
  const open = placesIn(value.text).length;
  const save = () => {
    if (take.busy) return;
    if (open > 0) {
      setSaid(open === 1 ? 'One place is still to be settled.' : `${open} places are still to be settled.`);
      return;
    }
    const { base, title, summary, text } = value;
    take.run({
      path: { id: one.change.id },
      body: { base, title: title.trim(), summary: summary.trim() || undefined, text },
    });
  };
  // Somebody has saved the page once more: what was settled meets that now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (!meeting) return;
    take.reset();
    settling.set({ text: meeting.together, base: meeting.revision, theirs: meeting.theirs });
  }, [take.problem]);
  return (
    <>
      <Editor
        value={value}
        known={page}
        textLabel="Both together"
        onChange={(change) => {
          setSaid('');
          settling.set(change);
        }}
        onSave={save}
        above={
          <Meeting
            sides={{
              what: 'The proposal changes lines that were written anew since.',
              theirs: 'What the page says now',
              mine: `What ${proposer} proposes`,
              takeTheirs: 'Leave it as it is',
              takeMine: 'Take the proposal',
              after: 'take it over',
            }}
            theirs={value.theirs}
            mine={one.text}
            together={value.text}
            onSettle={(text) => settling.set({ text })}
          />
        }
      >
        <div className="editor-foot">
          <div className="row">
            <Button type="submit" kind="primary" busy={take.busy}>
              {take.busy ? 'Saving…' : 'Take it over like this'}
            </Button>
            <span className="small quiet" role="status">
              {said || 'Not saved yet; kept in this tab.'}
            </span>
          </div>
          {!meeting && <ProblemNotice problem={take.problem} retry={save} />}
        </div>
      </Editor>
      <Leaving unsaved={!take.busy && one.change.status === 'OPEN'} />
    </>
  );
}
