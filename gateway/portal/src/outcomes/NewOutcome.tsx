import { useLocation } from 'wouter';
import { useCommand } from '../api/command';
import { quarterOf } from '../model/time';
import { CommandDialog } from '../ui/CommandDialog';
import { useDraft } from '../ui/useDraft';
import { emptyKeyResult, OutcomeFields, type Typed, toFields } from './OutcomeFields';

export default function NewOutcome({
  quarter,
  area,
  onClose,
}: {
  quarter: string | undefined;
  area: string | undefined;
  onClose: () => void;
}) {
  const [, navigate] = useLocation();
  const draft = useDraft<Typed>('new-outcome', {
    title: '',
    area: area ?? '',
    quarter: quarter ?? quarterOf(new Date()),
    keyResults: [emptyKeyResult()],
  });
  const create = useCommand('post', '/api/roadmap/outcomes', {
    onDone: (made) => {
      draft.clear();
      onClose();
      navigate(`/outcomes/${made.id}`);
    },
  });
  return (
    <CommandDialog
      wide
      title="New outcome"
      action="Create"
      command={create}
      onClose={onClose}
      onSubmit={() => create.run({ body: toFields(draft.value) })}
    >
      <OutcomeFields value={draft.value} onChange={draft.set} />
    </CommandDialog>
  );
}
