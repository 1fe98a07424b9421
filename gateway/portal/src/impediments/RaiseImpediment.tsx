import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Impediment } from '../api/contract';
import { useGet } from '../api/query';
import { teamsOf, unitsOf, useMe, useOrganization } from '../app/me';
import { show } from '../app/overlay';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextField } from '../ui/Field';
import { Age } from '../ui/Marks';
import { ProblemNotice } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import './impediments.css';

/** One sentence and Enter. What it is about can be told later. */
export default function RaiseImpediment({
  team,
  feature,
  onClose,
}: {
  team: string | undefined;
  feature: { id: string; title: string } | undefined;
  onClose: () => void;
}) {
  const me = useMe();
  const organization = useOrganization();
  const own = teamsOf(me);
  const draft = useDraft('raise-impediment', { title: '', team: team ?? '' });
  const raise = useCommand('post', '/api/team/impediments', {
    onDone: (raised) => {
      draft.clear();
      toast(
        <>
          Raised. <Link href={`/impediments/${raised.id}`}>Add what you know</Link>
        </>,
      );
      onClose();
    },
  });
  const others = unitsOf(organization, 'TEAM').filter(
    (one) => may(one, use.raiseImpediment) && !own.some((mine) => mine.id === one.id),
  );
  const choices = [...own, ...others];
  const wanted = [draft.value.team, team].find((id) => choices.some((one) => one.id === id));
  const chosen = wanted ?? own[0]?.id ?? '';

  return (
    <CommandDialog
      title="Raise an impediment"
      action="Raise it"
      command={raise}
      onClose={onClose}
      onSubmit={() => {
        const title = draft.value.title.trim();
        if (title)
          raise.run({
            body: { title, ...(chosen ? { team: chosen } : {}), ...(feature ? { features: [feature.id] } : {}) },
          });
      }}
    >
      <TextField
        label="What is in the way?"
        hint="One sentence. Scope, category and evidence can come later."
        className="raise-first"
        required
        maxLength={200}
        autoComplete="off"
        value={draft.value.title}
        onText={(title) => draft.set({ title })}
      />
      <Select label="Team" value={chosen} onText={(value) => draft.set({ team: value })} required>
        {!chosen && <option value="">Choose a team</option>}
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      {feature && (
        <p className="small quiet">
          It stops the feature <span className="strong">{feature.title}</span>, and shows on the outcome that feature
          serves.
        </p>
      )}
      <LookAlikes title={draft.value.title} onDone={draft.clear} />
    </CommandDialog>
  );
}

function LookAlikes({ title, onDone }: { title: string; onDone: () => void }) {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(title.trim()), 300);
    return () => clearTimeout(timer);
  }, [title]);
  const found = useGet('/api/team/impediments/look-alikes', {
    query: { title: settled },
    enabled: settled.length >= 8,
    keep: true,
  });
  const items = settled.length >= 8 ? (found.data?.items ?? []).slice(0, 3) : [];
  return (
    <div aria-live="polite">
      {items.length > 0 && (
        <>
          <p className="label">Is it one of these?</p>
          <ul className="look-alikes">
            {items.map((one) => (
              <LookAlike key={one.id} one={one} onDone={onDone} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function LookAlike({ one, onDone }: { one: Impediment; onDone: () => void }) {
  const support = useCommand('post', '/api/team/impediments/{id}/me-too', {
    onDone: () => {
      onDone();
      toast('Counted. You follow what happens to it on its page.');
      show(undefined);
    },
  });
  return (
    <li>
      <div>
        <Link href={`/impediments/${one.id}`} onClick={() => show(undefined)}>
          {one.title}
        </Link>
        <p className="small quiet">
          {one.team.name} · <Age days={one.ageDays} /> · {one.supporters} also affected
        </p>
        <ProblemNotice problem={support.problem} />
      </div>
      {one.meToo ? (
        <span className="quiet small">You said so</span>
      ) : (
        <Button
          size="small"
          icon="plus"
          busy={support.busy}
          aria-label={`Me too: ${one.title}`}
          onClick={() => support.run({ path: { id: one.id } })}
        >
          Me too
        </Button>
      )}
    </li>
  );
}
