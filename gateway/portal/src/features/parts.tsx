import { useCommand } from '../api/command';
import type { Feature, FeatureStatus } from '../api/contract';
import { unitsOf, useOrganization } from '../app/me';
import { shortDate, today } from '../model/time';
import { choices, featureWords } from '../model/words';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextArea, TextField } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useOpened } from '../ui/useOpened';

export const featureLabels = {
  title: 'Feature',
  key: 'Key',
  team: 'Team',
  plannedSprint: 'Planned sprint',
  plannedDate: 'Planned date',
  date: 'Date',
  outcome: 'Outcome',
  status: 'Status',
  visibility: 'Who sees it',
};

export function Reschedule({ one, onClose }: { one: Feature; onClose: () => void }) {
  const opened = useOpened(one);
  const organization = useOrganization();
  const sprints = (organization?.sprints ?? []).filter((sprint) => sprint.end >= today());
  const draft = useDraft(`reschedule.${one.id}`, {
    by: one.plannedDate && !one.plannedSprint ? 'date' : sprints.length > 0 ? 'sprint' : 'date',
    sprint: one.plannedSprint ? String(one.plannedSprint) : '',
    date: one.plannedDate ?? one.date ?? '',
    reason: '',
  });
  const { by, sprint, date, reason } = draft.value;
  const reschedule = useCommand('post', '/api/roadmap/features/{id}/reschedule', {
    onDone: (moved) => {
      draft.clear();
      const waiting = moved.dependencies.length;
      toast(
        waiting > 0
          ? `Moved, and with it when ${waiting} ${waiting === 1 ? 'dependency is' : 'dependencies are'} needed.`
          : 'Moved.',
      );
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Reschedule"
      action="Move it"
      command={reschedule}
      before={opened}
      labels={featureLabels}
      onClose={onClose}
      onSubmit={() =>
        reschedule.run({
          path: { id: one.id },
          version: opened.version,
          body: {
            ...(by === 'sprint' ? { plannedSprint: Number(sprint) } : { plannedDate: date }),
            reason: reason.trim() || undefined,
          },
        })
      }
    >
      {one.dependencies.length > 0 && (
        <p className="quiet">
          {one.dependencies.length} {one.dependencies.length === 1 ? 'dependency moves' : 'dependencies move'} with it;
          a commitment that no longer fits is flagged to both teams.
        </p>
      )}
      <fieldset className="field">
        <legend>Plan it by</legend>
        <div className="choices">
          <label className="choice">
            <input type="radio" name="by" checked={by === 'sprint'} onChange={() => draft.set({ by: 'sprint' })} />{' '}
            Sprint
          </label>
          <label className="choice">
            <input type="radio" name="by" checked={by === 'date'} onChange={() => draft.set({ by: 'date' })} /> Date
          </label>
        </div>
      </fieldset>
      {by === 'sprint' ? (
        <Select label="Sprint" required value={sprint} onText={(value) => draft.set({ sprint: value })}>
          <option value="">Choose a sprint</option>
          {sprints.map((one) => (
            <option key={one.number} value={one.number}>
              Sprint {one.number}, ends {shortDate(one.end)}
            </option>
          ))}
        </Select>
      ) : (
        <TextField label="Date" type="date" required value={date} onText={(value) => draft.set({ date: value })} />
      )}
      <TextArea label="Why?" optional rows={2} value={reason} onText={(value) => draft.set({ reason: value })} />
    </CommandDialog>
  );
}

const visibilityWords: Partial<Record<Feature['visibility'], string>> = {
  ORGANIZATION: 'Everybody',
  AREA: 'The areas it concerns',
  TEAM: 'The teams it concerns',
};

export function Edit({ one, onClose }: { one: Feature; onClose: () => void }) {
  const organization = useOrganization();
  const draft = useDraft(`edit-feature.${one.id}`, {
    base: one,
    title: one.title,
    key: one.key ?? '',
    team: one.team?.id ?? '',
    status: one.status,
    visibility: one.visibility,
  });
  const { base, title, key, team, status, visibility } = draft.value;
  // The API replaces the whole: its time goes back as it was. What it needs stays when left out.
  const typed = {
    title: title.trim(),
    key: key.trim() || undefined,
    team: team || undefined,
    status,
    visibility,
    plannedSprint: base.plannedSprint,
    plannedDate: base.plannedDate,
  };
  const change = useCommand('put', '/api/roadmap/features/{id}', {
    onDone: () => {
      draft.clear();
      toast('Saved.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Edit the feature"
      action="Save"
      command={change}
      before={base}
      labels={featureLabels}
      typed={typed}
      onClose={onClose}
      onSubmit={() => change.run({ path: { id: base.id }, version: base.version, body: typed })}
    >
      {one.source && (
        <p className="quiet">It comes from {one.source}: what stands there replaces this at the next import.</p>
      )}
      <TextField label="Title" required maxLength={200} value={title} onText={(value) => draft.set({ title: value })} />
      <div className="grid-2">
        <Select label="Status" value={status} onText={(value) => draft.set({ status: value as FeatureStatus })}>
          {choices(featureWords).map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </Select>
        <Select label="Team" value={team} onText={(value) => draft.set({ team: value })}>
          <option value="">None yet</option>
          {unitsOf(organization, 'TEAM').map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </Select>
        <TextField
          label="Key"
          optional
          maxLength={200}
          hint="What your tracker calls it."
          value={key}
          onText={(value) => draft.set({ key: value })}
        />
        <Select
          label="Who sees it"
          value={visibility}
          onText={(value) => draft.set({ visibility: value as Feature['visibility'] })}
        >
          {Object.entries(visibilityWords).map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </Select>
      </div>
    </CommandDialog>
  );
}
