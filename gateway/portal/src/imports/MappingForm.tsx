import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Import, Mapping } from '../api/contract';
import { unitsOf, useOrganization } from '../app/me';
import { may, use } from '../model/can';
import { choices, featureWords, roleWords, sentence } from '../model/words';
import { Button } from '../ui/Button';
import { CommandConflict } from '../ui/CommandDialog';
import { Choice, Select, TextField } from '../ui/Field';
import { ProblemNotice } from '../ui/States';
import { toast } from '../ui/Toasts';
import { isKind, type Kind, services } from './order';

const words: Record<string, string> = {
  source: 'Name of the source',
  product: 'Product of the catalog',
  scrumOfScrums: 'Teams join the Scrum of Scrums',
  roles: 'Annotations become roles',
  issuer: 'People sign in at',
  key: 'Column with the key',
  title: 'Column with the title',
  team: 'Column with the team',
  status: 'Column with the status',
  statuses: 'Statuses become',
  dependsOn: 'Columns with teams it depends on',
  sprint: 'Column with the sprint',
  date: 'Column with the date',
  lead: 'Annotation with the lead',
  coLeads: 'Annotation with the co-leads',
  group: 'Column with the group',
  description: 'Column with the name of the meeting',
  day: 'Column with the day',
  time: 'Column with the time',
  zone: 'Column with the time zone',
  frequency: 'Column that says how often',
  usualZone: 'Time zone where none is said',
  replaceCadences: 'The file is right where a community meets at other times here',
};
const hints: Record<string, string> = {
  source: 'The same for an organization and its communities: people and groups are known again by it.',
  usualZone: 'For example Europe/Berlin',
  issuer:
    'People can sign in there under the names of the catalog. Empty it where the provider knows them by other subjects, and link each of them afterwards.',
};
/** What can be mapped, also where nothing is mapped yet. */
const fields: Record<Kind, string[]> = {
  catalog: ['source', 'product', 'scrumOfScrums', 'issuer', 'roles'],
  features: ['source', 'key', 'title', 'team', 'status', 'sprint', 'date', 'dependsOn', 'statuses'],
  communities: ['source', 'lead', 'coLeads'],
  meetings: ['source', 'group', 'description', 'day', 'time', 'zone', 'frequency', 'usualZone', 'replaceCadences'],
};
/** Filled in by the page itself, from the other file. */
const hidden = new Set(['expectedTeams', 'expectedCommunities']);
const columnFields = new Set([
  'key',
  'title',
  'team',
  'status',
  'sprint',
  'date',
  'group',
  'description',
  'day',
  'time',
  'zone',
  'frequency',
]);
const choicesOf: Record<string, Record<string, string>> = { roles: roleWords, statuses: featureWords };

/** How the file is read, to be seen and changed; saving checks the file again. */
export function MappingForm({ one }: { one: Import }) {
  const [mapping, setMapping] = useState<Mapping>(one.mapping);
  const editable = may(one, use.mapImport);
  const onDone = () => toast('Checked again with the new mapping.');
  const team = useCommand('put', '/api/team/imports/{id}/mapping', { onDone });
  const roadmap = useCommand('put', '/api/roadmap/imports/{id}/mapping', { onDone });
  const cop = useCommand('put', '/api/cop/imports/{id}/mapping', { onDone });
  const kind = isKind(one.kind) ? one.kind : 'catalog';
  const command = { team, roadmap, cop }[services[kind]];
  const changed = JSON.stringify(mapping) !== JSON.stringify(one.mapping);
  const names = [...new Set([...fields[kind], ...Object.keys(mapping)])].filter((name) => !hidden.has(name));
  const set = (name: string, value: Mapping[string]) => setMapping({ ...mapping, [name]: value });
  return (
    <details className="panel" open={isOpen(one)}>
      <summary>
        How {one.file} is read{kind === 'communities' && ' for its communities'}
      </summary>
      <div className="body">
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!command.busy) command.run({ path: { id: one.id }, version: one.version, body: mapping });
          }}
        >
          <fieldset className="stack" disabled={!editable}>
            <div className="grid-2">
              {names
                .filter((name) => !isTable(name, mapping[name]))
                .map((name) => (
                  <Plain
                    key={name}
                    name={name}
                    value={mapping[name]}
                    columns={one.columns}
                    onChange={(value) => set(name, value)}
                  />
                ))}
            </div>
            {names
              .filter((name) => isTable(name, mapping[name]))
              .map((name) => (
                <Table
                  key={name}
                  name={name}
                  value={(mapping[name] ?? {}) as Record<string, string>}
                  onChange={(value) => set(name, value)}
                />
              ))}
          </fieldset>
          <ProblemNotice problem={command.problem} />
          <CommandConflict
            action="Save"
            command={command}
            before={one}
            labels={{ mapping: 'Mapping', status: 'Status' }}
          />
          {editable && (
            <div>
              <Button type="submit" busy={command.busy || !changed}>
                Check again with this
              </Button>
            </div>
          )}
        </form>
      </div>
    </details>
  );
}

interface Change {
  name: string;
  value: Mapping[string];
  columns: string[];
  onChange: (value: Mapping[string]) => void;
}

function Plain({ name, value, columns, onChange }: Change) {
  const organization = useOrganization();
  const label = words[name] ?? sentence(name);
  if (name === 'scrumOfScrums') {
    return (
      <Select label={label} value={String(value ?? '')} onText={(text) => onChange(text || null)}>
        <option value="">None</option>
        {unitsOf(organization, 'SCRUM_OF_SCRUMS').map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.name}
          </option>
        ))}
      </Select>
    );
  }
  if (typeof value === 'boolean' || name === 'replaceCadences') {
    return <Choice label={label} checked={value === true} onChange={(event) => onChange(event.target.checked)} />;
  }
  if (columnFields.has(name) && columns.length > 0) {
    return (
      <Select label={label} value={String(value ?? '')} onText={(text) => onChange(text || null)}>
        <option value="">None</option>
        {[...new Set(columns)].map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </Select>
    );
  }
  if (name === 'dependsOn' || Array.isArray(value)) {
    return (
      <TextField
        label={label}
        hint="Separated by commas"
        value={Array.isArray(value) ? value.join(', ') : ''}
        onText={(text) => onChange(text.split(',').map((part) => part.trim()))}
      />
    );
  }
  return (
    <TextField
      label={label}
      hint={hints[name]}
      value={typeof value === 'string' ? value : ''}
      onText={(text) => onChange(text || null)}
    />
  );
}

function Table({
  name,
  value,
  onChange,
}: {
  name: string;
  value: Record<string, string>;
  onChange: (value: Record<string, string>) => void;
}) {
  const [added, setAdded] = useState('');
  const meanings = choicesOf[name] ?? {};
  const first = Object.keys(meanings)[0] ?? '';
  return (
    <fieldset className="field">
      <legend>{words[name] ?? sentence(name)}</legend>
      <div className="mapping-rows">
        {Object.entries(value).map(([from, to]) => (
          <div key={from} className="pair">
            <code>{from}</code>
            <select
              className="input"
              aria-label={from}
              value={to}
              onChange={(event) => onChange({ ...value, [from]: event.target.value })}
            >
              {!(to in meanings) && <option value={to}>{sentence(to)}</option>}
              {choices(meanings).map(([key, word]) => (
                <option key={key} value={key}>
                  {word}
                </option>
              ))}
            </select>
          </div>
        ))}
        <div className="pair">
          <input
            className="input"
            aria-label={`Another one: ${words[name] ?? sentence(name)}`}
            placeholder={name === 'roles' ? 'Another annotation' : 'Another status'}
            value={added}
            onChange={(event) => setAdded(event.target.value)}
          />
          <div>
            <Button
              size="small"
              icon="plus"
              busy={added.trim() === ''}
              onClick={() => {
                onChange({ ...value, [added.trim()]: first });
                setAdded('');
              }}
            >
              Add
            </Button>
          </div>
        </div>
      </div>
    </fieldset>
  );
}

/** Where nobody knows the columns, they are what is to be seen first. */
function isOpen({ kind, mapping }: Import): boolean {
  return (kind === 'features' && !(mapping.key && mapping.title)) || (kind === 'meetings' && !mapping.group);
}

function isTable(name: string, value: Mapping[string]): boolean {
  return name in choicesOf || (typeof value === 'object' && value !== null && !Array.isArray(value));
}
