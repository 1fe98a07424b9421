import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Community, Evidence, Feature, Impediment, ImpedimentLevel } from '../api/contract';
import { useChanged } from '../api/live';
import { useAll, useGet, usePages } from '../api/query';
import { unitsOf, useOrganization } from '../app/me';
import { show } from '../app/overlay';
import { Question } from '../coaching/Question';
import { FollowButton } from '../follows/FollowButton';
import { may, use } from '../model/can';
import { isOpen } from '../model/features';
import { longDay, redDays, today } from '../model/time';
import { answerWords, levelWords, scopeWords, sentence } from '../model/words';
import { PagesAbout } from '../playbook/PagesAbout';
import { evidenceOf, knowing } from '../templates/fill';
import { Helps, useHelp } from '../templates/Offered';
import { Records, useRecords } from '../trees/Records';
import { Button } from '../ui/Button';
import { CommandButton, CommandConflict, CommandDialog } from '../ui/CommandDialog';
import { Choice, Select, TextArea, TextField } from '../ui/Field';
import { Age, Ago, LevelMark, Mark, When } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Notice, ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useFilters } from '../ui/useFilters';
import { useOpened } from '../ui/useOpened';
import './impediments.css';
import { EvidenceFacts, impedimentLabels } from './parts';

type Doing = 'escalate' | 'answer' | 'resolve' | 'describe' | 'update';

export default function ImpedimentPage({ id }: { id: string }) {
  const query = useGet('/api/team/impediments/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} />}
    </Show>
  );
}

function Loaded({ one }: { one: Impediment }) {
  const filters = useFilters();
  const changed = useChanged(one.id);
  const asked = filters.get('do') as Doing | undefined;
  const doing = (doing: Doing | undefined) => filters.set({ do: doing, template: undefined });
  const support = useCommand('post', '/api/team/impediments/{id}/me-too');
  const close = () => doing(undefined);
  const promised = one.answer?.kind === 'PROMISED' && !one.answer.broken;
  const others = one.affectedTeams.filter((team) => team.id !== one.team.id);
  return (
    <Page
      title={one.title}
      crumbs={[
        { name: 'Impediments', href: '/impediments' },
        { name: one.team.name, href: `/units/${one.team.id}` },
      ]}
      marks={
        <>
          {one.state === 'RESOLVED' ? (
            <Mark tone="good" icon="check">
              Resolved
            </Mark>
          ) : (
            <Mark tone="warn" icon="impediment">
              Open
            </Mark>
          )}
          {one.level !== 'TEAM' && <LevelMark level={one.level} />}
          {one.scope !== 'UNKNOWN' && <span className="tag">{scopeWords[one.scope] ?? sentence(one.scope)}</span>}
          {one.category && <span className="tag">{sentence(one.category)}</span>}
          {one.state === 'OPEN' && <Age days={one.ageDays} />}
        </>
      }
      actions={
        <>
          <FollowButton kind="IMPEDIMENT" id={one.id} title={one.title} />
          {may(one, use.meToo) && !one.meToo && (
            <CommandButton
              icon="people"
              action="Say it"
              command={support}
              before={one}
              labels={impedimentLabels}
              onRun={() => support.run({ path: { id: one.id } })}
            >
              Me too
            </CommandButton>
          )}
          {may(one, use.resolveImpediment) && (
            <Button icon="check" onClick={() => doing('resolve')}>
              Resolve
            </Button>
          )}
          {may(one, use.answerEscalation) && (
            <Button icon="promise" kind="primary" onClick={() => doing('answer')}>
              Answer
            </Button>
          )}
          {may(one, use.escalateImpediment) && (
            <Button
              icon="up"
              kind={promised || may(one, use.answerEscalation) ? undefined : 'primary'}
              onClick={() => doing('escalate')}
            >
              {one.answer?.kind === 'PROMISED' ? 'Escalate again' : 'Escalate'}
            </Button>
          )}
        </>
      }
    >
      {one.answer && <AnswerNotice one={one} />}
      <Advice one={one} />
      <div className={`columns ${changed ? 'is-changed' : ''}`}>
        <div className="stack">
          <Panel title="What happened" padded>
            <div className="stack">
              <Timeline one={one} />
              {may(one, use.updateImpediment) && <UpdateForm one={one} />}
            </div>
          </Panel>
        </div>
        <div className="stack">
          <Panel
            title="Details"
            padded
            actions={
              may(one, use.describeImpediment) && (
                <Button size="small" onClick={() => doing('describe')}>
                  Edit
                </Button>
              )
            }
          >
            <dl className="facts">
              <dt>Team</dt>
              <dd>
                <Link href={`/units/${one.team.id}`}>{one.team.name}</Link>
              </dd>
              <dt>Raised</dt>
              <dd>
                <When date={one.raisedAt} /> by {one.raisedBy.name}
              </dd>
              <dt>Held by</dt>
              <dd>
                <Link href={`/units/${one.holder.id}`}>{one.holder.name}</Link>
              </dd>
              <dt>Waiting for</dt>
              <dd>{one.waitingFor ?? <span className="quiet">not said</span>}</dd>
              <dt>Next step</dt>
              <dd>{one.nextStep ?? <span className="quiet">not said</span>}</dd>
              <dt>Stopped work</dt>
              <dd>{one.stops ?? <span className="quiet">not said</span>}</dd>
              <dt>Days lost</dt>
              <dd>{one.daysLost ?? <span className="quiet">not known</span>}</dd>
              <dt>Also affected</dt>
              <dd>
                {others.length > 0 ? (
                  <ul>
                    {others.map((team) => (
                      <li key={team.id}>
                        <Link href={`/units/${team.id}`}>{team.name}</Link>
                      </li>
                    ))}
                  </ul>
                ) : (
                  <span className="quiet">no other team</span>
                )}
                {one.supporters > 0 && <p>{one.supporters} said “me too”</p>}
              </dd>
              {one.features.length > 0 && (
                <>
                  <dt>Features</dt>
                  <dd>
                    <ul>
                      {one.features.map((feature) => (
                        <li key={feature}>
                          <FeatureLink id={feature} />
                        </li>
                      ))}
                    </ul>
                  </dd>
                </>
              )}
            </dl>
          </Panel>
          <Records
            subject={{ kind: 'IMPEDIMENT', id: one.id }}
            old={one.state === 'OPEN' && one.ageDays >= redDays}
            closed={one.state !== 'OPEN'}
          />
          <PagesAbout title="Pages about it" path={`/impediments/${one.id}`} />
          <Button
            kind="ghost"
            icon="decision"
            onClick={() => show({ kind: 'decide', concerns: { kind: 'IMPEDIMENT', id: one.id, title: one.title } })}
          >
            Record a decision about it
          </Button>
          {one.state === 'OPEN' && one.ageDays >= redDays && <Question moment="OLD_IMPEDIMENT" about={one.id} />}
        </div>
      </div>
      {asked === 'escalate' && may(one, use.escalateImpediment) && <Escalate one={one} onClose={close} />}
      {asked === 'answer' && may(one, use.answerEscalation) && <Answer one={one} onClose={close} />}
      {asked === 'resolve' && may(one, use.resolveImpediment) && <Resolve one={one} onClose={close} />}
      {asked === 'describe' && may(one, use.describeImpediment) && <Describe one={one} onClose={close} />}
    </Page>
  );
}

/** Days after which an impediment that nobody has escalated is one that is ignored. */
const longOpen = 10;

/** What communities have written about impediments that stay as they are. */
function Advice({ one }: { one: Impediment }) {
  const rule = adviceFor(one);
  const help = useHelp(rule ? [rule] : []);
  if (!rule || help.length === 0) return null;
  return (
    <Notice icon="page">
      <p>
        {rule === 'leadership-answers'
          ? 'It was escalated and is not answered yet.'
          : `It is open for ${one.ageDays} days, and nobody has escalated it.`}
      </p>
      <Helps rule={rule} pages={help} />
    </Notice>
  );
}

function adviceFor({ state, escalations, answer, ageDays }: Impediment): string | undefined {
  if (state !== 'OPEN') return undefined;
  if (escalations.length > 0) return !answer || answer.broken ? 'leadership-answers' : undefined;
  return ageDays >= longOpen ? 'ignored-impediments' : undefined;
}

function FeatureLink({ id }: { id: string }) {
  const { data } = useGet('/api/roadmap/features/{id}', { path: { id } });
  return <Link href={`/features/${id}`}>{data ? featureName(data) : 'a feature'}</Link>;
}

function featureName(feature: Feature) {
  return feature.key ? `${feature.key} ${feature.title}` : feature.title;
}

function AnswerNotice({ one }: { one: Impediment }) {
  const { answer } = one;
  if (!answer) return null;
  const tone = answer.kind === 'DECLINED' || answer.broken ? 'bad' : 'good';
  return (
    <Notice tone={tone} icon={answer.kind === 'DECLINED' ? 'cross' : 'promise'}>
      <p className="strong">
        {answerWords[answer.kind] ?? sentence(answer.kind)}
        {answer.promisedFor && (
          <>
            {' '}
            for <When date={answer.promisedFor} />
          </>
        )}
        {answer.broken && ', not kept'}
        {answer.promisedFor && !answer.broken && one.state === 'RESOLVED' && ', kept'}
      </p>
      <p>
        {answer.reason && `${answer.reason} `}
        <span className="quiet">
          {answer.by.name}, <Ago at={answer.at} />
        </span>
      </p>
    </Notice>
  );
}

interface Happening {
  at: string;
  tone: string;
  what: ReactNode;
  detail?: ReactNode;
}

function Timeline({ one }: { one: Impediment }) {
  const happenings: Happening[] = [
    { at: one.raisedAt, tone: '', what: <>{one.raisedBy.name} raised it</> },
    ...one.updates.map((update) => ({ at: update.at, tone: '', what: update.by.name, detail: update.text })),
    ...one.escalations.map((escalation) => ({
      at: escalation.at,
      tone: 'key',
      what: (
        <>
          {escalation.by.name} escalated it to the {levelWords[escalation.to] ?? sentence(escalation.to)}
        </>
      ),
      detail: (
        <div className="evidence">
          <EvidenceFacts evidence={escalation.evidence} />
        </div>
      ),
    })),
  ];
  if (one.answer) {
    happenings.push({
      at: one.answer.at,
      tone: one.answer.kind === 'DECLINED' ? 'bad' : 'good',
      what: (
        <>
          {one.answer.by.name}: {(answerWords[one.answer.kind] ?? sentence(one.answer.kind)).toLowerCase()}
          {one.answer.promisedFor && (
            <>
              {' '}
              for <When date={one.answer.promisedFor} />
            </>
          )}
        </>
      ),
      detail: one.answer.reason,
    });
  }
  if (one.resolution) {
    happenings.push({
      at: one.resolution.at,
      tone: 'good',
      what: <>{one.resolution.by.name} resolved it</>,
      detail: [
        one.resolution.fix,
        one.resolution.causeRemoved && 'The cause is removed.',
        one.resolution.sharedWith && 'It was shared with a community.',
      ]
        .filter(Boolean)
        .join('\n'),
    });
  }
  happenings.sort((left, right) => left.at.localeCompare(right.at));
  return (
    <ol className="timeline">
      {happenings.map((happening) => (
        <li key={`${happening.at} ${happening.tone}`} className={happening.tone}>
          <p className="who">
            <span className="strong">{happening.what}</span> · <Ago at={happening.at} />
          </p>
          {happening.detail && <div className="said">{happening.detail}</div>}
        </li>
      ))}
    </ol>
  );
}

function UpdateForm({ one }: { one: Impediment }) {
  const draft = useDraft(`impediment-update.${one.id}`, { text: '' });
  const [more, setMore] = useState({ nextStep: one.nextStep ?? '', waitingFor: one.waitingFor ?? '' });
  const update = useCommand('post', '/api/team/impediments/{id}/update', {
    onDone: () => {
      draft.clear();
      toast('Noted.');
    },
  });
  return (
    <form
      className="stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (update.busy) return;
        update.run({
          path: { id: one.id },
          body: {
            text: draft.value.text.trim(),
            nextStep: more.nextStep.trim() || undefined,
            waitingFor: more.waitingFor.trim() || undefined,
          },
        });
      }}
    >
      <TextArea
        label="What is new?"
        required
        rows={2}
        maxLength={2000}
        value={draft.value.text}
        onText={(text) => draft.set({ text })}
      />
      {draft.value.text !== '' && (
        <div className="grid-2">
          <TextField
            label="Next step"
            optional
            value={more.nextStep}
            onText={(nextStep) => setMore({ ...more, nextStep })}
          />
          <TextField
            label="Waiting for"
            optional
            value={more.waitingFor}
            onText={(waitingFor) => setMore({ ...more, waitingFor })}
          />
        </div>
      )}
      <ProblemNotice problem={update.problem} />
      <div className="row">
        <Button type="submit" kind={draft.value.text ? 'primary' : undefined} busy={update.busy}>
          Add
        </Button>
      </div>
      <CommandConflict action="Add it" command={update} before={one} labels={impedimentLabels} />
    </form>
  );
}

/** Templates that communities have published for the evidence, to begin with one. */
function EvidenceTemplates({ onFill }: { onFill: (template: string, text: string) => void }) {
  const filters = useFilters();
  const chosen = filters.get('template');
  const offered = useGet('/api/cop/helpful-pages', { query: { makes: 'ESCALATION_EVIDENCE' } }).data?.items ?? [];
  const template = useGet('/api/cop/pages/{id}', { path: { id: chosen ?? '' }, enabled: chosen !== undefined }).data;
  const filled = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!template || filled.current === template.id) return;
    filled.current = template.id;
    onFill(template.id, template.text);
  }, [template, onFill]);
  if (offered.length === 0) return null;
  return (
    <Select
      label="Begin with a template"
      optional
      hint="It fills in what is empty below; put your words in the place of its marks."
      value={chosen ?? ''}
      onText={(id) => filters.set({ template: id })}
    >
      <option value="">None</option>
      {offered.map((page) => (
        <option key={page.id} value={page.id}>
          {page.title}, {page.community.name}
        </option>
      ))}
    </Select>
  );
}

/** Records that an escalation carries at most. */
const mostRecords = 5;

/** Everything but the proposal is filled in; beside it stands what those will see who are asked. */
function Escalate({ one, onClose }: { one: Impediment; onClose: () => void }) {
  const opened = useOpened(one);
  const preview = useGet('/api/team/impediments/{id}/evidence', { path: { id: one.id } }).data;
  const draft = useDraft(`escalate.${one.id}`, {
    straight: false,
    proposal: '',
    impact: '',
    impactUnknown: false,
    respondBy: '',
    withheld: [] as string[],
  });
  const { straight, proposal, impact, impactUnknown, respondBy, withheld } = draft.value;
  const offered = useRecords({ kind: 'IMPEDIMENT', id: one.id }).held.slice(0, mostRecords);
  const records = offered.map((run) => run.id).filter((run) => !withheld.includes(run));
  const fill = (template: string, text: string) => {
    const evidence = evidenceOf(template, text);
    const known = { since: longDay(one.raisedAt.slice(0, 10)), daysLost: one.daysLost ?? preview?.evidence.daysLost };
    // What is typed already stays.
    draft.set({
      proposal: proposal || knowing(evidence.proposal, known),
      impact: impact || knowing(evidence.impact, known),
    });
  };
  const next: ImpedimentLevel = preview?.to ?? (one.level === 'TEAM' ? 'SCRUM_OF_SCRUMS' : 'EXECUTIVE_ACTION_TEAM');
  const to = straight ? 'EXECUTIVE_ACTION_TEAM' : next;
  const escalate = useCommand('post', '/api/team/impediments/{id}/escalate', {
    onDone: () => {
      draft.clear();
      toast(`Escalated to the ${levelWords[to]}.`);
      onClose();
    },
  });
  const needed = to === 'EXECUTIVE_ACTION_TEAM';
  const filled: Evidence = {
    affectedTeams: one.affectedTeams,
    ...preview?.evidence,
    ...(proposal ? { proposal } : {}),
    ...(impact ? { impact } : {}),
    impactUnknown,
    ...(respondBy ? { respondBy } : {}),
    records,
  };
  return (
    <CommandDialog
      wide
      title={
        preview && to === 'SCRUM_OF_SCRUMS' ? `Escalate to ${preview.holder.name}` : `Escalate to the ${levelWords[to]}`
      }
      action="Escalate"
      filled={[proposal, impactUnknown ? '' : impact]}
      command={escalate}
      before={opened}
      labels={impedimentLabels}
      onClose={onClose}
      onSubmit={() =>
        escalate.run({
          path: { id: one.id },
          version: opened.version,
          body: {
            to,
            proposal: proposal.trim() || undefined,
            impact: impactUnknown ? undefined : impact.trim() || undefined,
            impactUnknown: impactUnknown || undefined,
            respondBy: respondBy || undefined,
            records: records.length > 0 ? records : undefined,
          },
        })
      }
      aside={
        <section className="preview" aria-label="What they will see">
          <p className="caption">What they will see</p>
          <h3>{one.title}</h3>
          <EvidenceFacts evidence={filled} ageDays={one.ageDays} />
        </section>
      }
    >
      {preview && next === 'SCRUM_OF_SCRUMS' && one.level === 'SCRUM_OF_SCRUMS' && (
        <fieldset className="field">
          <legend>To whom?</legend>
          <div className="choices">
            <label className="choice">
              <input type="radio" name="to" checked={!straight} onChange={() => draft.set({ straight: false })} />
              {preview.holder.name}
            </label>
            <label className="choice">
              <input type="radio" name="to" checked={straight} onChange={() => draft.set({ straight: true })} />
              {levelWords.EXECUTIVE_ACTION_TEAM}
            </label>
          </div>
        </fieldset>
      )}
      <EvidenceTemplates onFill={fill} />
      <TextArea
        label="What do you propose to change?"
        hint="A change of structure or rules that only they can make."
        optional={!needed}
        required={needed}
        value={proposal}
        onText={(value) => draft.set({ proposal: value })}
      />
      <TextArea
        label="What does it cost?"
        hint="Work that stands still, money, people leaving."
        optional={!needed}
        required={needed && !impactUnknown}
        disabled={impactUnknown}
        value={impactUnknown ? '' : impact}
        onText={(value) => draft.set({ impact: value })}
      />
      <Choice
        label="The impact is not known yet"
        checked={impactUnknown}
        onChange={(event) => draft.set({ impactUnknown: event.target.checked })}
      />
      {offered.length > 0 && (
        <fieldset className="field">
          <legend>What decision trees advised</legend>
          {offered.map((run) => (
            <Choice
              key={run.id}
              label={`${run.tree.name}: ${run.end?.outcome}`}
              checked={records.includes(run.id)}
              onChange={(event) =>
                draft.set({
                  withheld: event.target.checked ? withheld.filter((id) => id !== run.id) : [...withheld, run.id],
                })
              }
            />
          ))}
          <span className="hint">They see the answers as they stand on this page.</span>
        </fieldset>
      )}
      <TextField
        label="Answer needed by"
        optional
        type="date"
        min={today()}
        value={respondBy}
        onText={(value) => draft.set({ respondBy: value })}
      />
    </CommandDialog>
  );
}

export function Answer({ one, onClose }: { one: Impediment; onClose: () => void }) {
  const opened = useOpened(one);
  const draft = useDraft(`answer.${one.id}`, {
    kind: 'PROMISED' as 'ACCEPTED' | 'DECLINED' | 'PROMISED',
    reason: '',
    promisedFor: '',
  });
  const { kind, reason, promisedFor } = draft.value;
  const answer = useCommand('post', '/api/team/impediments/{id}/answer', {
    onDone: () => {
      draft.clear();
      toast('Answered. The team sees it now.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Answer the escalation"
      action={kind === 'PROMISED' ? 'Promise' : kind === 'DECLINED' ? 'Decline' : 'Accept'}
      command={answer}
      before={opened}
      labels={impedimentLabels}
      onClose={onClose}
      onSubmit={() =>
        answer.run({
          path: { id: one.id },
          version: opened.version,
          body: {
            kind,
            reason: reason.trim() || undefined,
            promisedFor: kind === 'PROMISED' ? promisedFor : undefined,
          },
        })
      }
    >
      <fieldset className="field">
        <legend>Your answer</legend>
        <div className="choices">
          {(['PROMISED', 'ACCEPTED', 'DECLINED'] as const).map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="kind" checked={kind === one} onChange={() => draft.set({ kind: one })} />
              {one === 'PROMISED' ? 'Promise a date' : one === 'ACCEPTED' ? 'Accept' : 'Decline'}
            </label>
          ))}
        </div>
      </fieldset>
      {kind === 'PROMISED' && (
        <TextField
          label="Done by"
          type="date"
          required
          min={today()}
          value={promisedFor}
          onText={(value) => draft.set({ promisedFor: value })}
        />
      )}
      <TextArea
        label={kind === 'DECLINED' ? 'Why not?' : 'What will you do?'}
        optional={kind !== 'DECLINED'}
        required={kind === 'DECLINED'}
        value={reason}
        onText={(value) => draft.set({ reason: value })}
      />
    </CommandDialog>
  );
}

function Resolve({ one, onClose }: { one: Impediment; onClose: () => void }) {
  const opened = useOpened(one);
  const draft = useDraft(`resolve.${one.id}`, { fix: '', causeRemoved: false, shareWith: '' });
  const communities = useAll(usePages('/api/cop/communities', { query: { limit: 100 } })).data;
  // That it was shared is shown to whoever sees the impediment, so a private community is none to share with here.
  const open = communities?.items.filter((community) => community.visibility === 'ORGANIZATION') ?? [];
  const { fix, causeRemoved, shareWith } = draft.value;
  const told = causeRemoved && open.some((community) => community.id === shareWith) ? shareWith : undefined;
  const resolve = useCommand('post', '/api/team/impediments/{id}/resolve', {
    onDone: () => {
      draft.clear();
      toast('Resolved.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Resolve"
      action="Resolve"
      command={resolve}
      before={opened}
      labels={impedimentLabels}
      onClose={onClose}
      onSubmit={() =>
        resolve.run({
          path: { id: one.id },
          version: opened.version,
          body: { fix: fix.trim(), causeRemoved, ...(told ? { shareWith: told } : {}) },
        })
      }
    >
      <TextArea label="What fixed it?" required value={fix} onText={(text) => draft.set({ fix: text })} />
      <Choice
        label="The cause is gone; it will not come back"
        checked={causeRemoved}
        onChange={(event) => draft.set({ causeRemoved: event.target.checked })}
      />
      {causeRemoved && open.length > 0 && (
        <Select
          label="Worth sharing with a community?"
          optional
          hint="Its members get a proposed page with the title and what fixed it."
          value={told ?? ''}
          onText={(id) => draft.set({ shareWith: id })}
        >
          <option value="">No</option>
          <CommunityGroup label="Yours" items={open.filter((community) => community.member)} />
          <CommunityGroup label="Others" items={open.filter((community) => !community.member)} />
        </Select>
      )}
    </CommandDialog>
  );
}

function CommunityGroup({ label, items }: { label: string; items: Community[] }) {
  if (items.length === 0) return null;
  return (
    <optgroup label={label}>
      {items.map((community) => (
        <option key={community.id} value={community.id}>
          {community.name}
        </option>
      ))}
    </optgroup>
  );
}

function Describe({ one, onClose }: { one: Impediment; onClose: () => void }) {
  const organization = useOrganization();
  // The form stays on the version it was opened on: what others save meanwhile is a conflict, not silently overwritten.
  const draft = useDraft(`describe.${one.id}`, {
    base: one,
    scope: one.scope,
    category: one.category ?? '',
    stops: one.stops ?? '',
    affectedTeams: one.affectedTeams.map((team) => team.id),
    daysLost: one.daysLost === undefined ? '' : String(one.daysLost),
    features: one.features,
  });
  const typed = {
    scope: draft.value.scope,
    category: draft.value.category.trim() || undefined,
    stops: draft.value.stops.trim() || undefined,
    affectedTeams: draft.value.affectedTeams,
    daysLost: draft.value.daysLost === '' ? undefined : Number(draft.value.daysLost),
    features: draft.value.features,
  };
  const describe = useCommand('post', '/api/team/impediments/{id}/describe', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Describe it"
      action="Save"
      command={describe}
      before={draft.value.base}
      labels={impedimentLabels}
      typed={typed}
      onClose={onClose}
      onSubmit={() => describe.run({ path: { id: one.id }, version: draft.value.base.version, body: typed })}
    >
      <div className="grid-2">
        <Select
          label="Scope"
          value={draft.value.scope}
          onText={(scope) => draft.set({ scope: scope as Impediment['scope'] })}
        >
          {Object.entries(scopeWords).map(([scope, word]) => (
            <option key={scope} value={scope}>
              {word}
            </option>
          ))}
        </Select>
        <TextField
          label="Category"
          optional
          list="categories"
          value={draft.value.category}
          onText={(category) => draft.set({ category })}
        />
        <datalist id="categories">
          {['Environment', 'Tools', 'Access', 'Decision', 'Skills', 'Supplier', 'Process', 'Staffing'].map(
            (category) => (
              <option key={category} value={category} />
            ),
          )}
        </datalist>
      </div>
      <TextField
        label="What work is stopped?"
        optional
        value={draft.value.stops}
        onText={(stops) => draft.set({ stops })}
      />
      <TextField
        label="Days lost"
        optional
        hint="Leave it empty when nobody knows."
        type="number"
        min={0}
        step={1}
        value={draft.value.daysLost}
        onText={(daysLost) => draft.set({ daysLost })}
      />
      <fieldset className="field">
        <legend>Other teams it affects</legend>
        <div className="choices">
          {unitsOf(organization, 'TEAM')
            .filter((team) => team.id !== one.team.id)
            .map((team) => (
              <Choice
                key={team.id}
                label={team.name}
                checked={draft.value.affectedTeams.includes(team.id)}
                onChange={(event) =>
                  draft.set({
                    affectedTeams: event.target.checked
                      ? [...draft.value.affectedTeams, team.id]
                      : draft.value.affectedTeams.filter((other) => other !== team.id),
                  })
                }
              />
            ))}
        </div>
      </fieldset>
      <FeaturesStopped
        team={one.team.id}
        chosen={draft.value.features}
        onChange={(features) => draft.set({ features })}
      />
    </CommandDialog>
  );
}

/** An impediment endangers the outcomes of the features it names. */
function FeaturesStopped({
  team,
  chosen,
  onChange,
}: {
  team: string;
  chosen: string[];
  onChange: (features: string[]) => void;
}) {
  const open = useGet('/api/roadmap/features', { query: { team, limit: 100 } });
  const offered = (open.data?.items ?? []).filter((feature) => chosen.includes(feature.id) || isOpen(feature));
  const elsewhere = chosen.filter((id) => !offered.some((feature) => feature.id === id));
  if (offered.length === 0 && elsewhere.length === 0) return null;
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <fieldset className="field">
      <legend>Features it stops</legend>
      <p className="hint">It then shows on the outcomes that these features serve.</p>
      <div className="choices scrolling">
        {offered.map((feature) => (
          <Choice
            key={feature.id}
            label={featureName(feature)}
            checked={chosen.includes(feature.id)}
            onChange={(event) => toggle(feature.id, event.target.checked)}
          />
        ))}
        {elsewhere.map((id) => (
          <Choice key={id} label={<FeatureLink id={id} />} checked onChange={() => toggle(id, false)} />
        ))}
      </div>
    </fieldset>
  );
}
