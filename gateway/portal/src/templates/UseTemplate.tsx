import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useCommand } from '../api/command';
import type { Community, Gathering, Makes, PlaybookPage } from '../api/contract';
import { useAll, useGet, usePages } from '../api/query';
import { show } from '../app/overlay';
import { may, use } from '../model/can';
import { weekdayAndDay } from '../model/time';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Dialog } from '../ui/Dialog';
import { Select, TextArea, TextField } from '../ui/Field';
import { Age } from '../ui/Marks';
import { Empty, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { topicsOf } from './fill';

/** A template becomes what it makes, in the form where such a thing is made anyway. */
export function UseTemplate({ one }: { one: PlaybookPage }) {
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState<Makes | undefined>();
  const { makes } = one;
  if (!makes || makes === 'UNKNOWN') return null;
  const begin = () => {
    if (makes === 'DECISION_RECORD')
      show({ kind: 'decide', template: { id: one.id, title: one.title, text: one.text } });
    else if (makes === 'ESCALATION_EVIDENCE' || makes === 'RITUAL_AGENDA') setAsking(makes);
    else navigate(`/pages/new?from=${one.id}`);
  };
  const close = () => setAsking(undefined);
  return (
    <>
      <Button kind="primary" icon="plus" onClick={begin}>
        Use this template
      </Button>
      {asking === 'ESCALATION_EVIDENCE' && <WhichImpediment one={one} onClose={close} />}
      {asking === 'RITUAL_AGENDA' && <WhichGathering one={one} onClose={close} />}
    </>
  );
}

interface Dialogue {
  one: PlaybookPage;
  onClose: () => void;
}

/** The evidence belongs to an impediment that is open, and that the reader may escalate. */
function WhichImpediment({ one, onClose }: Dialogue) {
  const [words, setWords] = useState('');
  const query = useAll(
    usePages('/api/team/impediments', {
      query: { state: 'OPEN', sort: 'age', q: words.trim() || undefined, limit: 100 },
      keep: true,
    }),
  );
  return (
    <Dialog title="Evidence for which impediment?" onClose={onClose}>
      <div className="stack">
        <TextField label="Words" type="search" value={words} onText={setWords} />
        <Show query={query} lines={4}>
          {({ items }) => {
            const own = items.filter((impediment) => may(impediment, use.escalateImpediment));
            return own.length === 0 ? (
              <Empty title="No open impediment is yours to escalate">
                Scrum Masters escalate what their teams cannot resolve; raise it first, if nobody has.
              </Empty>
            ) : (
              <ul className="rows">
                {own.map((impediment) => (
                  <li key={impediment.id} className="spread">
                    <div>
                      <Link
                        href={`/impediments/${impediment.id}?do=escalate&template=${one.id}`}
                        className="plain-link strong"
                      >
                        {impediment.title}
                      </Link>
                      <p className="small quiet">{impediment.team.name}</p>
                    </div>
                    <Age days={impediment.ageDays} />
                  </li>
                ))}
              </ul>
            );
          }}
        </Show>
      </div>
    </Dialog>
  );
}

/** The agenda is that of the next gathering of a community to which the reader belongs. */
function WhichGathering({ one, onClose }: Dialogue) {
  const [chosen, setChosen] = useState('');
  const communities = useAll(usePages('/api/cop/communities', { query: { mine: true, limit: 100 } }));
  const meeting = (communities.data?.items ?? []).filter(({ member, next }) => member && next);
  const community =
    meeting.find(({ id }) => id === chosen) ?? meeting.find(({ id }) => id === one.community.id) ?? meeting[0];
  const which = (
    <Select label="Whose next gathering?" value={community?.id ?? ''} onText={setChosen}>
      {meeting.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
  if (communities.data && !community) {
    return (
      <Dialog title="Put it on an agenda" onClose={onClose}>
        <Empty title="No community of yours has a next gathering">
          Join one that meets, or ask its lead to say when it does.
        </Empty>
      </Dialog>
    );
  }
  if (!community?.next) {
    return (
      <Dialog title="Put it on an agenda" onClose={onClose}>
        <Show query={communities}>{() => null}</Show>
      </Dialog>
    );
  }
  return <OfGathering key={community.id} one={one} community={community} which={which} onClose={onClose} />;
}

function OfGathering({ one, community, which, onClose }: Dialogue & { community: Community; which: React.ReactNode }) {
  const id = `${community.id}_${community.next?.on}`;
  const gathering = useGet('/api/cop/gatherings/{id}', { path: { id } });
  if (!gathering.data) {
    return (
      <Dialog title="Put it on an agenda" onClose={onClose}>
        {which}
        <Show query={gathering}>{() => null}</Show>
      </Dialog>
    );
  }
  return <Topics one={one} gathering={gathering.data} which={which} onClose={onClose} />;
}

function Topics({ one, gathering, which, onClose }: Dialogue & { gathering: Gathering; which: React.ReactNode }) {
  const [, navigate] = useLocation();
  const draft = useDraft(`topics.${one.id}`, { text: topicsOf(one.id, one.text).join('\n') });
  const { text } = draft.value;
  const topics = text
    .split('\n')
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '');
  const prepare = useCommand('put', '/api/cop/gatherings/{id}/agenda', {
    onDone: () => {
      draft.clear();
      toast('It is on the agenda.');
      navigate(`/communities/${gathering.community.id}/gatherings/${gathering.on}`);
    },
  });
  const { agenda } = gathering;
  return (
    <CommandDialog
      title="Put it on an agenda"
      action="Put it on the agenda"
      filled={topics}
      command={prepare}
      before={gathering}
      labels={{ agenda: 'Agenda' }}
      typed={{ agenda: [...agenda, ...topics] }}
      onClose={onClose}
      onSubmit={() =>
        prepare.run({ path: { id: gathering.id }, version: gathering.version, body: { items: [...agenda, ...topics] } })
      }
    >
      {which}
      <p className="small quiet">
        It meets next on {weekdayAndDay(gathering.start)}
        {agenda.length > 0 && `, with ${agenda.length === 1 ? '1 topic' : `${agenda.length} topics`} so far`}.
      </p>
      <TextArea
        label="Topics, one in a line"
        required
        rows={8}
        value={text}
        onText={(typed) => draft.set({ text: typed })}
      />
    </CommandDialog>
  );
}
