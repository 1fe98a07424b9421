import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Dependency } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { teamsOf, useMe } from '../app/me';
import { raise, useAbout } from '../app/overlay';
import { Question } from '../coaching/Question';
import { FollowButton } from '../follows/FollowButton';
import { may, mayMake, use } from '../model/can';
import { plusDays, today } from '../model/time';
import { moveWord } from '../model/words';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { TextArea, TextField } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Ago, DependencyMark, When } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Notice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useFilters } from '../ui/useFilters';
import { useOpened } from '../ui/useOpened';
import './dependencies.css';
import { CommitButton, commitDate, dependencyLabels, Gap } from './parts';

type Doing = 'commit' | 'counter' | 'decline' | 'slip' | 'withdraw' | 'need-by';

export default function DependencyPage({ id }: { id: string }) {
  const query = useGet('/api/team/dependencies/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} />}
    </Show>
  );
}

function Loaded({ one }: { one: Dependency }) {
  const filters = useFilters();
  const changed = useChanged(one.id);
  const me = useMe();
  const own = teamsOf(me);
  const feature = useGet('/api/roadmap/features/{id}', {
    path: { id: one.feature ?? '' },
    enabled: one.feature !== undefined,
  });
  useAbout({
    team: own.find((team) => [one.producer.id, one.consumer.id].includes(team.id))?.id ?? one.consumer.id,
    feature: feature.data && { id: feature.data.id, title: feature.data.title },
  });
  const doing = (value: Doing | undefined) => filters.set({ do: value });
  const asked = filters.get('do');
  const close = () => doing(undefined);
  const deliver = useCommand('post', '/api/team/dependencies/{id}/deliver', { onDone: () => toast('Delivered.') });
  const accept = useCommand('post', '/api/team/dependencies/{id}/accept', { onDone: () => toast('Accepted.') });
  const target = { path: { id: one.id }, version: one.version };
  return (
    <Page
      title={one.title}
      crumbs={[{ name: 'Dependencies', href: '/dependencies' }]}
      marks={<DependencyMark status={one.status} broken={one.broken} />}
      actions={
        <>
          <FollowButton kind="DEPENDENCY" id={one.id} title={one.title} />
          {may(one, use.decline) && (
            <Button icon="cross" onClick={() => doing('decline')}>
              Decline
            </Button>
          )}
          {may(one, use.counter) && (
            <Button icon="swap" onClick={() => doing('counter')}>
              Another date
            </Button>
          )}
          {may(one, use.withdraw) && (
            <Button kind="ghost" onClick={() => doing('withdraw')}>
              Withdraw
            </Button>
          )}
          {may(one, use.slip) && (
            <Button icon="clock" onClick={() => doing('slip')}>
              Slip
            </Button>
          )}
          {may(one, use.deliver) && (
            <CommandButton
              icon="check"
              kind="primary"
              action="Deliver"
              command={deliver}
              before={one}
              labels={dependencyLabels}
              onRun={() => deliver.run(target)}
            >
              Delivered
            </CommandButton>
          )}
          {may(one, use.accept) && (
            <CommandButton
              icon="check"
              kind="primary"
              action="Accept"
              command={accept}
              before={one}
              labels={dependencyLabels}
              onRun={() => accept.run(target)}
            >
              Accept delivery
            </CommandButton>
          )}
          {may(one, use.commit) && !commitDate(one) ? (
            <Button icon="check" kind="primary" onClick={() => doing('commit')}>
              Commit
            </Button>
          ) : (
            <CommitButton one={one} />
          )}
        </>
      }
    >
      {one.broken && (
        <Notice tone="bad" icon="off">
          <p className="strong">{one.brokenReason ?? 'The commitment does not meet the need.'}</p>
          <p>The waiting team and the outcome it serves see this. Agree on a new date, or get help early.</p>
        </Notice>
      )}
      <div className={`columns ${changed ? 'is-changed' : ''}`}>
        <div className="stack">
          <section className="panel" aria-label="The two sides">
            <div className="body exchange">
              <div className="party">
                <span className="caption">Waits</span>
                <Link href={`/units/${one.consumer.id}`} className="team plain-link">
                  {one.consumer.name}
                </Link>
                <span className="caption">Needed by</span>
                <span className="date">
                  <When date={one.neededBy} missing="no date" />
                </span>
                {may(one, use.needBy) && !one.feature && (
                  <button type="button" className="linklike small" onClick={() => doing('need-by')}>
                    Change
                  </button>
                )}
                {one.feature && <span className="small quiet">follows its feature</span>}
              </div>
              <span className="arrow">
                <Icon name="chevron" />
              </span>
              <div className="party">
                <span className="caption">Delivers</span>
                <Link href={`/units/${one.producer.id}`} className="team plain-link">
                  {one.producer.name}
                </Link>
                <span className="caption">{one.counterOffer && !one.committedBy ? 'Offered' : 'Committed by'}</span>
                <span className="date">
                  <When date={one.committedBy ?? one.counterOffer?.date} missing="not yet" />
                </span>
                <Gap one={one} />
              </div>
            </div>
          </section>
          <Panel title="Every move" padded>
            <ol className="timeline">
              {[...one.history].reverse().map((move) => (
                <li
                  key={`${move.at} ${move.move}`}
                  className={
                    /SLIP|DECLIN/i.test(move.move) ? 'bad' : /COMMIT|DELIVER|ACCEPT/i.test(move.move) ? 'good' : ''
                  }
                >
                  <p className="who">
                    <span className="strong">
                      {(move.because ?? move.by).name} {moveWord(move.move)}
                      {move.date && (
                        <>
                          {' '}
                          (<When date={move.date} />)
                        </>
                      )}
                    </span>{' '}
                    {move.because && '· with the feature '}· <Ago at={move.at} />
                  </p>
                  {move.reason && <p className="said">{move.reason}</p>}
                </li>
              ))}
            </ol>
          </Panel>
        </div>
        <div className="stack">
          <Panel title="What it serves" padded>
            {one.feature ? (
              <dl className="facts">
                <dt>Feature</dt>
                <dd>
                  <Link href={`/features/${one.feature}`}>
                    {feature.data ? feature.data.title : 'Open the feature'}
                  </Link>
                </dd>
                {feature.data && (
                  <>
                    <dt>Planned for</dt>
                    <dd>
                      <When date={feature.data.date} />
                    </dd>
                    <dt>Outcome</dt>
                    <dd>
                      {feature.data.outcome ? (
                        <OutcomeLink id={feature.data.outcome} />
                      ) : (
                        <span className="quiet">linked to none</span>
                      )}
                    </dd>
                  </>
                )}
              </dl>
            ) : (
              <p className="quiet">No feature is linked: it has its own date.</p>
            )}
          </Panel>
          {mayMake(me, use.raiseImpediment) && (
            <Button kind="ghost" icon="impediment" onClick={raise}>
              Something is in the way of it
            </Button>
          )}
          {one.broken && <Question moment="PROMISE_BROKEN" about={one.id} />}
          {goesBackAndForth(one) && <Question moment="DEPENDENCY_COUNTERED_TWICE" about={one.id} />}
        </div>
      </div>
      {asked === 'commit' && may(one, use.commit) && <Dated one={one} kind="commit" onClose={close} />}
      {asked === 'counter' && may(one, use.counter) && <Dated one={one} kind="counter" onClose={close} />}
      {asked === 'slip' && may(one, use.slip) && <Dated one={one} kind="slip" onClose={close} />}
      {asked === 'need-by' && may(one, use.needBy) && <Dated one={one} kind="need-by" onClose={close} />}
      {asked === 'decline' && may(one, use.decline) && <Reasoned one={one} kind="decline" onClose={close} />}
      {asked === 'withdraw' && may(one, use.withdraw) && <Reasoned one={one} kind="withdraw" onClose={close} />}
    </Page>
  );
}

/** Two or more other dates were offered, and none is agreed on. */
function goesBackAndForth(one: Dependency): boolean {
  const open = one.status === 'PROPOSED' || one.status === 'COUNTERED';
  return open && one.history.filter((move) => move.move === 'COUNTERED').length >= 2;
}

function OutcomeLink({ id }: { id: string }) {
  const { data } = useGet('/api/roadmap/outcomes/{id}', { path: { id } });
  return <Link href={`/outcomes/${id}`}>{data?.title ?? 'Open the outcome'}</Link>;
}

const dated = {
  commit: { title: 'Commit to a date', label: 'Committed by', action: 'Commit', reason: 'none', done: 'Committed.' },
  counter: {
    title: 'Offer another date',
    label: 'We could do it by',
    action: 'Offer it',
    reason: 'optional',
    done: 'Offered.',
  },
  slip: {
    title: 'The date cannot be kept',
    label: 'New date',
    action: 'Move it',
    reason: 'needed',
    done: 'Moved. The waiting team sees it now.',
  },
  'need-by': {
    title: 'Change when it is needed',
    label: 'Needed by',
    action: 'Change',
    reason: 'none',
    done: 'Changed.',
  },
} as const;

function Dated({ one, kind, onClose }: { one: Dependency; kind: keyof typeof dated; onClose: () => void }) {
  const opened = useOpened(one);
  const words = dated[kind];
  const start = kind === 'slip' && one.committedBy ? plusDays(one.committedBy, 7) : (commitDate(one) ?? '');
  const draft = useDraft(`dependency-${kind}.${one.id}`, { date: start, reason: '' });
  const { date, reason } = draft.value;
  const onDone = () => {
    draft.clear();
    toast(words.done);
    onClose();
  };
  const commit = useCommand('post', '/api/team/dependencies/{id}/commit', { onDone });
  const counter = useCommand('post', '/api/team/dependencies/{id}/counter', { onDone });
  const slip = useCommand('post', '/api/team/dependencies/{id}/slip', { onDone });
  const needBy = useCommand('post', '/api/team/dependencies/{id}/need-by', { onDone });
  const command = { commit, counter, slip, 'need-by': needBy }[kind];
  const target = { path: { id: one.id }, version: opened.version };
  const why = reason.trim();
  return (
    <CommandDialog
      title={words.title}
      action={words.action}
      command={command}
      before={opened}
      labels={dependencyLabels}
      onClose={onClose}
      onSubmit={() => {
        if (kind === 'commit') commit.run({ ...target, body: { by: date } });
        else if (kind === 'counter') counter.run({ ...target, body: { date, reason: why || undefined } });
        else if (kind === 'slip') slip.run({ ...target, body: { date, reason: why } });
        else needBy.run({ ...target, body: { date } });
      }}
    >
      <TextField
        label={words.label}
        type="date"
        required
        min={today()}
        value={date}
        onText={(value) => draft.set({ date: value })}
        hint={
          kind !== 'need-by' && one.neededBy ? (
            <>
              {one.consumer.name} needs it by <When date={one.neededBy} />.
            </>
          ) : undefined
        }
      />
      {words.reason !== 'none' && (
        <TextArea
          label="Why?"
          optional={words.reason === 'optional'}
          required={words.reason === 'needed'}
          rows={2}
          value={reason}
          onText={(value) => draft.set({ reason: value })}
        />
      )}
    </CommandDialog>
  );
}

function Reasoned({ one, kind, onClose }: { one: Dependency; kind: 'decline' | 'withdraw'; onClose: () => void }) {
  const opened = useOpened(one);
  const draft = useDraft(`dependency-${kind}.${one.id}`, { reason: '' });
  const onDone = () => {
    draft.clear();
    onClose();
  };
  const decline = useCommand('post', '/api/team/dependencies/{id}/decline', { onDone });
  const withdraw = useCommand('post', '/api/team/dependencies/{id}/withdraw', { onDone });
  const target = { path: { id: one.id }, version: opened.version };
  const reason = draft.value.reason.trim();
  return (
    <CommandDialog
      title={kind === 'decline' ? 'Decline it' : 'Withdraw the request'}
      action={kind === 'decline' ? 'Decline' : 'Withdraw'}
      command={kind === 'decline' ? decline : withdraw}
      before={opened}
      labels={dependencyLabels}
      onClose={onClose}
      onSubmit={() => {
        if (kind === 'decline') decline.run({ ...target, body: { reason } });
        else withdraw.run({ ...target, body: { reason: reason || undefined } });
      }}
    >
      <TextArea
        label={kind === 'decline' ? `Why can ${one.producer.name} not do it?` : 'Why is it not needed any more?'}
        optional={kind === 'withdraw'}
        required={kind === 'decline'}
        value={draft.value.reason}
        onText={(value) => draft.set({ reason: value })}
      />
    </CommandDialog>
  );
}
