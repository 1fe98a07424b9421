import { useCommand } from '../api/command';
import type { Community } from '../api/contract';
import { useGet } from '../api/query';
import { CommandButton } from '../ui/CommandDialog';
import { Dialog } from '../ui/Dialog';
import { Show } from '../ui/States';
import { toast } from '../ui/Toasts';

/** What a community may begin with; what is there already stays as it is. */
export function Shelf({ one, onClose }: { one: Community; onClose: () => void }) {
  const query = useGet('/api/cop/shelf');
  return (
    <Dialog title="From the starter shelf" onClose={onClose} wide>
      <p className="quiet">
        Pages, templates and decision trees to begin with. They are published at once, and you answer for them; edit,
        hand over or archive what does not fit. What is here already stays as it is.
      </p>
      <Show query={query} lines={6}>
        {({ parts }) => (
          <ul className="rows">
            {parts.map((part) => (
              <Part key={part.id} one={one} part={part} onDone={onClose} />
            ))}
          </ul>
        )}
      </Show>
    </Dialog>
  );
}

interface OfShelf {
  id: string;
  name: string;
  purpose: string;
  pages: { title: string }[];
  trees: { title: string }[];
}

function Part({ one, part, onDone }: { one: Community; part: OfShelf; onDone: () => void }) {
  const put = useCommand('post', '/api/cop/communities/{id}/shelf/{part}', {
    onDone: ({ installed, trees }) => {
      toast(hereNow(installed, trees));
      onDone();
    },
  });
  return (
    <li className="spread">
      <div className="grow">
        <p className="strong">{part.name}</p>
        <p className="small">{part.purpose}</p>
        <p className="small quiet">{part.pages.map(({ title }) => title).join(' · ')}</p>
        {part.trees.length > 0 && (
          <p className="small quiet">Decision trees: {part.trees.map(({ title }) => title).join(' · ')}</p>
        )}
      </div>
      <CommandButton
        size="small"
        action="Take it"
        command={put}
        onRun={() => put.run({ path: { id: one.id, part: part.id } })}
      >
        Take it<span className="sr-only"> {part.name}</span>
      </CommandButton>
    </li>
  );
}

function hereNow(pages: number, trees: number): string {
  const parts = [
    pages > 0 && (pages === 1 ? '1 page' : `${pages} pages`),
    trees > 0 && (trees === 1 ? '1 decision tree' : `${trees} decision trees`),
  ].filter(Boolean);
  if (parts.length === 0) return 'All of it is here already.';
  return `${parts.join(' and ')} ${pages + trees === 1 ? 'is' : 'are'} here now.`;
}
