import { useCommand } from '../api/command';
import type { Feature } from '../api/contract';
import { useOrganization } from '../app/me';
import { today } from '../model/time';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextArea, TextField } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useOpened } from '../ui/useOpened';

export const featureLabels = {
  title: 'Feature',
  team: 'Team',
  plannedSprint: 'Planned sprint',
  plannedDate: 'Planned date',
  date: 'Date',
  outcome: 'Outcome',
  status: 'Status',
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
              Sprint {one.number}, ends {one.end}
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
