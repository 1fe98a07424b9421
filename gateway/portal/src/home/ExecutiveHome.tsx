import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { ExecutiveQueue, Me } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { impedimentLabels } from '../impediments/parts';
import { may, use } from '../model/can';
import { plusDays, shortDate, today } from '../model/time';
import { Button } from '../ui/Button';
import { CommandConflict } from '../ui/CommandDialog';
import { TextArea, TextField } from '../ui/Field';
import { Age, Mark, When } from '../ui/Marks';
import { Page } from '../ui/Page';
import { NothingOpen, ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';

type Item = ExecutiveQueue['items'][number];

/** Short, and answered on a phone: read the ask, pick a date, done. */
export default function ExecutiveHome(_: { me: Me }) {
  const query = useGet('/api/team/queues/executive');
  return (
    <Page title="What the teams ask of you">
      <Show query={query}>
        {(queue) => (
          <>
            <p className="kept">
              <span>
                <b>{queue.kept}</b> {queue.kept === 1 ? 'promise' : 'promises'} kept
              </span>
              <span className={queue.broken > 0 ? 'age red' : undefined}>
                <b>{queue.broken}</b> broken
              </span>
            </p>
            {queue.items.length === 0 ? (
              <section className="panel queue">
                <NothingOpen title="Nothing waits for you." checkedAt={query.dataUpdatedAt} />
              </section>
            ) : (
              <ul className="queue">
                {queue.items.map((item) => (
                  <li key={item.impediment.id}>
                    <Ask item={item} />
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Show>
    </Page>
  );
}

function Ask({ item }: { item: Item }) {
  const { impediment } = item;
  const changed = useChanged(impediment.id);
  const overdue = item.respondBy !== undefined && item.respondBy < today();
  return (
    <article className={`panel ask ${changed ? 'is-changed' : ''}`}>
      <div className="stack-s">
        <p className="row-wide small quiet">
          <span>{impediment.team.name}</span>
          <Age days={item.ageDays} />
          {item.respondBy && (
            <span className={overdue ? 'age red' : undefined}>
              {overdue ? 'answer was due ' : 'answer by '}
              <When date={item.respondBy} />
            </span>
          )}
          {impediment.answer?.kind === 'PROMISED' && (
            <Mark tone={impediment.answer.broken ? 'bad' : 'good'} icon="promise">
              {impediment.answer.broken ? 'Promise broken, was for' : 'Promised for'}{' '}
              <When date={impediment.answer.promisedFor} />
            </Mark>
          )}
        </p>
        <h2>
          <Link href={`/impediments/${impediment.id}`} className="plain-link">
            {impediment.title}
          </Link>
        </h2>
        {item.proposal && <p className="the-ask">{item.proposal}</p>}
      </div>
      <dl className="facts">
        <dt>Cost</dt>
        <dd>{item.cost ?? 'Not known yet'}</dd>
        {item.daysLost !== undefined && (
          <>
            <dt>Days lost</dt>
            <dd>{item.daysLost}</dd>
          </>
        )}
      </dl>
      {may(impediment, use.answerEscalation) && <AnswerInPlace item={item} />}
    </article>
  );
}

function AnswerInPlace({ item }: { item: Item }) {
  const { impediment } = item;
  const [kind, setKind] = useState<'PROMISED' | 'ACCEPTED' | 'DECLINED' | undefined>();
  const now = today();
  const draft = useDraft(`answer.${impediment.id}`, { promisedFor: plusDays(now, 14), reason: '', other: false });
  const { promisedFor, reason, other } = draft.value;
  const answer = useCommand('post', '/api/team/impediments/{id}/answer', {
    onDone: () => {
      draft.clear();
      setKind(undefined);
      toast('Answered. The team sees it now.');
    },
  });
  if (!kind && !item.waiting) {
    return (
      <div>
        <Button kind="ghost" onClick={() => setKind('PROMISED')}>
          Answer again
        </Button>
      </div>
    );
  }
  if (!kind) {
    return (
      <div className="answers">
        <Button size="big" kind="primary" icon="promise" onClick={() => setKind('PROMISED')}>
          Promise a date
        </Button>
        <Button size="big" onClick={() => setKind('ACCEPTED')}>
          Accept
        </Button>
        <Button size="big" onClick={() => setKind('DECLINED')}>
          Decline
        </Button>
      </div>
    );
  }
  const dates: [string, string][] = [
    ['1 week', plusDays(now, 7)],
    ['2 weeks', plusDays(now, 14)],
    ['1 month', plusDays(now, 30)],
  ];
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (answer.busy) return;
        answer.run({
          path: { id: impediment.id },
          version: impediment.version,
          body: {
            kind,
            promisedFor: kind === 'PROMISED' ? promisedFor : undefined,
            reason: reason.trim() || undefined,
          },
        });
      }}
    >
      {kind === 'PROMISED' && (
        <fieldset className="stack-s">
          <legend className="label">Done by</legend>
          <div className="chips">
            {dates.map(([name, date]) => (
              <label key={date}>
                <input
                  type="radio"
                  name={`when-${impediment.id}`}
                  checked={!other && promisedFor === date}
                  onChange={() => draft.set({ promisedFor: date, other: false })}
                />
                {name}
              </label>
            ))}
            <label>
              <input
                type="radio"
                name={`when-${impediment.id}`}
                checked={other}
                onChange={() => draft.set({ other: true })}
              />
              Another date
            </label>
          </div>
          {other && (
            <TextField
              label="Date"
              type="date"
              required
              min={now}
              value={promisedFor}
              onText={(value) => draft.set({ promisedFor: value })}
            />
          )}
        </fieldset>
      )}
      <TextArea
        label={kind === 'DECLINED' ? 'Why not?' : 'What will you do?'}
        optional={kind !== 'DECLINED'}
        required={kind === 'DECLINED'}
        rows={2}
        value={reason}
        onText={(value) => draft.set({ reason: value })}
      />
      <ProblemNotice problem={answer.problem} />
      <div className="row">
        <Button type="submit" size="big" kind={kind === 'DECLINED' ? 'danger' : 'primary'} busy={answer.busy}>
          {answer.busy
            ? 'Sending…'
            : kind === 'PROMISED'
              ? `Promise ${promisedFor ? shortDate(promisedFor) : ''}`
              : kind === 'ACCEPTED'
                ? 'Accept'
                : 'Decline'}
        </Button>
        <Button size="big" kind="ghost" onClick={() => setKind(undefined)}>
          Back
        </Button>
      </div>
      <CommandConflict action="Answer" command={answer} before={impediment} labels={impedimentLabels} />
    </form>
  );
}
