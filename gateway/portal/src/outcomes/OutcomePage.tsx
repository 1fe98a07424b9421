import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { KeyResult, Outcome, OutcomeState } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet, usePages } from '../api/query';
import { show } from '../app/overlay';
import { KeyResultChart } from '../charts/KeyResultChart';
import { FollowButton } from '../follows/FollowButton';
import { may, use } from '../model/can';
import { number, progress } from '../model/numbers';
import { daysOf } from '../model/quarters';
import { plusDays, quarterWords, today } from '../model/time';
import { stateWords } from '../model/words';
import { PagesAbout } from '../playbook/PagesAbout';
import { Button, ButtonLink } from '../ui/Button';
import { CommandButton, CommandConflict, CommandDialog } from '../ui/CommandDialog';
import { Select, TextArea, TextField } from '../ui/Field';
import { Ago, DependencyMark, FeatureMark, StateMark, When } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { Empty, Notice, ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useFilters } from '../ui/useFilters';
import { useOpened } from '../ui/useOpened';
import { OutcomeFields, type Typed, toFields } from './OutcomeFields';
import './outcomes.css';
import { Why } from './Why';

const labels = {
  title: 'Outcome',
  area: 'Area',
  quarter: 'Quarter',
  keyResults: 'Key results',
  override: 'Set by hand',
};

export default function OutcomePage({ id }: { id: string }) {
  const query = useGet('/api/roadmap/outcomes/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} />}
    </Show>
  );
}

function Loaded({ one }: { one: Outcome }) {
  const { assessment } = one;
  const assessed = assessment?.state ?? 'UNKNOWN';
  const filters = useFilters();
  const changed = useChanged(one.id);
  const asked = filters.get('do');
  const close = () => filters.set({ do: undefined });
  const endOverride = useCommand('post', '/api/roadmap/outcomes/{id}/override/end');
  return (
    <Page
      title={one.title}
      crumbs={[
        { name: 'Roadmap', href: '/roadmap' },
        { name: quarterWords(one.quarter), href: `/roadmap?from=${one.quarter}` },
        ...(one.area ? [{ name: one.area.name, href: `/units/${one.area.id}` }] : []),
      ]}
      lead={<>Owned by {one.owner.name}</>}
      actions={
        <>
          <FollowButton kind="OUTCOME" id={one.id} title={one.title} />
          {may(one, use.overrideAssessment) && (
            <Button icon="person" onClick={() => filters.set({ do: 'override' })}>
              Set the state by hand
            </Button>
          )}
          {may(one, use.changeOutcome) && <Button onClick={() => filters.set({ do: 'edit' })}>Edit</Button>}
        </>
      }
    >
      <section className={`panel ${changed ? 'is-changed' : ''}`} aria-label="State and why">
        <header>
          <div className="verdict">
            <StateMark state={one.shownState} />
            <span className="small quiet">
              {one.override ? (
                <>set by hand; what is known says {stateWords[assessed].toLowerCase()}</>
              ) : (
                assessment?.since && (
                  <>
                    since <Ago at={assessment.since} />
                  </>
                )
              )}
              {assessment && (
                <>
                  {' '}
                  · computed <Ago at={assessment.computedAt} />
                </>
              )}
            </span>
          </div>
        </header>
        <div className="body stack">
          {one.override && (
            <Notice
              tone="accent"
              icon="person"
              action={
                may(one, use.overrideAssessment) && (
                  <CommandButton
                    size="small"
                    action="End it"
                    command={endOverride}
                    before={one}
                    labels={labels}
                    onRun={() => endOverride.run({ path: { id: one.id }, version: one.version })}
                  >
                    End it now
                  </CommandButton>
                )
              }
            >
              <p className="row">
                <span className="strong">{one.override.by.name} says</span> <StateMark state={one.override.state} />
                until <When date={one.override.until} />
              </p>
              <p>{one.override.reason}</p>
            </Notice>
          )}
          <h2>
            {assessed === 'ON_TRACK' || assessed === 'UNKNOWN'
              ? `Why ${stateWords[assessed].toLowerCase()}?`
              : `Why is this ${stateWords[assessed].toLowerCase()}?`}
          </h2>
          <Why assessment={assessment} />
        </div>
      </section>
      <div className="columns wide-side">
        <Panel title="Key results" count={one.keyResults.length}>
          {one.keyResults.length === 0 && (
            <Empty title="Nothing is measured yet">An outcome without a key result cannot be seen to be reached.</Empty>
          )}
          {one.keyResults.map((keyResult) => (
            <KeyResultView key={keyResult.id} one={one} keyResult={keyResult} />
          ))}
        </Panel>
        <div className="stack">
          <FeaturesOf one={one} />
          <HistoryOf one={one} />
          <PagesAbout title="Pages about it" path={`/outcomes/${one.id}`} />
          <Button
            kind="ghost"
            icon="decision"
            onClick={() => show({ kind: 'decide', concerns: { kind: 'OUTCOME', id: one.id, title: one.title } })}
          >
            Record a decision about it
          </Button>
        </div>
      </div>
      {asked === 'override' && may(one, use.overrideAssessment) && <Override one={one} onClose={close} />}
      {asked === 'edit' && may(one, use.changeOutcome) && <Edit one={one} onClose={close} />}
    </Page>
  );
}

function KeyResultView({ one, keyResult }: { one: Outcome; keyResult: KeyResult }) {
  const { from, until } = daysOf(one.quarter);
  const done = progress(keyResult.baseline, keyResult.target, keyResult.current);
  const last = [...keyResult.history].sort((left, right) => left.at.localeCompare(right.at)).at(-1);
  const draft = useDraft(`measure.${keyResult.id}`, { value: '' });
  const measure = useCommand('post', '/api/roadmap/outcomes/{id}/key-results/{keyResult}/measure', {
    onDone: () => {
      draft.clear();
      toast('Measured.');
    },
  });
  return (
    <article className="kr">
      <div className="spread">
        <div>
          <h3>{keyResult.name}</h3>
          <p className="kr-now">
            {number(keyResult.current, keyResult.unit)}{' '}
            <small>
              of {number(keyResult.target, keyResult.unit)}, from {number(keyResult.baseline)}
            </small>
          </p>
          <p className="small quiet">
            {last ? (
              <>
                Measured <Ago at={last.at} /> by {last.by.name}
              </>
            ) : (
              'Not measured since the baseline'
            )}
          </p>
        </div>
        {may(one, use.measureKeyResult) && (
          <form
            className="row"
            onSubmit={(event) => {
              event.preventDefault();
              if (!measure.busy) {
                measure.run({
                  path: { id: one.id, keyResult: keyResult.id },
                  body: { value: Number(draft.value.value) },
                });
              }
            }}
          >
            <input
              className="input narrow-input"
              type="number"
              step="any"
              required
              aria-label={`New value for ${keyResult.name}`}
              placeholder="New value"
              value={draft.value.value}
              onChange={(event) => draft.set({ value: event.target.value })}
            />
            <Button type="submit" busy={measure.busy}>
              Measure
            </Button>
          </form>
        )}
      </div>
      <ProblemNotice problem={measure.problem} />
      <CommandConflict action="Measure" command={measure} before={one} labels={labels} />
      {keyResult.history.length > 0 ? (
        <KeyResultChart keyResult={keyResult} from={from} until={until} />
      ) : (
        <span className="meter">
          <span style={{ width: `${done * 100}%` }} />
        </span>
      )}
    </article>
  );
}

function FeaturesOf({ one }: { one: Outcome }) {
  const query = usePages('/api/roadmap/features', { query: { outcome: one.id, limit: 25 } });
  return (
    <Panel
      title="Features that serve it"
      count={query.data && `${query.data.items.length}${query.hasNextPage ? '+' : ''}`}
      actions={
        <ButtonLink size="small" icon="link" href={`/features?unlinked=true&to=${one.id}`}>
          Link features
        </ButtonLink>
      }
    >
      <Show query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No feature is linked">Without features there is nothing to tell its state from.</Empty>
          ) : (
            <ul className="rows">
              {items.map((feature) => (
                <li key={feature.id} className="stack-s">
                  <div className="spread">
                    <Link href={`/features/${feature.id}`} className="plain-link strong">
                      {feature.title}
                    </Link>
                    <FeatureMark status={feature.status} />
                  </div>
                  <p className="row-wide small quiet">
                    <span>{feature.team?.name ?? 'no team yet'}</span>
                    <When date={feature.date} />
                    {feature.dependencies
                      .filter((dependency) => dependency.broken)
                      .map((dependency) => (
                        <Link key={dependency.id} href={`/dependencies/${dependency.id}`} className="plain-link">
                          <DependencyMark status={dependency.status} broken /> {dependency.producer.name}
                        </Link>
                      ))}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Show>
      <More query={query} />
    </Panel>
  );
}

function HistoryOf({ one }: { one: Outcome }) {
  const query = useGet('/api/roadmap/outcomes/{id}/assessment', { path: { id: one.id } });
  const history = query.data?.history ?? [];
  if (history.length === 0) return null;
  return (
    <Panel title="How its state changed" padded>
      <ol className="timeline">
        {[...history]
          .sort((left, right) => right.at.localeCompare(left.at))
          .slice(0, 12)
          .map((change) => (
            <li key={`${change.at} ${change.state}`}>
              <p className="row">
                <StateMark state={change.state} />{' '}
                <span className="small quiet">
                  <Ago at={change.at} />
                </span>
              </p>
              {change.reason && <p className="said small">{change.reason}</p>}
            </li>
          ))}
      </ol>
    </Panel>
  );
}

function Override({ one, onClose }: { one: Outcome; onClose: () => void }) {
  const opened = useOpened(one);
  const draft = useDraft(`override.${one.id}`, {
    state: one.shownState as OutcomeState,
    reason: '',
    until: plusDays(today(), 14),
  });
  const override = useCommand('post', '/api/roadmap/outcomes/{id}/override', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Set the state by hand"
      action="Set it"
      command={override}
      before={opened}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        override.run({
          path: { id: one.id },
          version: opened.version,
          body: { state: draft.value.state, reason: draft.value.reason.trim(), until: draft.value.until },
        })
      }
    >
      <p className="quiet">Both stay visible: yours with your name and reason, and what is known.</p>
      <Select label="State" value={draft.value.state} onText={(state) => draft.set({ state: state as OutcomeState })}>
        {Object.entries(stateWords).map(([state, word]) => (
          <option key={state} value={state}>
            {word}
          </option>
        ))}
      </Select>
      <TextArea label="Why?" required value={draft.value.reason} onText={(reason) => draft.set({ reason })} />
      <TextField
        label="Until"
        hint="Then it goes back to what is known."
        type="date"
        required
        min={today()}
        value={draft.value.until}
        onText={(until) => draft.set({ until })}
      />
    </CommandDialog>
  );
}

function Edit({ one, onClose }: { one: Outcome; onClose: () => void }) {
  const draft = useDraft<Typed & { base: Outcome }>(`edit-outcome.${one.id}`, {
    base: one,
    title: one.title,
    area: one.area?.id ?? '',
    quarter: one.quarter,
    keyResults: one.keyResults.map((keyResult) => ({
      key: keyResult.id,
      id: keyResult.id,
      name: keyResult.name,
      unit: keyResult.unit ?? '',
      baseline: String(keyResult.baseline),
      target: String(keyResult.target),
    })),
  });
  const { base } = draft.value;
  const typed = toFields(draft.value);
  const change = useCommand('put', '/api/roadmap/outcomes/{id}', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      wide
      title="Edit the outcome"
      action="Save"
      command={change}
      before={base}
      comparable={comparable}
      labels={labels}
      typed={typed}
      onClose={onClose}
      onSubmit={() => change.run({ path: { id: base.id }, version: base.version, body: typed })}
    >
      <OutcomeFields value={draft.value} onChange={draft.set} />
    </CommandDialog>
  );
}

/** Key results as the form knows them: a new measurement by somebody else is no conflict with their definition. */
function comparable(one: Outcome): object {
  return {
    ...one,
    keyResults: one.keyResults.map(({ id, name, unit, baseline, target }) => ({ id, name, unit, baseline, target })),
  };
}
