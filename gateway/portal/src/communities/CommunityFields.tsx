import { Link, useLocation } from 'wouter';
import { useCommand } from '../api/command';
import type { Audience, Community, CommunityFields as Fields } from '../api/contract';
import { useGet } from '../api/query';
import { audienceWords, choices } from '../model/words';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Choice, TextArea, TextField } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useSettled } from '../ui/useSettled';
import { visibilityWords } from './words';

interface Typed {
  name: string;
  purpose: string;
  audience: Audience[];
  links: { key: string; name: string; address: string }[];
  visibility: 'ORGANIZATION' | 'TEAM';
}

const roles = choices(audienceWords);
const nothing: Typed = { name: '', purpose: '', audience: [], links: [], visibility: 'ORGANIZATION' };

function typedOf(one: Community): Typed {
  return {
    name: one.name,
    purpose: one.purpose ?? '',
    audience: one.audience,
    links: one.links.map((link, index) => ({ key: String(index), ...link })),
    visibility: one.visibility === 'TEAM' ? 'TEAM' : 'ORGANIZATION',
  };
}

function toFields(typed: Typed): Fields {
  const purpose = typed.purpose.trim();
  return {
    name: typed.name.trim(),
    ...(purpose ? { purpose } : {}),
    audience: typed.audience,
    links: typed.links
      .map(({ name, address }) => ({ name: name.trim(), address: address.trim() }))
      .filter(({ name, address }) => name || address),
    visibility: typed.visibility,
  };
}

/** Two of one name are allowed, and hard to tell apart. */
function useNamesake(name: string, own: string | undefined): Community | undefined {
  const words = useSettled(name.trim());
  const query = useGet('/api/cop/communities', { query: { q: words, limit: 25 }, enabled: words !== '' });
  return query.data?.items.find((one) => one.id !== own && one.name.toLowerCase() === words.toLowerCase());
}

function CommunityFields({
  own,
  value,
  onChange,
}: {
  own?: string;
  value: Typed;
  onChange: (change: Partial<Typed>) => void;
}) {
  const { audience, links } = value;
  const namesake = useNamesake(value.name, own);
  const setLink = (key: string, change: { name?: string; address?: string }) =>
    onChange({ links: links.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  return (
    <>
      <TextField
        label="Name"
        required
        maxLength={200}
        placeholder="For example: Testing"
        hint={
          namesake && (
            <>
              There is one of that name: <Link href={`/communities/${namesake.id}`}>{namesake.name}</Link>. Join it, or
              choose a name that tells them apart.
            </>
          )
        }
        value={value.name}
        onText={(name) => onChange({ name })}
      />
      <TextArea
        label="What is it for?"
        optional
        maxLength={4000}
        value={value.purpose}
        onText={(purpose) => onChange({ purpose })}
      />
      <fieldset className="field">
        <legend>
          Whom is it for? <span className="optional">(none chosen: everybody)</span>
        </legend>
        <div className="choices">
          {roles.map(([role, word]) => (
            <Choice
              key={role}
              label={word}
              checked={audience.includes(role)}
              onChange={({ target }) => {
                const chosen = (one: Audience) => (one === role ? target.checked : audience.includes(one));
                onChange({ audience: roles.map(([one]) => one).filter(chosen) });
              }}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="field">
        <legend>Who may see and join it?</legend>
        <div className="stack-s">
          {Object.entries(visibilityWords).map(([visibility, { name, means }]) => (
            <Choice
              key={visibility}
              type="radio"
              name="visibility"
              label={
                <>
                  <span className="strong">{name}.</span> {means}
                </>
              }
              checked={value.visibility === visibility}
              onChange={() => onChange({ visibility: visibility as Typed['visibility'] })}
            />
          ))}
        </div>
      </fieldset>
      {links.map((one, index) => (
        <div key={one.key} className="grid-2">
          <TextField
            label={`Link ${index + 1}`}
            required={one.address.trim() !== ''}
            placeholder="Chat channel"
            value={one.name}
            onText={(name) => setLink(one.key, { name })}
          />
          <TextField
            label="Address"
            required={one.name.trim() !== ''}
            placeholder="https://…"
            value={one.address}
            onText={(address) => setLink(one.key, { address })}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          kind="ghost"
          icon="plus"
          onClick={() => onChange({ links: [...links, { key: crypto.randomUUID(), name: '', address: '' }] })}
        >
          Add a link, for example to a chat channel
        </Button>
      </div>
    </>
  );
}

/** A name is enough. */
export function FoundCommunity({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation();
  const draft = useDraft('community', nothing);
  const found = useCommand('post', '/api/cop/communities', {
    onDone: (made) => {
      draft.clear();
      toast(`${made.name} is founded, and you lead it.`);
      navigate(`/communities/${made.id}`);
    },
  });
  return (
    <CommandDialog
      title="Found a community"
      action="Found it"
      command={found}
      onClose={onClose}
      onSubmit={() => found.run({ body: toFields(draft.value) })}
    >
      <CommunityFields value={draft.value} onChange={draft.set} />
    </CommandDialog>
  );
}

const labels = {
  name: 'Name',
  purpose: 'What it is for',
  audience: 'Whom it is for',
  links: 'Links',
  visibility: 'Who may see it',
};

export function EditCommunity({ one, onClose }: { one: Community; onClose: () => void }) {
  const draft = useDraft<Typed & { base: Community }>(`edit-community.${one.id}`, { base: one, ...typedOf(one) });
  const { base } = draft.value;
  const typed = toFields(draft.value);
  const revise = useCommand('put', '/api/cop/communities/{id}', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Edit ${one.name}`}
      action="Save"
      command={revise}
      before={base}
      labels={labels}
      typed={typed}
      onClose={onClose}
      onSubmit={() => revise.run({ path: { id: base.id }, version: base.version, body: typed })}
    >
      <CommunityFields own={one.id} value={draft.value} onChange={draft.set} />
    </CommandDialog>
  );
}
