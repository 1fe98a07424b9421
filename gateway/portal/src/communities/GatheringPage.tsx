import type { Gathering } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { Question } from '../coaching/Question';
import { may, use } from '../model/can';
import { clockTime, isOwnClock, onClocksOf, weekdayAndDay } from '../model/time';
import { Page } from '../ui/Page';
import { Show } from '../ui/States';
import { Actions, Carried } from './Actions';
import { Agenda } from './Agenda';
import { Attendance } from './Attendance';
import './communities.css';
import { Deviation, Replan } from './Dates';
import { Facilitator } from './Facilitator';
import { Notes } from './Notes';
import { GatheringMark } from './parts';

export default function GatheringPage({ id }: { id: string }) {
  const query = useGet('/api/cop/gatherings/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} />}
    </Show>
  );
}

function Loaded({ one }: { one: Gathering }) {
  const changed = useChanged(one.id);
  const { id, name } = one.community;
  const of = { id, mayPlan: may(one, use.planGatherings), mayRun: may(one, use.runGathering) };
  return (
    <Page
      title={`Gathering on ${weekdayAndDay(one.start)}`}
      crumbs={[
        { name: 'Communities', href: '/communities' },
        { name, href: `/communities/${id}` },
        { name: 'Gatherings', href: `/communities/${id}/gatherings` },
      ]}
      marks={
        <>
          <span className="strong">
            {clockTime(Date.parse(one.start))}–{clockTime(Date.parse(one.end))}
          </span>
          {!isOwnClock(one.zone, one.start) && (
            <span className="small quiet">
              on your clock, {onClocksOf(one.zone, one.start).time} in {one.zone}
            </span>
          )}
          <GatheringMark one={one} asks={false} />
          <Deviation one={one} />
        </>
      }
      actions={<Replan of={of} one={one} />}
    >
      <Attendance one={one} />
      <div className={`columns wide-side ${changed ? 'is-changed' : ''}`}>
        <div className="stack">
          <Agenda one={one} />
          <Notes one={one} />
        </div>
        <div className="stack">
          <Facilitator one={one} />
          <Carried one={one} />
          <Actions one={one} />
          <WhoElse one={one} />
        </div>
      </div>
    </Page>
  );
}

/** Asked before the next gathering, while there is still somebody else to be found. */
function WhoElse({ one }: { one: Gathering }) {
  const { data } = useGet('/api/cop/communities/{id}', {
    path: { id: one.community.id },
    enabled: one.state === 'PLANNED',
  });
  const isNext = data?.member && data.next?.on === one.on;
  return isNext ? <Question moment="SAME_FACILITATOR" about={one.community.id} /> : null;
}
