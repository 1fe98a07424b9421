import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Community, Interest, Subscription } from '../api/contract';
import { useGet, usePages } from '../api/query';
import { unitName, useOrganization } from '../app/me';
import { UnitOptions } from '../app/UnitOptions';
import { ago } from '../model/time';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Dialog } from '../ui/Dialog';
import { Select, TextField } from '../ui/Field';
import { Page, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useFilters } from '../ui/useFilters';
import { interests, isInterest, shownBy, webcal } from './words';

type Kind = Subscription['kind'];

interface Made {
  subscription: Subscription;
  url: string;
}

/** One's own feeds and calendars. What a new one begins with may be in the URL, as other pages send one here. */
export default function Subscriptions() {
  const filters = useFilters();
  const [made, setMade] = useState<Made>();
  const [revoked, setRevoked] = useState<Subscription>();
  const query = useGet('/api/feed/subscriptions');
  const wanted = filters.get('new');
  const close = () => filters.set({ new: undefined, about: undefined, unit: undefined });
  return (
    <Page
      title="Subscriptions"
      lead="Addresses that show your calendar or feed reader what you may see, without a sign-in. Whoever knows one can read it."
      actions={
        <>
          <Button icon="promise" onClick={() => filters.set({ new: 'CALENDAR' })}>
            New calendar
          </Button>
          <Button icon="link" kind="primary" onClick={() => filters.set({ new: 'ATOM' })}>
            New feed
          </Button>
        </>
      }
    >
      <Panel title="Yours">
        <Show query={query} lines={4}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="You have no subscriptions">
                Make a calendar of the days that concern you, or a feed of what happens.
              </Empty>
            ) : (
              <ul className="rows">
                {items.map((one) => (
                  <Row key={one.id} one={one} onRevoke={() => setRevoked(one)} />
                ))}
              </ul>
            )
          }
        </Show>
      </Panel>
      {(wanted === 'ATOM' || wanted === 'CALENDAR') && (
        <Make
          kind={wanted}
          about={filters.get('about')}
          unit={filters.get('unit')}
          onClose={close}
          onMade={(result) => {
            close();
            setMade(result);
          }}
        />
      )}
      {made && <Address made={made} onClose={() => setMade(undefined)} />}
      {revoked && <Revoke one={revoked} onClose={() => setRevoked(undefined)} />}
    </Page>
  );
}

function Row({ one, onRevoke }: { one: Subscription; onRevoke: () => void }) {
  const organization = useOrganization();
  const communities = useCommunities(one.unit);
  const community = communities.find(({ id }) => id === one.unit);
  const nameOf = (unit: string) => community?.name ?? unitName(organization, unit);
  return (
    <li className="spread">
      <div>
        <p className="strong">{one.name}</p>
        <p className="small quiet">
          {one.kind === 'CALENDAR' ? 'Calendar' : 'Feed'}: {shownBy(one, nameOf, () => community !== undefined)}
        </p>
        <p className="small quiet">
          Made {ago(one.created)},{' '}
          {one.lastUsed
            ? `last read ${ago(one.lastUsed)}${one.lastUsedBy ? ` by ${one.lastUsedBy}` : ''}`
            : 'not read yet'}
        </p>
      </div>
      <Button size="small" kind="ghost" aria-label={`Revoke ${one.name}`} onClick={onRevoke}>
        Revoke
      </Button>
    </li>
  );
}

/** One's own communities, and the one that is asked for where it is not among them. */
function useCommunities(asked: string | undefined): Community[] {
  const organization = useOrganization();
  const own = usePages('/api/cop/communities', { query: { mine: true, limit: 100 } });
  const items = own.data?.items ?? [];
  const strange =
    asked !== undefined &&
    organization !== undefined &&
    own.data !== undefined &&
    ![...organization.units, ...items].some(({ id }) => id === asked);
  const other = useGet('/api/cop/communities/{id}', { path: { id: asked ?? '' }, enabled: strange }).data;
  return other ? [...items, other] : items;
}

function Make({
  kind,
  about,
  unit,
  onClose,
  onMade,
}: {
  kind: Kind;
  about: string | undefined;
  unit: string | undefined;
  onClose: () => void;
  onMade: (made: Made) => void;
}) {
  const calendar = kind === 'CALENDAR';
  const organization = useOrganization();
  const communities = useCommunities(unit);
  const asked = communities.find(({ id }) => id === unit);
  const [typed, setName] = useState<string>();
  const name = typed ?? (calendar ? (asked ? `Gatherings of ${asked.name}` : 'Guildhall days') : 'Guildhall');
  const [topic, setTopic] = useState<Interest>(isInterest(about) ? about : 'EVERYTHING');
  const [place, setPlace] = useState(unit ?? '');
  const command = useCommand('post', '/api/feed/subscriptions', { onDone: onMade });
  return (
    <CommandDialog
      title={calendar ? 'New calendar' : 'New feed'}
      command={command}
      action="Make"
      onClose={onClose}
      onSubmit={() =>
        command.run({ body: { kind, name, ...(calendar ? {} : { about: topic }), ...(place ? { unit: place } : {}) } })
      }
    >
      <TextField label="Name" value={name} onText={setName} maxLength={100} required />
      {!calendar && (
        <Select label="What" value={topic} onText={(text) => isInterest(text) && setTopic(text)}>
          {Object.entries(interests).map(([value, one]) => (
            <option key={value} value={value}>
              {one.name}
            </option>
          ))}
        </Select>
      )}
      <Select label="Where" value={place} onText={setPlace}>
        <option value="">{calendar ? 'Your teams, areas and communities' : 'The whole product'}</option>
        <UnitOptions organization={organization} />
        {communities.length > 0 && (
          <optgroup label="Communities">
            {communities.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </optgroup>
        )}
      </Select>
    </CommandDialog>
  );
}

/** The one time that the address is shown. */
function Address({ made, onClose }: { made: Made; onClose: () => void }) {
  const calendar = made.subscription.kind === 'CALENDAR';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.url);
      toast('Copied. Keep it as you keep a password.');
    } catch {
      toast('The browser does not let pages copy; select the address and copy it yourself.');
    }
  };
  return (
    <Dialog title="Copy the address now" onClose={onClose} wide>
      <div className="stack">
        <p>It is shown only this once. Whoever knows it reads what you may see, until you revoke it.</p>
        <TextField label="Address" value={made.url} readOnly onFocus={(event) => event.currentTarget.select()} />
        <p>
          {calendar
            ? 'Outlook: Add calendar, From internet. Google: Other calendars, From URL. Apple: File, New calendar subscription.'
            : 'Paste it where your feed reader adds a feed; it also finds everything that came before.'}
        </p>
        <div className="actions">
          {calendar && (
            <a className="button" href={webcal(made.url)}>
              Open in your calendar
            </a>
          )}
          <Button onClick={onClose}>Done</Button>
          <Button kind="primary" icon="link" onClick={() => void copy()}>
            Copy
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Revoke({ one, onClose }: { one: Subscription; onClose: () => void }) {
  const command = useCommand('delete', '/api/feed/subscriptions/{id}', {
    onDone: () => {
      toast(`${one.name} shows nothing any more.`);
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Revoke ${one.name}?`}
      danger
      command={command}
      action="Revoke"
      onClose={onClose}
      onSubmit={() => command.run({ path: { id: one.id } })}
    >
      <p>Its address shows nothing from now on, and cannot be brought back. You can make another one.</p>
    </CommandDialog>
  );
}
