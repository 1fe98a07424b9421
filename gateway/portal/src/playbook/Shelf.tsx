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
        Pages and templates to begin with. They are published at once, and you answer for them; edit, hand over or
        archive what does not fit. A page that is here already stays as it is.
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
}

function Part({ one, part, onDone }: { one: Community; part: OfShelf; onDone: () => void }) {
  const put = useCommand('post', '/api/cop/communities/{id}/shelf/{part}', {
    onDone: ({ installed }) => {
      toast(
        installed === 0
          ? 'All of it is here already.'
          : installed === 1
            ? '1 page is here now.'
            : `${installed} pages are here now.`,
      );
      onDone();
    },
  });
  return (
    <li className="spread">
      <div className="grow">
        <p className="strong">{part.name}</p>
        <p className="small">{part.purpose}</p>
        <p className="small quiet">{part.pages.map(({ title }) => title).join(' · ')}</p>
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
