import { useState } from 'react';
import { useCommand } from '../api/command';
import type { PersonDetail } from '../api/contract';
import { useAll, usePages } from '../api/query';
import { useMe } from '../app/me';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextField } from '../ui/Field';
import { Mark } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useFilters } from '../ui/useFilters';

export default function People() {
  const filters = useFilters();
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const [linking, setLinking] = useState<PersonDetail | undefined>();
  const [added, setAdded] = useState<string | undefined>();
  // Who may not keep people is sent no links but their own: none is then not the same as none there.
  const keeper = may(me, use.registerPerson);
  const knows = (one: PersonDetail) => keeper || one.id === me?.person?.id;
  const unlinked = keeper && filters.get('only') === 'unlinked';
  const people = usePages('/api/team/people', { query: { q: filters.get('q'), limit: 100 }, keep: true });
  const query = useAll(people, unlinked);
  const items = (query.data?.items ?? []).filter((one) => !unlinked || (one.active && one.links.length === 0));
  return (
    <Page
      title="People"
      crumbs={[{ name: 'Organization', href: '/organization' }]}
      actions={
        keeper && (
          <Button icon="plus" onClick={() => setAdding(true)}>
            Add a person
          </Button>
        )
      }
    >
      <div className="filters" role="search">
        <TextField
          key={added}
          className="search"
          label="Name"
          type="search"
          defaultValue={filters.get('q') ?? ''}
          onText={(q) => filters.set({ q })}
        />
        {keeper && (
          <Select label="Show" value={unlinked ? 'unlinked' : ''} onText={(value) => filters.set({ only: value })}>
            <option value="">Everybody</option>
            <option value="unlinked">Who cannot sign in yet</option>
          </Select>
        )}
      </div>
      <Panel
        title="People"
        note={
          keeper ? undefined : 'E-mail addresses and sign-ins are for those who register people, and to each their own.'
        }
        count={query.data && `${items.length}${query.hasNextPage ? '+' : ''}`}
      >
        <Show query={query} lines={8}>
          {() =>
            items.length === 0 ? (
              <NoPeople searched={filters.get('q') !== undefined} unlinked={unlinked} more={query.hasNextPage} />
            ) : (
              <div className="table-wrap">
                <table className="table cards">
                  <thead>
                    <tr>
                      <th scope="col">Name</th>
                      <th scope="col">E-mail</th>
                      <th scope="col">Signs in as</th>
                      <th scope="col">
                        <span className="sr-only">Actions</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((one) => (
                      <tr key={one.id}>
                        <th scope="row" className="title">
                          {one.name} {!one.active && <Mark>left</Mark>}
                        </th>
                        <td>{one.email}</td>
                        <td>
                          {one.links.length > 0
                            ? one.links.map((link) => <div key={`${link.issuer} ${link.subject}`}>{link.subject}</div>)
                            : knows(one) && <span className="quiet">cannot sign in yet</span>}
                        </td>
                        <td className="actions">
                          {may(me, use.linkSignIn) && (
                            <Button
                              size="small"
                              aria-label={`Add sign-in for ${one.name}`}
                              onClick={() => setLinking(one)}
                            >
                              Add sign-in
                            </Button>
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Show>
        <More query={query} />
      </Panel>
      {adding && (
        <AddPerson
          onAdded={(person) => {
            // Among hundreds, in the order of names, nobody would find them again.
            filters.set({ q: person.name, only: undefined });
            setAdded(person.id);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {linking && <AddLink one={linking} onClose={() => setLinking(undefined)} />}
    </Page>
  );
}

function NoPeople({ searched, unlinked, more }: { searched: boolean; unlinked: boolean; more: boolean }) {
  if (searched) return <Empty title="Nobody by that name">Part of a name is enough.</Empty>;
  if (unlinked && more) return <Empty title="Nobody among those looked at so far" />;
  if (unlinked) return <Empty title="Nobody is without a sign-in" />;
  return <Empty title="Nobody here">Import a catalog to bring in the organization, or add somebody.</Empty>;
}

function AddPerson({ onAdded, onClose }: { onAdded: (person: PersonDetail) => void; onClose: () => void }) {
  const draft = useDraft('person', { name: '', email: '' });
  const add = useCommand('post', '/api/team/people', {
    onDone: (person) => {
      draft.clear();
      toast(`Added: ${person.name}`);
      onAdded(person);
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Add a person"
      action="Add"
      command={add}
      onClose={onClose}
      onSubmit={() =>
        add.run({
          body: { name: draft.value.name.trim(), ...(draft.value.email ? { email: draft.value.email.trim() } : {}) },
        })
      }
    >
      <TextField label="Name" required value={draft.value.name} onText={(name) => draft.set({ name })} />
      <TextField
        label="E-mail"
        optional
        type="email"
        value={draft.value.email}
        onText={(email) => draft.set({ email })}
      />
    </CommandDialog>
  );
}

function AddLink({ one, onClose }: { one: PersonDetail; onClose: () => void }) {
  const draft = useDraft(`link.${one.id}`, { issuer: one.links[0]?.issuer ?? '', subject: '' });
  const add = useCommand('post', '/api/team/people/{id}/links', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`How ${one.name} signs in`}
      action="Add"
      command={add}
      onClose={onClose}
      onSubmit={() =>
        add.run({
          path: { id: one.id },
          body: { issuer: draft.value.issuer.trim(), subject: draft.value.subject.trim() },
        })
      }
    >
      <TextField
        label="Issuer"
        hint="The identity provider's address."
        required
        value={draft.value.issuer}
        onText={(issuer) => draft.set({ issuer })}
      />
      <TextField
        label="Subject"
        hint="What that provider calls them in its tokens (sub): a name, or an id of its own."
        required
        value={draft.value.subject}
        onText={(subject) => draft.set({ subject })}
      />
    </CommandDialog>
  );
}
