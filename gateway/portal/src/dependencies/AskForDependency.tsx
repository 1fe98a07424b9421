import { Link } from 'wouter';
import { useCommand } from '../api/command';
import { useGet } from '../api/query';
import { teamsOf, unitsOf, useMe, useOrganization } from '../app/me';
import { may, use } from '../model/can';
import { shortDate, today } from '../model/time';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextField } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';

export default function AskForDependency({
  consumer,
  producer,
  feature,
  onClose,
}: {
  consumer: string | undefined;
  producer: string | undefined;
  feature: string | undefined;
  onClose: () => void;
}) {
  const me = useMe();
  const organization = useOrganization();
  const own = teamsOf(me);
  const teams = unitsOf(organization, 'TEAM');
  const draft = useDraft('ask-dependency', { title: '', consumer: '', producer: '', neededBy: '', feature: '' });
  const asking = draft.value.consumer || consumer || own[0]?.id || '';
  const asked = draft.value.producer || producer || '';
  const linked = feature ?? draft.value.feature;
  const features = useGet('/api/roadmap/features', {
    query: { team: asking, limit: 100 },
    enabled: asking !== '' && !feature,
  });
  const needy = (features.data?.items ?? []).filter((one) => may(one, use.need));
  const sprints = organization?.sprints.filter((sprint) => sprint.end >= today()).slice(0, 6) ?? [];
  // What a feature needs is kept with the feature: its date then moves when this is needed.
  const need = useCommand('post', '/api/roadmap/features/{id}/need', {
    onDone: (made) => {
      draft.clear();
      toast(
        <>
          Asked. It appears with <Link href={`/features/${made.id}`}>its feature</Link> in a moment.
        </>,
      );
      onClose();
    },
  });
  const propose = useCommand('post', '/api/team/dependencies', {
    onDone: (made) => {
      draft.clear();
      toast(
        <>
          Asked. <Link href={`/dependencies/${made.id}`}>Open it</Link>
        </>,
      );
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Ask another team"
      action="Ask"
      command={linked ? need : propose}
      onClose={onClose}
      onSubmit={() => {
        const title = draft.value.title.trim();
        if (linked) {
          need.run({ path: { id: linked }, body: { team: asked, note: title } });
        } else {
          propose.run({
            body: { title, consumer: asking, producer: asked, neededBy: draft.value.neededBy || undefined },
          });
        }
      }}
    >
      <TextField
        label="What do you need?"
        required
        maxLength={200}
        value={draft.value.title}
        onText={(title) => draft.set({ title })}
      />
      <div className="grid-2">
        <Select label="From which team?" required value={asked} onText={(value) => draft.set({ producer: value })}>
          <option value="">Choose a team</option>
          {teams
            .filter((team) => team.id !== asking)
            .map((team) => (
              <option key={team.id} value={team.id}>
                {team.name}
              </option>
            ))}
        </Select>
        <Select
          label="For which team?"
          required
          value={asking}
          onText={(value) => draft.set({ consumer: value, feature: '' })}
        >
          {!asking && <option value="">Choose a team</option>}
          {teams.map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </Select>
      </div>
      {!feature && needy.length > 0 && (
        <Select
          label="For which feature?"
          optional
          hint="Its date then says when this is needed."
          value={draft.value.feature}
          onText={(value) => draft.set({ feature: value })}
        >
          <option value="">None</option>
          {needy.map((one) => (
            <option key={one.id} value={one.id}>
              {one.key ? `${one.key} ` : ''}
              {one.title}
            </option>
          ))}
        </Select>
      )}
      {!linked && (
        <TextField
          label="Needed by"
          optional
          type="date"
          min={today()}
          list="sprint-ends"
          hint={sprints[0] && `This sprint ends ${shortDate(sprints[0].end)}.`}
          value={draft.value.neededBy}
          onText={(neededBy) => draft.set({ neededBy })}
        />
      )}
      <datalist id="sprint-ends">
        {sprints.map((sprint) => (
          <option key={sprint.number} value={sprint.end} label={`End of sprint ${sprint.number}`} />
        ))}
      </datalist>
    </CommandDialog>
  );
}
