import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Community, KeptFile } from '../api/contract';
import { useGet } from '../api/query';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Dialog } from '../ui/Dialog';
import { Ago } from '../ui/Marks';
import { Empty, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { sizeOf } from './files';

const first = 20;

/** All files of a community, for those who answer for it: what should not be there is taken away here. */
export function KeptFiles({ one, onClose }: { one: Community; onClose: () => void }) {
  const query = useGet('/api/cop/communities/{id}/files', { path: { id: one.id } });
  const [all, setAll] = useState(false);
  const [removing, setRemoving] = useState<KeptFile | undefined>();
  if (removing) return <Remove file={removing} onClose={() => setRemoving(undefined)} />;
  return (
    <Dialog title="Files" onClose={onClose} wide>
      <Show query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No files yet">Images and files come with the pages that show them.</Empty>
          ) : (
            <div className="stack">
              <ul className="rows">
                {items.slice(0, all ? undefined : first).map((file) => (
                  <Row key={file.id} file={file} onRemove={() => setRemoving(file)} />
                ))}
              </ul>
              {items.length > first && !all && (
                <div className="more">
                  <Button onClick={() => setAll(true)}>Show all {items.length}</Button>
                </div>
              )}
            </div>
          )
        }
      </Show>
    </Dialog>
  );
}

function Row({ file, onRemove }: { file: KeptFile; onRemove: () => void }) {
  return (
    <li className="spread">
      <div className="row grow">
        {file.image && <img className="kept-image" src={file.path} alt="" loading="lazy" />}
        <div>
          <a href={file.path} className="plain-link strong" dir="auto" target="_blank" rel="noreferrer">
            {file.name}
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
          <p className="small quiet">
            {sizeOf(file.bytes)} · {file.by.name}, <Ago at={file.at} />
            {!file.kept && ' · on no page yet: it goes by itself in a day'}
          </p>
        </div>
      </div>
      <Button size="small" onClick={onRemove}>
        Remove<span className="sr-only"> {file.name}</span>
      </Button>
    </li>
  );
}

function Remove({ file, onClose }: { file: KeptFile; onClose: () => void }) {
  const remove = useCommand('delete', '/api/cop/files/{id}', {
    onDone: () => {
      toast('It is gone.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Remove ${file.name}?`}
      action="Remove for good"
      danger
      command={remove}
      onClose={onClose}
      onSubmit={() => remove.run({ path: { id: file.id } })}
    >
      <p>
        Pages that show it show a gap from now on, earlier versions of them as well, and it cannot be brought back. Who
        has seen it may still have it.
      </p>
    </CommandDialog>
  );
}
