import { useState } from 'react';
import type { Community } from '../api/contract';
import { useGet } from '../api/query';
import { plusDays, today } from '../model/time';
import { Button } from '../ui/Button';
import { Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { DateRow } from './Dates';
import { Coming, planned } from './Meets';
import { cadenceNote } from './rhythm';

/** Days that are asked for at once. */
const span = 365;

/** All gatherings of a community, those to come and those that were. */
export function GatheringsOf({ one }: { one: Community }) {
  return (
    <div className="columns wide-side">
      <Panel title="To come" note={one.cadence && cadenceNote(one.cadence)}>
        {one.cadence || one.next ? (
          <Coming one={one} />
        ) : (
          <Empty title="No date is to come">It does not meet regularly now.</Empty>
        )}
      </Panel>
      <Past one={one} />
    </div>
  );
}

function Past({ one }: { one: Community }) {
  const [years, setYears] = useState(1);
  return (
    <Panel title="What was">
      {Array.from({ length: years }, (_, back) => (
        <Year
          // biome-ignore lint/suspicious/noArrayIndexKey: the years are what they are counted by
          key={back}
          one={one}
          back={back}
          onEarlier={
            back === years - 1 && plusDays(today(), -span * years) > one.since ? () => setYears(years + 1) : undefined
          }
        />
      ))}
    </Panel>
  );
}

function Year({ one, back, onEarlier }: { one: Community; back: number; onEarlier: (() => void) | undefined }) {
  const to = plusDays(today(), -span * back - (back === 0 ? 0 : 1));
  const query = useGet('/api/cop/communities/{id}/gatherings', {
    path: { id: one.id },
    query: { from: plusDays(today(), -span * (back + 1)), to },
  });
  return (
    <Show query={query}>
      {({ items }) => {
        const past = items.filter(({ state, end }) => state !== 'DUE' && Date.parse(end) <= Date.now());
        if (past.length === 0) {
          return <Empty title={back === 0 ? 'No gathering so far' : 'None was in the year before'} />;
        }
        return (
          <>
            <ul className="rows">
              {past.reverse().map((each) => (
                <DateRow key={each.id} of={planned(one)} one={each} />
              ))}
            </ul>
            {onEarlier && (
              <div className="more">
                <Button onClick={onEarlier}>Show the year before</Button>
              </div>
            )}
          </>
        );
      }}
    </Show>
  );
}
