import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Import, Mapping } from '../api/contract';
import { unitsOf, useOrganization } from '../app/me';
import { featureWords, roleWords, sentence } from '../model/words';
import { Button } from '../ui/Button';
import { CommandConflict } from '../ui/CommandDialog';
import { Select, TextField } from '../ui/Field';
import { ProblemNotice } from '../ui/States';
import { toast } from '../ui/Toasts';

const words: Record<string, string> = {
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
  fixVersion: 'Column with the version',
};

/** How the file is read, to be seen and changed; saving checks the file again. */
export function MappingForm({ one }: { one: Import }) {
  const [mapping, setMapping] = useState<Mapping>(one.mapping);
  const organization = useOrganization();
  const editable = one.status === 'CHECKED' || one.status === 'FAILED';
  const onDone = () => toast('Checked again with the new mapping.');
  const team = useCommand('put', '/api/team/imports/{id}/mapping', { onDone });
  const roadmap = useCommand('put', '/api/roadmap/imports/{id}/mapping', { onDone });
  const command = one.kind === 'catalog' ? team : roadmap;
  const set = (name: string, value: Mapping[string]) => setMapping({ ...mapping, [name]: value });
  const changed = JSON.stringify(mapping) !== JSON.stringify(one.mapping);
  return (
    <details className="panel">
      <summary>How {one.file} is read</summary>
      <div className="body">
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!command.busy) command.run({ path: { id: one.id }, version: one.version, body: mapping });
          }}
        >
          <div className="grid-2">
            {Object.entries(mapping).map(([name, value]) => {
              if (isTable(value)) return null;
              const label = words[name] ?? sentence(name);
              if (name === 'scrumOfScrums') {
                return (
                  <Select
                    key={name}
                    label={label}
                    disabled={!editable}
                    value={String(value ?? '')}
                    onText={(text) => set(name, text || null)}
                  >
                    <option value="">None</option>
                    {unitsOf(organization, 'SCRUM_OF_SCRUMS').map((unit) => (
                      <option key={unit.id} value={unit.id}>
                        {unit.name}
                      </option>
                    ))}
                  </Select>
                );
              }
              const list = Array.isArray(value);
              return (
                <TextField
                  key={name}
                  label={label}
                  disabled={!editable}
                  value={list ? value.join(', ') : (value ?? '')}
                  onText={(text) => set(name, list ? text.split(',').map((part) => part.trim()) : text || null)}
                />
              );
            })}
          </div>
          {Object.entries(mapping).map(([name, value]) => {
            if (!isTable(value)) return null;
            const choices = name === 'roles' ? roleWords : name === 'statuses' ? featureWords : undefined;
            return (
              <fieldset key={name} className="field" disabled={!editable}>
                <legend>{words[name] ?? sentence(name)}</legend>
                <div className="mapping-rows">
                  {Object.entries(value).map(([from, to]) => (
                    <div key={from} className="pair">
                      <code>{from}</code>
                      {choices ? (
                        <select
                          className="input"
                          aria-label={from}
                          value={to}
                          onChange={(event) => set(name, { ...value, [from]: event.target.value })}
                        >
                          {!(to in choices) && <option value={to}>{sentence(to)}</option>}
                          {Object.entries(choices).map(([key, word]) => (
                            <option key={key} value={key}>
                              {word}
                            </option>
                          ))}
                        </select>
                      ) : (
                        <input
                          className="input"
                          aria-label={from}
                          value={to}
                          onChange={(event) => set(name, { ...value, [from]: event.target.value })}
                        />
                      )}
                    </div>
                  ))}
                </div>
              </fieldset>
            );
          })}
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

function isTable(value: Mapping[string]): value is Record<string, string> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
